"""When a service area is reminded, and when the officer is told. No database here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from answerable.clock import working_days_between
from answerable.model import Regime

#: Each stage: its name, and the working days after the due date (before it, if negative).
BEFORE, ON_THE_DAY, AFTER, ESCALATE = "before", "on_the_day", "after", "escalate"
_DAYS_BEFORE, _DAYS_TO_ESCALATE = 2, 3


@dataclass(frozen=True, slots=True)
class Owed:
    """A task as the chasers see it: ``sent`` are the stages that went out for this due date."""

    public_id: str
    due_on: date
    regime: Regime
    sent: frozenset[str] = frozenset()


def stage(due_on: date, today: date, regime: Regime) -> str:
    """The stage a task is in on ``today``; empty while there is nothing to say."""
    if today == due_on:
        return ON_THE_DAY
    if today < due_on:
        left = working_days_between(today, due_on, regime)
        return BEFORE if left <= _DAYS_BEFORE else ""
    gone = working_days_between(due_on, today, regime)
    if gone >= _DAYS_TO_ESCALATE:
        return ESCALATE
    return AFTER if gone else ""


def chasers_due(tasks: Iterable[Owed], today: date) -> list[tuple[Owed, str]]:
    """Each task with the stage that is to go out today; a stage goes out once.

    Where days were missed, only the stage of today goes out, not those that were missed.
    """
    found = [(task, stage(task.due_on, today, task.regime)) for task in tasks]
    return [(task, at) for task, at in found if at and at not in task.sent]
