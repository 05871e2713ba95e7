"""What the actions on a task share: the move by compare-and-set, with its event."""

import re

from answerable.desk.events.record import record
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.tasks.models import OPEN, Task
from answerable.model import UnusableInputError

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 -]+")


def area_name(area: ServiceArea) -> str:
    """The name of an area as an event may keep it."""
    name = area.name.replace("'", "").replace("’", "")
    return " ".join(_NOT_PLAIN.sub(" ", name).split()[:8])[:120]


def change(task: Task, to: str, *, by: User, **fields: object) -> Task:
    """Let an open task stand as ``to``; refused if somebody else was first.

    Raises:
        UnusableInputError: it is open no more.
    """
    changed = Task.objects.filter(pk=task.pk, state__in=OPEN).update(state=to, **fields)
    if not changed:
        raise UnusableInputError(
            "This task is not open any more: it was answered, returned or taken back. "
            "Open it again to see what was done."
        )
    record(
        f"tasks.{to}",
        by=by.public_id,
        case=task.case.reference,
        task=task.public_id,
        area=area_name(task.area),
    )
    task.refresh_from_db()
    return task
