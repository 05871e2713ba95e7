"""A request is taken in: its questions proposed, its regime and clock set, nothing lost."""

from datetime import date

import pytest

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, note_clock, receive
from answerable.desk.cases.clock import hand
from answerable.desk.cases.models import Case, days_late
from answerable.desk.cases.transitions import State
from answerable.desk.people.models import User
from answerable.model import UnusableInputError


def test_the_questions_stand_as_they_were_numbered(case: Case) -> None:
    assert [question.number for question in case.questions.all()] == ["1", "2"]


def test_the_clock_says_when_the_answer_is_due(case: Case) -> None:
    assert case.due_on == date(2026, 12, 1)  # St Andrew's Day, 30 November, does not count


def test_a_scottish_authority_answers_under_its_own_act(authority: Authority) -> None:
    Authority.objects.update(scottish=True)
    case = receive(Arrived(text="How many staff do you employ?", on=date(2026, 11, 2)), by=None)
    assert case.regime == "FOISA"


def test_a_street_request_is_not_environmental_because_tree_is_in_it(authority: Authority) -> None:
    text = "How many penalty notices were issued in Crabtree Street in 2025?"
    assert receive(Arrived(text=text), by=None).regime == "FOIA"


def test_air_quality_is_environmental(authority: Authority) -> None:
    text = "Please send the nitrogen dioxide emissions measured at each air quality station."
    assert receive(Arrived(text=text), by=None).regime == "EIR"


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_request_is_refused_and_leaves_nothing(text: str, authority: Authority) -> None:
    with pytest.raises(UnusableInputError, match="empty"):
        receive(Arrived(text=text), by=None)
    assert not Case.objects.exists()


def test_a_day_of_receipt_in_the_future_is_refused(authority: Authority) -> None:
    with pytest.raises(UnusableInputError, match="future"):
        receive(Arrived(text="How many?", on=date(2099, 1, 1)), by=None)


def test_references_tell_nothing_about_order(authority: Authority) -> None:
    made = [receive(Arrived(text="How many staff?"), by=None).reference for _ in range(20)]
    assert len(set(made)) == 20
    assert made != sorted(made)


def test_clarification_restarts_the_clock_and_does_not_pause_it(case: Case, officer: User) -> None:
    note_clock(case, "clarification_requested_s1_3", by=officer, on=date(2026, 11, 9))
    note_clock(case, "clarification_received", by=officer, on=date(2026, 11, 16))
    assert case.due_on == date(
        2026, 12, 15
    )  # twenty working days after 16 November, without 30 November


def test_a_request_that_waits_for_the_applicant_is_not_overdue(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state=State.CLARIFYING)
    case.refresh_from_db()
    clock = hand(case, date(2027, 1, 20))
    assert not clock.late
    assert "clock not running" in clock.words
    assert days_late(case, date(2027, 1, 20)) == 0


def test_a_request_past_its_day_is_late(case: Case) -> None:
    assert hand(case, date(2026, 12, 3)).words == "2 days late"
    assert not hand(case, date(2026, 12, 1)).late


def test_an_event_the_clock_does_not_know_leaves_nothing(case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError):
        note_clock(case, "the_dog_ate_it", by=officer, on=date(2026, 11, 9))
    assert not case.clock_notes.exists()


def test_more_time_moves_the_day_to_the_one_that_the_notice_gave(case: Case, officer: User) -> None:
    note_clock(
        case,
        "s10_3_extension_notice",
        by=officer,
        on=date(2026, 11, 20),
        ends=date(2026, 12, 18),
    )
    assert case.due_on == date(2026, 12, 18)
    clock = hand(case, date(2026, 12, 10))
    assert not clock.late
    assert clock.of > 20


def test_a_review_is_late_by_its_own_day_and_not_by_that_of_the_answer(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state=State.REVIEW, due_on=date(2027, 2, 1))
    case.refresh_from_db()
    assert not hand(case, date(2027, 1, 20)).late
    assert hand(case, date(2027, 2, 2)).words == "1 day late"
