"""What waits, what has lapsed, and what is out of order is said and given no due date."""

from datetime import date

import pytest

from answerable.clock import Due, Event, check_events, due
from answerable.model import Regime, UnusableInputError

RECEIVED = date(2026, 3, 10)
PLAIN = date(2026, 4, 10)


def clock(*events: Event, regime: Regime = Regime.FOIA, name: str = "response") -> Due:
    return due(RECEIVED, regime, name, events)


def asked(*days: date, kind: str = "clarification_requested_s1_3") -> list[Event]:
    return [Event(kind, day) for day in days]


def got(day: date) -> Event:
    return Event("clarification_received", day)


def fee(notice: date, paid: date) -> list[Event]:
    return [Event("fees_notice_given", notice), Event("fee_received", paid)]


def test_a_clarification_not_received_leaves_no_due_date_and_says_so() -> None:
    found = clock(*asked(date(2026, 3, 20)))
    assert "waits" in found.no_date
    assert "20 March 2026" in found.no_date
    assert found.no_date in found.notes


def test_particulars_not_received_wait_under_the_regulations_too() -> None:
    events = asked(date(2026, 3, 20), kind="particulars_requested_reg9")
    assert "waits" in clock(*events, regime=Regime.EIR).no_date


def test_a_clarification_that_came_has_a_due_date() -> None:
    found = clock(*asked(date(2026, 3, 20)), got(date(2026, 3, 20)))
    assert found.no_date == ""
    assert found.counted_from == date(2026, 3, 20)


def test_a_second_clarification_that_is_awaited_waits() -> None:
    found = clock(*asked(date(2026, 3, 12), date(2026, 3, 20)), got(date(2026, 3, 16)))
    assert "waits" in found.no_date


def test_a_clarification_asked_for_after_the_day_does_not_wait() -> None:
    found = clock(*asked(date(2026, 4, 25)))
    assert (found.due, found.no_date) == (PLAIN, "")
    assert any("after the time was up on 10 April 2026" in note for note in found.notes)


def test_a_clarification_received_before_it_was_asked_for_is_out_of_order() -> None:
    found = clock(*asked(date(2026, 4, 25)), got(date(2026, 4, 20)))
    assert "before it was asked for on 25 April 2026" in found.no_date
    assert found.due == PLAIN


def test_a_review_does_not_wait_for_a_clarification_of_the_request() -> None:
    found = clock(*asked(date(2026, 3, 20)), name="internal_review_target")
    assert found.no_date == ""


@pytest.mark.parametrize(
    ("paid", "lapsed"), [(date(2026, 6, 19), False), (date(2026, 6, 20), True)]
)
def test_a_fee_paid_after_three_months_has_lapsed(paid: date, lapsed: bool) -> None:
    found = clock(*fee(date(2026, 3, 20), paid))
    assert ("lapsed" in found.no_date) is lapsed
    assert ("ended on 19 June 2026 (FOIA s.9(2))" in found.no_date) is lapsed


@pytest.mark.parametrize(
    ("regime", "last"), [(Regime.EIR, date(2026, 6, 19)), (Regime.EISR, date(2026, 6, 17))]
)
def test_an_advance_payment_has_sixty_working_days(regime: Regime, last: date) -> None:
    def paid(day: date) -> str:
        notice = Event("payment_notice_reg8", date(2026, 3, 20))
        return clock(notice, Event("payment_received", day), regime=regime).no_date

    assert paid(last) == ""
    assert "lapsed" in paid(date.fromordinal(last.toordinal() + 1))


def test_a_fee_before_its_notice_is_out_of_order() -> None:
    with pytest.raises(UnusableInputError, match=r"12 March 2026 is before its notice.*20 March"):
        clock(*fee(date(2026, 3, 20), date(2026, 3, 12)))


def test_an_unpaid_notice_names_the_last_day_to_pay() -> None:
    with pytest.raises(UnusableInputError, match="last day to pay is 19 June 2026"):
        clock(Event("fees_notice_given", date(2026, 3, 20)))


