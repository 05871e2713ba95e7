"""Giving questions to a service area, changing the day, and taking them back."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import transaction

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.transitions import State
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.people.permissions import Permission
from answerable.desk.sending.queue import queue_mail
from answerable.desk.sites import staff_url
from answerable.desk.tasks.actions.change import area_name, change
from answerable.desk.tasks.due import default_due
from answerable.desk.tasks.models import OPEN, Task, TaskQuestion
from answerable.desk.today import now, today
from answerable.model import UnusableInputError

_WORKING = (State.OPEN, State.REVIEW)


@transaction.atomic
def give_out(
    case: Case,
    questions: Sequence[Question],
    area: ServiceArea,
    *,
    by: User,
    due_on: date | None = None,
    message: str = "",
) -> Task:
    """Give questions of a case to a service area, and tell its mailbox that there is work.

    Args:
        case: past triage, and of no neither-confirm-nor-deny class.
        questions: questions of it.
        area: who is to answer them.
        by: who gives them out.
        due_on: the day to answer by; a quarter of the time allowed if it is not said.
        message: words to the service area. Nothing here may say who asked.

    Raises:
        UnusableInputError: no question, a day gone by or after the answer is due, an area that has
            the question already, or a case in which nothing may be searched.
    """
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(case, "No task can be given out")
    _check(case, questions, area)
    due_on = due_on or default_due(case, today())
    _check_day(case, due_on)
    task = Task.objects.create(
        case=case, area=area, due_on=due_on, message=message.strip(), given_by=by
    )
    TaskQuestion.objects.bulk_create(TaskQuestion(task=task, question=each) for each in questions)
    Question.objects.filter(pk__in=[each.pk for each in questions]).update(service=area)
    record(
        "tasks.given",
        by=by.public_id,
        case=case.reference,
        task=task.public_id,
        area=area_name(area),
        due=due_on,
    )
    tell(task, by=by)
    return task


@transaction.atomic
def change_due(task: Task, due_on: date, *, by: User) -> Task:
    """Give another day to answer by; its reminders begin anew."""
    require(by, Permission.WRITE_CASES)
    _check_day(task.case, due_on)
    if not Task.objects.filter(pk=task.pk, state__in=OPEN).update(due_on=due_on):
        raise UnusableInputError("This task is not open any more; its day cannot be changed.")
    record(
        "tasks.due",
        by=by.public_id,
        case=task.case.reference,
        task=task.public_id,
        area=area_name(task.area),
        due=due_on,
    )
    task.due_on = due_on
    return task


@transaction.atomic
def take_back(task: Task, *, by: User) -> Task:
    """Take a task back from a service area that has not answered it."""
    require(by, Permission.WRITE_CASES)
    return change(task, "taken_back", by=by, ended_by=by, ended_at=now())


def tell(task: Task, *, by: User | None, kind: str = "task") -> None:
    """Tell the area's mailbox that there is work, and nothing else: no question, no name."""
    if task.area.mailbox:
        queue_mail(
            by=by,
            case=task.case,
            kind=kind,
            to=task.area.mailbox,
            subject="You have work",
            body=f"You have work: {link(task)}\n",
        )


def link(task: Task) -> str:
    """The address of a task, for mail."""
    return f"{settings.ADDRESS}{staff_url('task', task.public_id)}"


def _check(case: Case, questions: Sequence[Question], area: ServiceArea) -> None:
    if case.where not in _WORKING:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}. Questions are given out while a case is "
            "being answered, after triage."
        )
    if not questions or any(each.case_id != case.pk for each in questions):
        raise UnusableInputError("Choose at least one question of this case.")
    if not area.active:
        raise UnusableInputError(f"{area.name} takes no tasks any more. Choose another area.")
    has = Task.objects.filter(
        case=case, area=area, state__in=OPEN, links__question__in=questions
    ).exists()
    if has:
        raise UnusableInputError(
            f"{area.name} already has one of these questions. Wait for its answer, or take the "
            "task back first."
        )


def _check_day(case: Case, due_on: date) -> None:
    if due_on < today():
        raise UnusableInputError("The day to answer by has gone. Choose a later one.")
    if case.due_on and case.due_on >= today() and due_on > case.due_on:
        raise UnusableInputError(
            f"The answer itself is due on {case.due_on:%-d %B %Y}. Choose an earlier day."
        )
