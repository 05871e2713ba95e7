"""Asking for clarification: the clock begins anew, it is not merely resumed."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from answerable.clock import due, due_date
from answerable.desk.cases.clock import hand
from answerable.desk.cases.models import Case, ClockNote, Note
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.triage.actions import ask_to_clarify, clarified, let_clarification_lapse
from answerable.desk.triage.actions.clarify import Wanted
from answerable.desk.triage.models import Clarification
from answerable.model import Regime, UnusableInputError

On = Callable[[date], None]
WANTED = Wanted("Please tell us which car parks you mean", ("Bridge Street", "Market"))
ASKED, ANSWERED = date(2026, 11, 9), date(2026, 11, 23)


@pytest.fixture
def waiting(case: Case, officer: User, on: On) -> Case:
    on(ASKED)
    ask_to_clarify(case, WANTED, by=officer)
    return case


def test_clarification_restarts_not_pauses(waiting: Case, officer: User, on: On) -> None:
    on(ANSWERED)
    case = clarified(waiting, "Bridge Street", by=officer)
    assert case.due_on == due_date(ANSWERED, Regime.FOIA)
    assert hand(case, ANSWERED).day == 0  # none of the days gone before counts any more


def test_a_case_that_waits_is_never_late(waiting: Case, on: On) -> None:
    far = date(2027, 1, 20)
    assert not hand(waiting, far).late
    assert "not running" in hand(waiting, far).words


def test_asking_after_the_time_is_up_restarts_nothing(case: Case, officer: User, on: On) -> None:
    on(date(2026, 12, 7))
    ask_to_clarify(case, WANTED, by=officer)
    on(date(2026, 12, 14))
    assert clarified(case, "Bridge Street", by=officer).due_on == due_date(
        date(2026, 11, 2), Regime.FOIA
    )


def test_the_letter_asks_and_goes_to_the_applicant(waiting: Case) -> None:
    mail = OutgoingMail.objects.get(case=waiting)
    assert (mail.kind, mail.to) == ("clarification", "reader@example.org")
    assert "Please tell us which car parks you mean." in mail.body
    assert "Bridge Street" in mail.body
    close = due(ASKED, Regime.FOIA, "clarification_close").due
    assert f"{close:%-d %B %Y}" in mail.body


def test_without_an_address_the_letter_waits_on_the_timeline(
    case: Case, officer: User, on: On
) -> None:
    Case.objects.filter(pk=case.pk).update(applicant_email="")
    case.refresh_from_db()
    on(ASKED)
    ask_to_clarify(case, WANTED, by=officer)
    assert not OutgoingMail.objects.exists()
    assert "TO BE POSTED" in Note.objects.get(case=case).title


def test_under_the_regulations_particulars_are_asked_for(
    asked: Callable[..., Case], officer: User, on: On
) -> None:
    case = asked("What emissions did the incinerator have in 2025?")
    assert case.law is Regime.EIR
    on(ASKED)
    ask_to_clarify(case, WANTED, by=officer)
    on(ANSWERED)
    clarified(case, "all of them", by=officer)
    assert [note.type for note in ClockNote.objects.filter(case=case)] == [
        "particulars_requested_reg9",
        "particulars_received",
    ]
    assert case.due_on == due_date(ANSWERED, Regime.EIR)


def test_nothing_asked_is_refused_and_nothing_is_kept(case: Case, officer: User, on: On) -> None:
    on(ASKED)
    with pytest.raises(UnusableInputError, match="what you need to know"):
        ask_to_clarify(case, Wanted("  "), by=officer)
    assert not Clarification.objects.exists()
    assert not ClockNote.objects.exists()
    assert Case.objects.get(pk=case.pk).state == "received"


def test_a_case_that_waits_already_cannot_be_asked_again(
    waiting: Case, officer: User, on: On
) -> None:
    with pytest.raises(UnusableInputError, match="waiting for the applicant"):
        ask_to_clarify(waiting, WANTED, by=officer)
    assert Clarification.objects.count() == 1


@pytest.mark.parametrize("day", [date(2026, 11, 8), date(2026, 11, 24)])
def test_an_answer_before_the_question_or_to_come_is_refused(
    day: date, waiting: Case, officer: User, on: On
) -> None:
    on(ANSWERED)
    with pytest.raises(UnusableInputError, match="Check the date"):
        clarified(waiting, "Bridge Street", by=officer, on=day)
    assert Case.objects.get(pk=waiting.pk).state == "clarifying"


def test_an_applicant_may_answer_without_an_officer(waiting: Case, on: On) -> None:
    on(ANSWERED)
    assert clarified(waiting, "Bridge Street", by=None).state == "open"


def test_it_lapses_only_when_the_time_is_up(waiting: Case, officer: User, on: On) -> None:
    close = Clarification.objects.get().close_on
    on(close)
    with pytest.raises(UnusableInputError, match="stays open till then"):
        let_clarification_lapse(waiting, by=officer)
    on(date(2027, 2, 1))
    assert let_clarification_lapse(waiting, by=officer).state == "lapsed"


def test_nothing_is_asked_where_a_class_governs(governed: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="class of the register governs"):
        ask_to_clarify(governed, WANTED, by=officer)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "role", ["contributor", "approver", "qualified_person", "publisher", "auditor", "administrator"]
)
def test_only_an_officer_asks(role: str, case: Case, person: Callable[..., User]) -> None:
    with pytest.raises(PermissionDenied):
        ask_to_clarify(case, WANTED, by=person(role, name="zed"))
    assert Case.objects.get(pk=case.pk).state == "received"
