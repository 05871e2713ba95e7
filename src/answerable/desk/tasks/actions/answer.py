"""What a service area does with a task: take it up, return it, or answer it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Purpose
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tasks.actions.change import change
from answerable.desk.tasks.actions.search import Searched, write_searches
from answerable.desk.tasks.models import Task
from answerable.desk.today import now
from answerable.model import UnusableInputError

__all__ = ["Searched", "Upload", "accept", "answer", "return_task"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came from the browser."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


@transaction.atomic
def accept(task: Task, *, by: User) -> Task:
    """Take a task up. Somebody else of the area may take it over.

    Raises:
        PermissionDenied: it is not a task of this person's areas.
        UnusableInputError: it is open no more.
    """
    _of_area(task, by)
    return change(task, "accepted", by=by, accepted_by=by)


@transaction.atomic
def return_task(task: Task, because: str, *, by: User) -> Task:
    """Hand a task back to the officer, with the reason: "Parking holds this, not Housing"."""
    _of_area(task, by)
    if not because.strip():
        raise UnusableInputError("Say why the task is returned, and who might hold it instead.")
    return change(
        task, "returned", by=by, returned_because=because.strip(), ended_by=by, ended_at=now()
    )


@transaction.atomic
def answer(
    task: Task,
    text: str,
    *,
    by: User,
    files: Sequence[Upload] = (),
    searches: Sequence[Searched] = (),
) -> Task:
    """Answer a task with text, files, and the record of what was searched.

    Raises:
        PermissionDenied: it is not a task of this person's areas.
        UnusableInputError: nothing was said, searched or sent; or it is open no more.
    """
    _of_area(task, by)
    refuse_if_silent(task.case, "Nothing can be answered")
    if not text.strip() and not files:
        raise UnusableInputError(
            "Write the answer or choose a file. If you hold nothing, say so and say where you "
            "looked."
        )
    if not searches:
        raise UnusableInputError(
            "Say where you looked: one line a place, with the time it took. The search record "
            "is what we show if the applicant complains."
        )
    write_searches(task.case, searches, by=by, task=task)
    kept = [
        keep(
            by=by,
            case=task.case,
            name=each.name,
            content=each.content,
            purpose=Purpose.FOUND,
            media_type=each.media_type,
        )
        for each in files
    ]
    task.files.add(*kept)
    return change(task, "answered", by=by, answer=text.strip(), ended_by=by, ended_at=now())


def _of_area(task: Task, by: User) -> None:
    require(by, Permission.ANSWER_TASKS)
    if not by.service_areas.filter(pk=task.area_id).exists():
        raise PermissionDenied(f"This task was given to {task.area.name}, which is not your area.")
