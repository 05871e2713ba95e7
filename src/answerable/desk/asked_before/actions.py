"""Using an earlier answer again: its decisions become drafts, for an officer to read and change."""

import re
from typing import Any

from django.db import transaction

from answerable.desk.asked_before.answers import answered_before
from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.actions import save_draft
from answerable.desk.decide.gaps import chosen_kind, chosen_limbs
from answerable.desk.decide.models import Decision
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError

#: Facts of the earlier request: what was searched, counted, enclosed, handed on or given as the
#: qualified person's opinion has to be new.
_OF_ITS_OWN = frozenset(
    {"searches", "estimate", "hours", "enclosures", "handed_on", "opinion", "earlier"}
)


@transaction.atomic
def reuse(case: Case, earlier: Case, *, by: User) -> list[Decision]:
    """Draft for ``case`` what was decided on the like questions of ``earlier``; gives the drafts.

    No name goes along: a field that names who asked before is left empty, and nothing is signed.
    Questions with a decision or draft of their own are left as they are.

    Raises:
        UnusableInputError: a class governs either case, they are under different laws, or nothing
            signed answers a like question.
    """
    require(by, Permission.DECIDE)
    if case.ncnd_class_id is not None or earlier.ncnd_class_id is not None:
        raise UnusableInputError(
            "A class of the register governs one of the two requests; its answer is not used again."
        )
    if case.regime != earlier.regime:
        raise UnusableInputError(
            f"{earlier.reference} was answered under {earlier.regime} and {case.reference} is under "
            f"{case.regime}. Decide it afresh."
        )
    made = [
        _draft(case, questions, decision, by)
        for decision, questions in _wanted(case, earlier, by).items()
    ]
    if not made:
        raise UnusableInputError(
            f"No signed decision of {earlier.reference} answers a question of {case.reference} that "
            "is still without one."
        )
    record("asked_before.reused", by=by.public_id, case=case.reference, earlier=earlier.reference)
    return made


def _wanted(case: Case, earlier: Case, by: User) -> dict[Decision, list[Question]]:
    standing = Decision.objects.standing().filter(case=case)
    taken = set(standing.values_list("links__question", flat=True))
    found: dict[Decision, list[Question]] = {}
    for question in case.questions.all():
        if question.pk in taken:
            continue
        for each in answered_before(question, by):
            if each.question.case_id == earlier.pk and each.decision is not None and each.by_words:
                found.setdefault(each.decision, []).append(question)
                break
    return found


def _draft(case: Case, questions: list[Question], decision: Decision, by: User) -> Decision:
    body = _again(decision.body, _who_asked(decision.case))
    return save_draft(case, questions, chosen_kind(decision), chosen_limbs(decision), body, by=by)


def _who_asked(case: Case) -> re.Pattern[str] | None:
    """What names who asked: the name, the address, or a title with the surname."""
    name = " ".join(case.applicant_name.split())
    said = [re.escape(each) for each in (name, case.applicant_email.strip()) if each]
    surname = name.rpartition(" ")[2]
    if surname:
        said.append(
            rf"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\.? {re.escape(surname)}\b"
        )
    return re.compile("|".join(said), re.I) if said else None


def _again(value: Any, names: re.Pattern[str] | None) -> Any:
    """The value without what was of its own time, and each text that holds a name left empty."""
    if isinstance(value, str):
        return "" if names and names.search(" ".join(value.split())) else value
    if isinstance(value, list):
        return [_again(each, names) for each in value]
    if isinstance(value, dict):
        return {k: _again(each, names) for k, each in value.items() if k not in _OF_ITS_OWN}
    return value
