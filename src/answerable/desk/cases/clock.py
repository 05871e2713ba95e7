"""The clock of a case: the core's due date, its workings, and the day we are on."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from answerable.clock import Due, Event, due
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import RUNNING, WAITING, State
from answerable.model import Regime


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
    """The due date of a case with its workings, day by day. A new case has no notes to be asked for.

    Raises:
        UnusableInputError: its events are out of order, or it lies beyond the calendar.
    """
    kept = list(case.clock_notes.all()) if case.pk else []
    if not kept:
        return first_clock(case.received_on, case.law)
    notes = [note.event for note in kept]
    plain = due(case.received_on, case.law, "response", notes)
    until = max((note.ends for note in kept if note.type in _LONGER and note.ends), default=None)
    if until is None or until <= plain.due:
        return plain
    return _longer(case, notes, until)


@lru_cache(1_024)
def first_clock(received: date, law: Regime) -> Due:
    """The clock of any request that was received on this day, before anything happened to it."""
    return due(received, law, "response", [])


#: A notice of more time, and the clock that says how far it may go. FOIA s.10(3); EIR reg.7.
_LONGER = {
    "s10_3_extension_notice": "pit_extension_outer_limit_ico",
    "reg_7_3_notice": "response_extended_reg7",
}


def _longer(case: Case, notes: list[Event], until: date) -> Due:
    """The clock up to the day that a notice of more time gave."""
    kind = next(note.type for note in reversed(notes) if note.type in _LONGER)
    outer = due(case.received_on, case.law, _LONGER[kind], notes)
    return replace(
        outer,
        clock="response",
        due=until,
        workings=tuple(working for working in outer.workings if working.date <= until),
        notes=(*outer.notes, f"The notice of more time says that we answer by {until:%-d %B %Y}."),
    )


def hand(case: Case, today: date) -> Hand:
    """The clock of ``case`` as it stands on ``today``, in words an officer can say aloud."""
    if case.where is State.REVIEW and case.due_on:
        return _of_review(case, today)
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


def _of_review(case: Case, today: date) -> Hand:
    """A review has a clock of its own, which the review wound when it was asked for."""
    due_on = case.due_on or today
    return Hand(
        day=0,
        of=0,
        due=due_on,
        late=today > due_on,
        runs=True,
        words=_words(case, due_on, today),
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