def test_a_notice_after_the_day_stops_nothing() -> None:
    found = clock(*fee(date(2026, 4, 20), date(2026, 4, 22)))
    assert found.due == PLAIN
    assert any("does not stop the time" in note for note in found.notes)


def test_a_payment_without_a_notice_is_told() -> None:
    found = clock(Event("fee_received", date(2026, 3, 20)))
    assert found.due == PLAIN
    assert any("no notice" in note for note in found.notes)


@pytest.mark.parametrize("provision", ["s.21", "banana", "FOISA s.33(1)(b)", "EIR reg 12(4)(b)"])
@pytest.mark.parametrize("noticed", [True, False])
def test_more_time_is_refused_without_a_balance_of_the_act(provision: str, noticed: bool) -> None:
    events = [Event("s10_3_extension_notice", date(2026, 3, 20))] if noticed else []
    with pytest.raises(UnusableInputError):
        due(
            RECEIVED,
            Regime.FOIA,
            "pit_extension_outer_limit_ico",
            events,
            provision=provision,
        )


def test_more_time_for_a_qualified_exemption_is_reckoned() -> None:
    found = due(RECEIVED, Regime.FOIA, "pit_extension_outer_limit_ico", provision="s.43(2)")
    assert found.due == date(2026, 5, 11)


def test_a_provision_that_nothing_weighs_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="leave it out"):
        due(RECEIVED, Regime.FOIA, provision="s.43(2)")


def test_a_closed_school_never_passes_the_sixtieth_working_day() -> None:
    closed = Event("school_closed", from_=date(2026, 7, 11), to=date(2026, 12, 1))
    plain = due(date(2026, 7, 10), Regime.FOIA, events=[closed])
    assert plain.due == due(date(2026, 7, 10), Regime.FOIA, "response_school", [closed]).due
    assert plain.due == date(2026, 10, 7)


def test_a_school_closed_beyond_the_calendar_still_has_its_sixtieth_day() -> None:
    closed = Event("school_closed", from_=date(2026, 7, 11), to=date(2035, 1, 1))
    assert due(date(2026, 7, 10), Regime.FOIA, events=[closed]).due == date(2026, 10, 7)


@pytest.mark.parametrize("since", [date(2026, 7, 20), date(2026, 7, 18), date(2025, 12, 1)])
@pytest.mark.parametrize("clock_name", ["response", "response_school"])
def test_a_request_that_comes_in_the_holidays_is_counted_from_their_end(
    since: date, clock_name: str
) -> None:
    closed = Event("school_closed", from_=since, to=date(2026, 9, 1))
    found = due(date(2026, 7, 27), Regime.FOIA, clock_name, [closed])
    assert found.due == date(2026, 9, 29)  # 20 school days from 2 September
    assert next(each.date for each in found.workings if each.counts) == date(2026, 9, 2)


def test_a_holiday_begun_before_the_request_never_passes_the_sixtieth_working_day() -> None:
    closed = Event("school_closed", from_=date(2026, 7, 18), to=date(2026, 10, 31))
    assert due(date(2026, 7, 20), Regime.FOIA, "response_school", [closed]).due == date(
        2026, 10, 14
    )


def test_a_holiday_on_the_day_of_receipt_alone_changes_nothing() -> None:
    closed = Event("school_closed", from_=date(2026, 7, 1), to=date(2026, 7, 10))
    found = due(date(2026, 7, 10), Regime.FOIA, "response_school", [closed])
    assert found.due == due(date(2026, 7, 10), Regime.FOIA, "response_school").due


@pytest.mark.parametrize(
    "event",
    [
        Event("school_closed", from_=date(2026, 5, 23), to=date(2026, 5, 31)),
        Event("school_closed", date(2026, 7, 9)),
        Event("clarification_received", date(2026, 7, 9)),
    ],
)
def test_what_was_over_before_the_request_came_is_a_slip_in_the_dates(event: Event) -> None:
    with pytest.raises(UnusableInputError, match="before the start"):
        due(date(2026, 7, 10), Regime.FOIA, "response_school", [event])


