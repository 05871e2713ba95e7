"""The clock of a case: the core's due date, its workings, and the day we are on."""

from dataclasses import dataclass
from datetime import date

from answerable.clock import Due, due
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import RUNNING, WAITING


@dataclass(frozen=True, slots=True)
class Hand:
    """Where the clock stands today. ``day`` counts working days gone, ``of`` those allowed."""

    day: int
    of: int
    due: date
    late: bool
    runs: bool
    words: str


def clock_of(case: Case) -> Due:
    """The due date of a case with its workings, day by day.

    Raises:
        UnusableInputError: its events are out of order, or it lies beyond the calendar.
    """
    notes = [note.event for note in case.clock_notes.all()] if case.pk else []
    return due(case.received_on, case.law, "response", notes)


def hand(case: Case, today: date) -> Hand:
    """The clock of ``case`` as it stands on ``today``, in words an officer can say aloud."""
    workings = clock_of(case)
    counted = [working for working in workings.workings if working.counts]
    day = sum(working.date <= today for working in counted)
    runs = case.where in RUNNING
    late = runs and today > workings.due
    return Hand(
        day=day,
        of=len(counted),
        due=workings.due,
        late=late,
        runs=runs,
        words=_words(case, workings.due, today),
    )


def _words(case: Case, due_on: date, today: date) -> str:
    if case.where in WAITING:
        return f"{case.state_words}, clock not running"
    if case.where not in RUNNING:
        return case.state_words
    days = (due_on - today).days
    if days < 0:
        return f"{-days} day{'s' if days < -1 else ''} late"
    if days <= 1:
        return "due tomorrow" if days else "due today"
    return f"due {due_on:%A}" if days < 7 else f"due {due_on:%-d %B %Y}"
