"""The decision of a class of the register: it is made already, and only needs a signature."""

from typing import Any

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.decide.actions.draft import check_case
from answerable.desk.decide.actions.sign import write_signature
from answerable.desk.decide.gaps import gaps
from answerable.desk.decide.models import Decision
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now, today
from answerable.law.cites import parse_one
from answerable.model import Regime, UnusableInputError


@transaction.atomic
def sign_class(case: Case, *, by: User) -> Decision:
    """Sign the decision of the class that governs the case, for all its questions.

    It is filled from the class as it was approved: the same words for every request of the class,
    whatever anybody knows. Drafts of before are put away.

    Raises:
        UnusableInputError: no class governs, it is not in force or of another law, a question is
            decided otherwise, or the class itself has a gap.
    """
    require(by, Permission.DECIDE)
    check_case(case)
    ruling = case.ncnd_class
    if ruling is None:
        raise UnusableInputError(f"No class of the register governs {case.reference}.")
    if ruling.approved_on is None or ruling.withdrawn_on or ruling.approved_on > today():
        raise UnusableInputError(f"The class “{ruling.name}” is not in force. Choose another.")
    if ruling.regime != case.regime:
        raise UnusableInputError(
            f"The class “{ruling.name}” is for {ruling.regime}, and {case.reference} is answered "
            f"under {case.regime}."
        )
    standing = Decision.objects.standing().filter(case=case)
    if standing.signed().exists():
        raise UnusableInputError(
            f"{case.reference} has a signed decision already. Take it back first."
        )
    standing.update(ended_at=now(), ended_because="A class of the register governs the case.")
    body: dict[str, Any] = {
        "decision": "neither_confirm_nor_deny",
        "grounds": [_cited(each, case.law) for each in ruling.grounds],
    }
    if ruling.published:
        body["published"] = ruling.published
    made = Decision.objects.create(case=case, kind=body["decision"], body=body, made_by=by)
    made.questions.set(case.questions.all())
    lacking = [gap for gap in gaps(made) if gap.mandatory]
    if lacking:
        said = " ".join(f"{gap.field}: {gap.words}" for gap in lacking[:5])
        raise UnusableInputError(f"The class “{ruling.name}” has gaps. {said}")
    return write_signature(made, by=by)


def _cited(ground: dict[str, Any], regime: Regime) -> dict[str, Any]:
    """A ground of the class with its provisions in the form that records have."""
    try:
        cites = {
            name: str(parse_one(ground[name], regime))
            for name in ("provision", "matter", "purpose")
            if ground.get(name)
        }
    except ValueError as error:
        raise UnusableInputError(
            "The class names a provision that cannot be read. Have the class put right first."
        ) from error
    return {**ground, **cites}