def test_a_closed_school_does_not_move_a_review() -> None:
    closed = Event("school_closed", from_=date(2026, 7, 11), to=date(2026, 12, 1))
    found = due(date(2026, 7, 10), Regime.FOIA, "internal_review_target", [closed])
    assert found.due == due(date(2026, 7, 10), Regime.FOIA, "internal_review_target").due
    assert any("does not move this period" in note for note in found.notes)


@pytest.mark.parametrize("regime", [Regime.FOIA, Regime.EIR, Regime.EISR])
def test_the_third_day_after_posting_is_scottish_law_only(regime: Regime) -> None:
    assert clock(Event("posted", date(2026, 3, 12)), regime=regime).counted_from == RECEIVED


@pytest.mark.parametrize(
    ("event", "regime"),
    [
        ("posted", Regime.FOIA),
        ("posted", Regime.EISR),
        ("particulars_received", Regime.FOIA),
        ("payment_notice_reg8", Regime.FOIA),
        ("fees_notice_given", Regime.EIR),
        ("clarification_received", Regime.EIR),
        ("school_closed", Regime.FOISA),
        ("reg_7_3_notice", Regime.FOIA),
    ],
)
def test_an_event_of_another_law_is_refused_by_name(event: str, regime: Regime) -> None:
    with pytest.raises(UnusableInputError, match=f"“{event}” under {regime.value}; it exists only"):
        check_events([event], regime)


@pytest.mark.parametrize(
    ("event", "regime"),
    [
        ("posted", Regime.FOISA),
        ("clarification_received", Regime.FOISA),
        ("particulars_received", Regime.EISR),
        ("fee_received", Regime.FOIA),
        ("request_received_by_second_authority_with_consent", Regime.EIR),
    ],
)
def test_an_event_of_the_law_is_taken(event: str, regime: Regime) -> None:
    check_events([event], regime)


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (date(2025, 11, 28), date(2026, 2, 27)),
        (date(2025, 11, 29), date(2026, 2, 28)),
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2025, 12, 1), date(2026, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2026, 3, 1), date(2026, 5, 31)),
        (date(2026, 3, 31), date(2026, 6, 30)),
        (date(2026, 3, 20), date(2026, 6, 19)),
    ],
)
def test_three_months_beginning_with_a_day_end_by_the_corresponding_date(
    notice: date, last: date
) -> None:
    assert due(notice, Regime.FOIA, "fee_payment_window").due == last
    assert due(notice, Regime.FOISA, "fee_payment_window").due == last


@pytest.mark.parametrize(
    ("day", "last"),
    [(date(2025, 8, 31), date(2026, 2, 28)), (date(2026, 3, 2), date(2026, 9, 2))],
)
def test_six_months_after_a_day_end_on_its_number_or_the_last_of_the_month(
    day: date, last: date
) -> None:
    name = "application_to_scottish_information_commissioner"
    assert due(day, Regime.FOISA, name).due == last


def test_a_review_under_the_scottish_regulations_is_asked_for_within_forty_days() -> None:
    found = due(RECEIVED, Regime.EISR, "last_day_to_make_reg16_representations")
    assert found.due == date(2026, 5, 7)
    assert found.cites == ("EISR reg.16(2)",)


def test_a_day_that_moves_names_the_day_it_moves_to() -> None:
    found = due(date(2026, 3, 6), Regime.FOIA, "tribunal_appeal")
    assert any("next working day, Tuesday 7 April 2026" in note for note in found.notes)


def test_the_review_and_the_asking_for_it_rest_on_their_own_paragraphs() -> None:
    assert due(RECEIVED, Regime.EISR, "review_response").cites == ("EISR reg.16(4)",)
    assert due(RECEIVED, Regime.FOISA, "review_response").cites == ("FOISA s.21(1)",)
