"""When a service area is reminded: before, on the day, after, then the officer; each once."""

from datetime import UTC, date, datetime

import pytest
from tests.desk.tasks.conftest import LOOKED

from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.tasks.actions import answer, change_due, chase_all, take_back
from answerable.desk.tasks.chasers import Owed, chasers_due, stage
from answerable.desk.tasks.models import Task
from answerable.model import Regime

FRIDAY = date(2026, 11, 13)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 10), ""),
        (date(2026, 11, 11), "before"),
        (date(2026, 11, 12), "before"),
        (FRIDAY, "on_the_day"),
        (date(2026, 11, 14), ""),  # Saturday
        (date(2026, 11, 15), ""),
        (date(2026, 11, 16), "after"),
        (date(2026, 11, 17), "after"),
        (date(2026, 11, 18), "escalate"),
        (date(2026, 12, 18), "escalate"),
    ],
)
def test_the_stage_follows_the_working_days(today: date, said: str) -> None:
    assert stage(FRIDAY, today, Regime.FOIA) == said


def test_a_stage_that_went_out_does_not_go_out_again() -> None:
    owed = Owed("a", FRIDAY, Regime.FOIA, frozenset({"on_the_day"}))
    assert chasers_due([owed], FRIDAY) == []


def test_of_days_that_were_missed_only_the_stage_of_today_goes_out() -> None:
    assert [at for _, at in chasers_due([Owed("a", FRIDAY, Regime.FOIA)], date(2026, 11, 30))] == [
        "escalate"
    ]


def test_nothing_owed_is_nothing_chased() -> None:
    assert chasers_due([], FRIDAY) == []


def test_the_mailbox_is_reminded_once_however_often_the_worker_looks(task: Task) -> None:
    before = OutgoingMail.objects.count()
    assert chase_all(at(task.due_on)) == 1
    assert chase_all(at(task.due_on)) == 0
    sent = list(OutgoingMail.objects.order_by("pk")[before:])
    assert [mail.to for mail in sent] == ["housing@northmere.example"]


def test_days_of_silence_are_told_to_the_officer(task: Task, officer: User) -> None:
    chase_all(at(date(2026, 11, 30)))
    told = OutgoingMail.objects.get(to=officer.email)
    assert "Housing has not answered" in told.subject
    assert "A. Reader" not in told.body


def test_an_officer_who_left_is_not_told_but_the_team_is(task: Task, officer: User) -> None:
    User.objects.filter(pk=officer.pk).update(is_active=False)
    chase_all(at(date(2026, 11, 30)))
    assert not OutgoingMail.objects.filter(to=officer.email).exists()
    assert OutgoingMail.objects.filter(to="foi@northmere.example").exists()


def test_an_answered_task_is_not_chased(task: Task, contributor: User) -> None:
    answer(task, "There were 12.", by=contributor, searches=[LOOKED])
    assert chase_all(at(date(2026, 11, 30))) == 0


def test_a_task_taken_back_is_not_chased(task: Task, officer: User) -> None:
    take_back(task, by=officer)
    assert chase_all(at(date(2026, 11, 30))) == 0


def test_a_case_that_waits_for_the_applicant_is_not_chased(task: Task) -> None:
    Case.objects.filter(pk=task.case_id).update(state="clarifying")
    assert chase_all(at(date(2026, 11, 30))) == 0


def test_a_case_of_a_class_is_not_chased_and_nothing_tells(task: Task, silent: object) -> None:
    silent()  # type: ignore[operator]
    mail, events = OutgoingMail.objects.count(), Event.objects.count()
    assert chase_all(at(date(2026, 11, 30))) == 0
    assert (OutgoingMail.objects.count(), Event.objects.count()) == (mail, events)


def test_another_day_begins_the_reminders_anew(task: Task, officer: User) -> None:
    assert chase_all(at(task.due_on)) == 1
    change_due(task, date(2026, 11, 20), by=officer)
    assert chase_all(at(date(2026, 11, 20))) == 1


def test_an_area_without_a_mailbox_is_chased_without_mail(task: Task, housing: ServiceArea) -> None:
    ServiceArea.objects.filter(pk=housing.pk).update(mailbox="")
    before = OutgoingMail.objects.count()
    chase_all(at(task.due_on))
    assert OutgoingMail.objects.count() == before
