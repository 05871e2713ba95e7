"""What happens to a clock on its way, and what is said about it."""

from datetime import date

import pytest

from answerable.clock import Due, Event, check_events, due
from answerable.model import Regime, UnusableInputError


def test_a_clarification_asked_for_too_late_stops_nothing() -> None:
    events = [
        Event("clarification_requested_s1_3", date(2026, 4, 20)),
        Event("clarification_received", date(2026, 4, 22)),
    ]
    found = due(date(2026, 3, 10), Regime.FOIA, events=events)
    assert found.due == date(2026, 4, 10)
    assert any("after the time was up" in note for note in found.notes)


def test_a_fee_that_is_not_paid_keeps_the_days_from_counting() -> None:
    with pytest.raises(UnusableInputError):
        due(date(2026, 3, 10), Regime.FOIA, events=[Event("fees_notice_given", date(2026, 3, 12))])


def test_an_extension_needs_a_qualified_exemption() -> None:
    events = [Event("s10_3_extension_notice", date(2026, 2, 9))]
    with pytest.raises(UnusableInputError, match="no public interest balance"):
        due(
            date(2026, 1, 12), Regime.FOIA, "pit_extension_outer_limit_ico", events, provision="s21"
        )
    found = due(
        date(2026, 1, 12),
        Regime.FOIA,
        "pit_extension_outer_limit_ico",
        events,
        provision="s35(1)(a)",
    )
    assert found.due == date(2026, 3, 9)
    assert any("9 February 2026" in note for note in found.notes)


def test_scotland_has_no_public_interest_extension() -> None:
    with pytest.raises(UnusableInputError, match="only under FOIA"):
        due(
            date(2026, 1, 12),
            Regime.FOISA,
            events=[Event("s10_3_extension_notice", date(2026, 2, 9))],
        )


def test_without_a_late_reply_the_scottish_window_runs_from_the_end_of_the_time() -> None:
    found = due(date(2026, 3, 10), Regime.FOISA, "last_day_to_require_review")
    assert found.counted_from == date(2026, 4, 8)


def test_a_tribunal_time_that_ends_on_a_holiday_moves_on() -> None:
    found = due(date(2026, 3, 6), Regime.FOIA, "tribunal_appeal")
    assert found.due == date(2026, 4, 7)  # Good Friday, the weekend, Easter Monday


def test_a_posted_scottish_notice_is_received_on_the_third_day() -> None:
    found = due(
        date(2026, 3, 2), Regime.FOISA, "review_response", [Event("posted", date(2026, 3, 2))]
    )
    assert found.counted_from == date(2026, 3, 5)


def test_a_holiday_not_yet_announced_is_not_known() -> None:
    early = due(date(2022, 9, 5), Regime.FOIA, at=date(2022, 9, 6))
    later = due(date(2022, 9, 5), Regime.FOIA)
    assert early.due < later.due
    assert any("was made a bank holiday" in note for note in later.notes)


def test_past_the_calendar_there_is_a_warning() -> None:
    found = due(date(2028, 12, 20), Regime.FOIA)
    assert any("Import a newer list" in note for note in found.notes)


@pytest.mark.parametrize("received", [date(1999, 1, 4), date(2060, 1, 4)])
def test_far_outside_the_calendar_is_one_sentence(received: date) -> None:
    with pytest.raises(UnusableInputError, match="outside the calendar"):
        due(received, Regime.FOIA)


@pytest.mark.parametrize("clock", ["nonsense", "review_response"])
def test_a_clock_that_is_not_there_names_those_that_are(clock: str) -> None:
    with pytest.raises(UnusableInputError, match="there are response"):
        due(date(2026, 3, 2), Regime.FOIA, clock)


def test_an_event_before_receipt_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="before the start"):
        due(
            date(2026, 3, 10),
            Regime.FOIA,
            events=[Event("clarification_received", date(2026, 3, 2))],
        )


def test_contested_periods_say_so() -> None:
    assert any(
        "three months" in n
        for n in due(date(2026, 3, 2), Regime.FOIA, "ico_complaint_window").notes
    )
    assert any(
        "45" in n for n in due(date(2026, 3, 2), Regime.FOISA, "court_of_session_appeal").notes
    )


def _to_require_review(answered: date | None) -> Due:
    events = [Event("response_received_late", on=answered)] if answered else []
    return due(date(2026, 3, 10), Regime.FOISA, "last_day_to_require_review", events)


@pytest.mark.parametrize("answered", [date(2026, 3, 20), date(2026, 4, 8)])
def test_an_answer_in_time_does_not_shorten_the_time_to_require_review(answered: date) -> None:
    found, plain = _to_require_review(answered), _to_require_review(None)
    assert found.due == plain.due == date(2026, 6, 5)
    assert found.counted_from == date(2026, 4, 8)
    assert any("was in time" in note for note in found.notes)
    assert not any("was in time" in note for note in plain.notes)


def test_a_late_answer_lengthens_the_time_to_require_review() -> None:
    found = _to_require_review(date(2026, 4, 9))
    assert found.counted_from == date(2026, 4, 9)
    assert found.due > date(2026, 6, 5)
    assert not any("was in time" in note for note in found.notes)


def test_the_day_of_an_answer_does_not_move_the_time_for_it() -> None:
    late = [Event("response_received_late", on=date(2026, 4, 20))]
    found = due(date(2026, 3, 10), Regime.FOISA, "response", late)
    assert found.due == date(2026, 4, 8)


@pytest.mark.parametrize("regime", list(Regime))
def test_an_event_that_is_none_is_answered_with_those_of_the_law_asked_about(
    regime: Regime,
) -> None:
    with pytest.raises(UnusableInputError) as problem:
        check_events(["banana"], regime)
    said = str(problem.value)
    assert f"under {regime} there are" in said
    assert ("reg_7_3_notice" in said) is regime.environmental
    assert ("fees_notice_given" in said) is not regime.environmental
    check_events(["request_received_by_second_authority_with_consent"], regime)
