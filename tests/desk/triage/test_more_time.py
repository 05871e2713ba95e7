"""More time: only from a qualified exemption under the Act, or under regulation 7."""

from collections.abc import Callable
from datetime import date

import pytest

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case, ClockNote
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.triage.actions import take_more_time
from answerable.desk.triage.actions.more_time import Wanted, extended_to
from answerable.desk.triage.models import Extension
from answerable.model import UnusableInputError

On = Callable[[date], None]
DAY, UNTIL = date(2026, 11, 23), date(2026, 12, 14)
WHY = "To disclose the bids would be likely to prejudice the commercial interests of the bidders"


def _wanted(provision: str = "s.43(2)", until: date = UNTIL) -> Wanted:
    return Wanted(until, WHY, provision)


def test_a_qualified_exemption_gives_more_time(opened: Case, officer: User, on: On) -> None:
    on(DAY)
    take_more_time(opened, _wanted(), by=officer)
    assert extended_to(opened) == UNTIL
    assert ClockNote.objects.get(case=opened).type == "s10_3_extension_notice"
    body = OutgoingMail.objects.get(case=opened).body
    assert "14 December 2026" in body
    assert "section 43(2)" in body


@pytest.mark.parametrize("provision", ["s.21", "s.40(2)", "s.41(1)", "s.31(3)", "s.24(2)"])
def test_what_has_no_balance_about_disclosure_gives_none(
    provision: str, opened: Case, officer: User, on: On
) -> None:
    on(DAY)
    with pytest.raises(UnusableInputError, match="no public interest balance"):
        take_more_time(opened, _wanted(provision), by=officer)
    assert not Extension.objects.exists()
    assert not ClockNote.objects.exists()


@pytest.mark.parametrize("provision", ["", "because", "s.999"])
def test_what_is_no_provision_gives_none(
    provision: str, opened: Case, officer: User, on: On
) -> None:
    on(DAY)
    with pytest.raises(UnusableInputError):
        take_more_time(opened, _wanted(provision), by=officer)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("until", [date(2026, 11, 20), date(2027, 3, 1)])
def test_the_new_day_lies_between_the_two_limits(
    until: date, opened: Case, officer: User, on: On
) -> None:
    on(DAY)
    with pytest.raises(UnusableInputError, match="The new day must be after"):
        take_more_time(opened, _wanted(until=until), by=officer)


def test_no_notice_after_the_due_date(opened: Case, officer: User, on: On) -> None:
    on(date(2026, 12, 7))
    with pytest.raises(UnusableInputError, match="can no longer be taken"):
        take_more_time(opened, _wanted(), by=officer)


def test_regulation_7_asks_for_no_exemption(
    asked: Callable[..., Case], officer: User, on: On
) -> None:
    case = move(asked("What emissions did the incinerator have in 2025?"), "triage", by=officer)
    on(DAY)
    take_more_time(case, _wanted(provision=""), by=officer)
    assert ClockNote.objects.get(case=case).type == "reg_7_3_notice"
    assert "complex and voluminous" in OutgoingMail.objects.get(case=case).body


def test_scotland_has_none(
    scottish: object, asked: Callable[..., Case], officer: User, on: On
) -> None:
    case = move(asked("How many teachers work in your schools?"), "triage", by=officer)
    on(DAY)
    with pytest.raises(UnusableInputError, match="There is no more time under FOISA"):
        take_more_time(case, _wanted("s.33(1)(b)"), by=officer)


def test_where_a_class_governs_no_time_is_taken(governed: Case, officer: User, on: On) -> None:
    move(governed, "triage", by=officer)
    on(DAY)
    with pytest.raises(UnusableInputError, match="class of the register governs"):
        take_more_time(governed, _wanted(), by=officer)
