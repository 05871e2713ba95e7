"""What bears on the clock of a case, and the due date that follows."""

from datetime import date

from django.db import transaction

from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case, ClockNote
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import Regime


def wind(case: Case) -> Case:
    """Ask the clock again and keep the due date it gives."""
    case.due_on = clock_of(case).due
    Case.objects.filter(pk=case.pk).update(due_on=case.due_on)
    return case


@transaction.atomic
def note_clock(
    case: Case,
    type_: str,
    *,
    by: User | None,
    actor: str = "system",
    on: date | None = None,
    starts: date | None = None,
    ends: date | None = None,
) -> Case:
    """Note an event of the clock ("clarification_received") and wind the clock again.

    Raises:
        UnusableInputError: the clock knows no such event, or it is out of order; nothing is kept.
    """
    if by is not None:
        require(by, Permission.WRITE_CASES)
    ClockNote.objects.create(case=case, type=type_, on=on, starts=starts, ends=ends, by=by)
    wind(case)
    record(
        "case.clock",
        by=by.public_id if by else actor,
        case=case.reference,
        event=type_,
        on=on or starts,
        due=case.due_on,
    )
    return case


@transaction.atomic
def set_regime(case: Case, regime: Regime, *, by: User, reasons: list[str]) -> Case:
    """Decide the regime, with the reasons shown to the officer, and wind the clock by it."""
    require(by, Permission.WRITE_CASES)
    if case.regime != regime.value or case.regime_reasons != reasons:
        case.regime, case.regime_reasons = regime.value, reasons
        Case.objects.filter(pk=case.pk).update(regime=regime.value, regime_reasons=reasons)
        wind(case)
        record(
            "case.regime",
            by=by.public_id,
            case=case.reference,
            regime=regime.value,
            due=case.due_on,
        )
    return case
