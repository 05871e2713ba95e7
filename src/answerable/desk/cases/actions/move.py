"""Moving a case from one state to another: only as the table allows, and only once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import TRANSITIONS
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.model import UnusableInputError


class StaleError(UnusableInputError):
    """Somebody else changed the case first."""


@transaction.atomic
def move(case: Case, name: str, *, by: User | None, actor: str = "system", **facts: object) -> Case:
    """Make the move ``name`` of the table.

    Args:
        case: as it was read; its state and version must still be those of the database.
        name: the move.
        by: who moves it; None for a move of the applicant or of the program itself.
        actor: who it was when ``by`` is None: "system" or "public".
        facts: for the event.

    Raises:
        PermissionDenied: this person may not make this move, or it needs a person.
        UnusableInputError: the case is in no state from which the move leads.
        StaleError: somebody else changed the case since it was read.
    """
    step = TRANSITIONS[name]
    if step.permission is not None:
        if by is None:
            raise PermissionDenied(f"The move {name!r} must be made by a person.")
        require(by, step.permission)
    if case.where not in step.sources:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; this cannot be done with it now."
        )
    changed = Case.objects.filter(pk=case.pk, state=case.state, version=case.version).update(
        state=step.target, version=F("version") + 1
    )
    if not changed:
        raise StaleError(
            f"Somebody changed {case.reference} while you were looking at it. "
            "Open it again, see what they did, and decide anew."
        )
    record(
        f"case.{name}",
        by=by.public_id if by else actor,
        case=case.reference,
        was=case.state,
        now=step.target.value,
        **facts,
    )
    case.state, case.version = step.target, case.version + 1
    return case
