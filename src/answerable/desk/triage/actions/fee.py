"""A fee before the answer; the days between do not count. FOIA s.9, s.10(2); EIR reg.8."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from answerable.desk.cases.actions import move, note_clock
from answerable.desk.cases.models import Case
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage import clock_events
from answerable.desk.triage.actions.out import write_out
from answerable.desk.triage.guard import no_class
from answerable.desk.triage.letters import charge, letter
from answerable.desk.triage.models import Fee
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import FeesNotice, Translated

_KINDS = {Regime.FOIA: "foia_fees_notice", Regime.FOISA: "foisa_fees"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much, what for, and how it is paid."""

    amount: Decimal
    basis: str
    pay: str
    welsh: tuple[Translated, ...] = ()  # the Welsh of these words, where the letter is in Welsh


def fee_letter(case: Case, wanted: Wanted) -> str:
    """The notice as it would go today.

    Raises:
        UnusableInputError: a part is missing, or the amount is nothing.
    """
    if wanted.amount <= 0 or not wanted.basis.strip() or not wanted.pay.strip():
        raise UnusableInputError("Give the amount, what it is made of, and how it can be paid.")
    questions = list(case.questions.all())
    decision = FeesNotice(
        tuple(each.number for each in questions),
        f"£{wanted.amount:,.2f}",
        wanted.basis.strip(),
        wanted.pay.strip(),
    )
    if case.law.environmental:
        return charge(case, decision, clock_events.pay_by(today(), case.law), wanted.welsh)
    return letter(case, decision, _KINDS[case.law], questions, wanted.welsh)


@transaction.atomic
def ask_for_fee(case: Case, wanted: Wanted, *, by: User) -> Fee:
    """Send the notice and wait for the money.

    Raises:
        UnusableInputError: a class governs the case, it is not being answered, its time is up, or a
            fee was asked for before.
    """
    require(by, Permission.WRITE_CASES)
    no_class(case)
    if Fee.objects.filter(case=case).exists():
        raise UnusableInputError(f"A fee was asked for {case.reference} before; there is only one.")
    if case.due_on and today() > case.due_on:
        raise UnusableInputError(
            "The time for an answer is up, so a fee can no longer be asked for. Answer the request."
        )
    text = fee_letter(case, wanted)
    made = Fee.objects.create(
        case=case,
        amount=wanted.amount,
        basis=wanted.basis.strip(),
        pay=wanted.pay.strip(),
        asked_on=today(),
        pay_by=clock_events.pay_by(today(), case.law),
        by=by,
    )
    move(case, "ask_for_fee", by=by)
    write_out(case, "fee", text, by=by)
    return made


@transaction.atomic
def fee_paid(case: Case, *, by: User, on: date | None = None) -> Case:
    """The money came: the clock goes on, without the days from the notice to the payment.

    Raises:
        UnusableInputError: no fee is awaited, or the day cannot be.
    """
    require(by, Permission.WRITE_CASES)
    fee, day = _awaited(case), on or today()
    if not fee.asked_on <= day <= today():
        raise UnusableInputError(
            f"The fee cannot have come on {day:%-d %B %Y}: we asked on {fee.asked_on:%-d %B %Y}."
        )
    fee.paid_on = day
    fee.save(update_fields=["paid_on"])
    move(case, "fee_paid", by=by)
    # The clock refuses a pause without an end, so the end is noted first.
    events = clock_events.fee(case.law)
    note_clock(case, events.then, by=by, on=day)
    return note_clock(case, events.first, by=by, on=fee.asked_on)


@transaction.atomic
def let_fee_lapse(case: Case, *, by: User) -> Case:
    """Close a request whose fee did not come in time.

    Raises:
        UnusableInputError: no fee is awaited, or the time is not up.
    """
    require(by, Permission.WRITE_CASES)
    fee = _awaited(case)
    if today() <= fee.pay_by:
        raise UnusableInputError(
            f"The applicant has until {fee.pay_by:%-d %B %Y} to pay; the request stays open till then."
        )
    return move(case, "fee_lapsed", by=by)


def _awaited(case: Case) -> Fee:
    fee = Fee.objects.filter(case=case, paid_on__isnull=True).first()
    if fee is None:
        raise UnusableInputError(f"No fee is awaited for {case.reference}.")
    return fee
