"""One kind of question, one answer: what stops a case that is heading another way."""

from collections.abc import Sequence

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.matching import Proposal, proposals
from answerable.desk.today import today

SILENT = "neither_confirm_nor_deny"


def may_search(case: Case) -> bool:
    """Whether anything may be asked of a service, searched, consulted on or extended.

    A class fixes the whole correspondence: where one is set nothing of the kind is done, so that
    what happens to the case cannot depend on whether anything is held.
    """
    return case.ncnd_class_id is None


def undecided(case: Case) -> list[Proposal]:
    """The classes that the case seems to fall under and on which no officer has said a word."""
    if case.ncnd_class_id is not None:
        return []
    found = proposals(case, today())
    judged = {each.ncnd_class_id for each in case.ncnd_judgements.all()} if found else set()
    return [each for each in found if each.ncnd_class.pk not in judged]


def conflicts(case: Case, kinds: Sequence[str] | None = None) -> list[str]:
    """Why the case may not go on as it is heading, a sentence each; empty if it may.

    Args:
        case: the case.
        kinds: the kinds of decision about to be made; the standing decisions if not given.
    """
    if kinds is None:
        kinds = [each.kind for each in case.decisions.all() if each.ended_at is None]
    if case.ncnd_class is None:
        return [_unsaid(each) for each in undecided(case)]
    if case.ncnd_class.regime != case.regime:
        return [
            f"The class “{case.ncnd_class.name}” is made for {case.ncnd_class.regime}, and the case "
            f"is under {case.regime}. Put the regime right, or take the class off with a reason."
        ]
    if any(kind != SILENT for kind in kinds):
        return [
            f"This case falls under the class “{case.ncnd_class.name}”, which neither confirms nor "
            "denies, and a decision on it says something else. Take that decision back, or take "
            "the class off with a reason."
        ]
    return []


def _unsaid(each: Proposal) -> str:
    where = ", ".join(reason.number for reason in each.reasons)
    return (
        f"This case asks what the class “{each.ncnd_class.name}” of the register is about "
        f"(question {where}), and nobody has said whether the class governs it. Confirm the class, "
        "or decline it with a reason, before anything else is decided."
    )
