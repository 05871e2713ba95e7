"""Fees, their pause of the clock, and handing a request on."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from answerable.clock import Event, due
from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.triage.actions import advise, ask_for_fee, fee_paid, hand_on, let_fee_lapse
from answerable.desk.triage.actions.fee import Wanted as FeeWanted
from answerable.desk.triage.actions.transfer import Wanted
from answerable.desk.triage.models import Advice, Fee
from answerable.model import Regime, UnusableInputError

On = Callable[[date], None]
FEE = FeeWanted(Decimal("42"), "Copies of 420 pages at 10p a page", "Pay by card at the Town Hall")
TO = Wanted("Mereshire County Council, foi@mereshire.example", "We looked in our road records")
ASKED, PAID = date(2026, 11, 9), date(2026, 11, 16)


def test_the_days_from_notice_to_payment_do_not_count(opened: Case, officer: User, on: On) -> None:
    on(ASKED)
    ask_for_fee(opened, FEE, by=officer)
    assert opened.state == "fee_asked"
    on(PAID)
    case = fee_paid(opened, by=officer)
    events = [Event("fees_notice_given", ASKED), Event("fee_received", PAID)]
    assert case.due_on == due(case.received_on, Regime.FOIA, events=events).due
    assert case.due_on > due(case.received_on, Regime.FOIA).due
    assert case.state == "open"


def test_the_notice_says_how_much_and_how_long(opened: Case, officer: User, on: On) -> None:
    on(ASKED)
    ask_for_fee(opened, FEE, by=officer)
    body = OutgoingMail.objects.get(case=opened).body
    assert "£42.00" in body
    assert "three months" in body


def test_under_the_regulations_it_is_a_charge_with_its_own_time(
    asked: Callable[..., Case], officer: User, on: On
) -> None:
    case = move(asked("What emissions did the incinerator have in 2025?"), "triage", by=officer)
    on(ASKED)
    fee = ask_for_fee(case, FEE, by=officer)
    assert fee.pay_by == due(ASKED, Regime.EIR, "reg8_advance_payment_window").due
    body = OutgoingMail.objects.get(case=case).body
    assert "reasonable charge" in body
    assert "60 working days" in body


@pytest.mark.parametrize(
    "wanted",
    [
        FeeWanted(Decimal(0), "copies", "by card"),
        FeeWanted(Decimal(5), " ", "by card"),
        FeeWanted(Decimal(5), "copies", ""),
    ],
)
def test_a_notice_with_a_gap_is_not_sent(
    wanted: FeeWanted, opened: Case, officer: User, on: On
) -> None:
    on(ASKED)
    with pytest.raises(UnusableInputError, match="Give the amount"):
        ask_for_fee(opened, wanted, by=officer)
    assert not Fee.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert Case.objects.get(pk=opened.pk).state == "open"


def test_no_fee_once_the_time_is_up(opened: Case, officer: User, on: On) -> None:
    on(date(2026, 12, 7))
    with pytest.raises(UnusableInputError, match="time for an answer is up"):
        ask_for_fee(opened, FEE, by=officer)


def test_a_second_fee_is_refused(opened: Case, officer: User, on: On) -> None:
    on(ASKED)
    ask_for_fee(opened, FEE, by=officer)
    on(PAID)
    fee_paid(opened, by=officer)
    with pytest.raises(UnusableInputError, match="only one"):
        ask_for_fee(opened, FEE, by=officer)


def test_a_fee_lapses_only_after_its_last_day(opened: Case, officer: User, on: On) -> None:
    on(ASKED)
    fee = ask_for_fee(opened, FEE, by=officer)
    on(fee.pay_by)
    with pytest.raises(UnusableInputError, match="to pay"):
        let_fee_lapse(opened, by=officer)
    on(date(2027, 3, 1))
    assert let_fee_lapse(opened, by=officer).state == "lapsed"


def test_a_request_is_handed_on_with_consent(case: Case, officer: User) -> None:
    hand_on(case, TO, by=officer, consent=True)
    assert (case.state, case.outcome) == ("transferred", "transfer")
    body = OutgoingMail.objects.get(case=case).body
    assert "We passed your request on to Mereshire County Council" in body
    assert "section 16" in body


def test_without_consent_the_act_hands_nothing_on(case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="only if the applicant agrees"):
        hand_on(case, TO, by=officer, consent=False)
    assert Case.objects.get(pk=case.pk).state == "received"
    assert not Advice.objects.exists()


def test_the_regulations_and_scotland_ask_for_no_consent(
    scottish: object, asked: Callable[..., Case], officer: User
) -> None:
    case = asked("How many teachers work in your schools?")
    assert case.law is Regime.FOISA
    hand_on(case, TO, by=officer, consent=False)
    assert "section 15" in OutgoingMail.objects.get(case=case).body
    assert case.state == "transferred"


def test_one_question_only_advised_leaves_the_case_open(case: Case, officer: User) -> None:
    question = case.questions.last()
    assert question is not None
    advise(case, TO, question, by=officer)
    assert case.state == "received"
    body = OutgoingMail.objects.get(case=case).body
    assert "may hold it, and you can ask there" in body
    assert question.text in body
    assert "How many parking fines" not in body


@pytest.mark.parametrize("wanted", [Wanted("", "looked"), Wanted("County", " ")])
def test_advice_needs_a_place_and_a_search(wanted: Wanted, case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="where you looked first"):
        hand_on(case, wanted, by=officer, consent=True)


def test_where_a_class_governs_nothing_of_this_is_done(governed: Case, officer: User) -> None:
    for act in (
        lambda: hand_on(governed, TO, by=officer, consent=True),
        lambda: ask_for_fee(governed, FEE, by=officer),
    ):
        with pytest.raises(UnusableInputError, match="class of the register governs"):
            act()
    assert not OutgoingMail.objects.exists()
