"""When an answer is due, with the workings day by day.

The periods, the names of the clocks and what each event does are data (``clocks.yaml`` and
``clock_table.yaml``); here is only how days are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from answerable.clock.calendar import Calendar, calendar_for
from answerable.clock.events import Event
from answerable.clock.rules import Clock, clock_for, effect_of, rule
from answerable.law.holidays import Edition
from answerable.model import Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class Working:
    """One day of the count: ``n`` is its number if it counts, ``why`` the reason if not."""

    date: date
    counts: bool
    n: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """A due date, what it rests on, and how it was reached."""

    due: date
    clock: str
    regime: Regime
    received: date
    counted_from: date
    cites: tuple[str, ...]
    workings: tuple[Working, ...]
    notes: tuple[str, ...]
    edition: str


@dataclass(slots=True)
class _Course:
    """What the events leave of the count."""

    counted_from: date
    paused: list[tuple[date, date]] = field(default_factory=list)
    closed: list[tuple[date, date]] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def due(
    received: date,
    regime: Regime,
    clock: str = "response",
    events: Sequence[Event] = (),
    at: date | None = None,
    edition: Edition | None = None,
    provision: str = "",
) -> Due:
    """The due date of ``clock`` for a request received on ``received``.

    Args:
        received: the day the period starts from: receipt, or for other clocks the day the
            notice, answer or outcome was given or received.
        regime: the law; it decides the period and whose bank holidays count.
        clock: the name of the period; see ``answerable due --list``.
        events: what happened on the way; see ``answerable due --list``.
        at: the day the question is asked, which decides what bank holidays were known.
        edition: the calendar, if not the bundled one.
        provision: for a public interest extension, the exemption considered.

    Raises:
        UnusableInputError: an unknown clock or event, an event out of order, or a date beyond
            the calendar.
    """
    wanted = clock_for(clock, regime)
    calendar = calendar_for(regime, edition, at)
    if not calendar.reaches(received):
        raise UnusableInputError(
            f"{received:%-d %B %Y} is outside the calendar, which knows bank holidays from "
            f"{calendar.edition.first:%-d %B %Y} to {calendar.edition.last:%-d %B %Y}."
        )
    start = received
    course = _course(start, wanted, regime, events, calendar, provision)
    if (
        wanted.counts_from
        and not any(e.type == wanted.counts_from for e in events)
        and wanted.after
    ):
        first = due(received, regime, wanted.after, events, at, edition)
        course.counted_from = first.due
        course.notes.append(
            f"Counted from the end of the time for an answer, {first.due:%-d %B %Y}."
        )
    try:
        day, workings = _count(course, wanted, calendar)
    except IndexError:
        raise UnusableInputError(
            f"The date lies beyond the calendar, which ends on {calendar.edition.last:%-d %B %Y}."
        ) from None
    return Due(
        due=day,
        clock=clock,
        regime=regime,
        received=received,
        counted_from=course.counted_from,
        cites=tuple(dict.fromkeys((*wanted.cites, *course.cites))),
        workings=workings,
        notes=(*wanted.notes, *course.notes, *_edition_notes(day, calendar, course)),
        edition=calendar.edition.id,
    )


def due_date(received: date, regime: Regime) -> date:
    """The plain response date, fast: a table look-up and nothing else.

    FOIA s.10(1), EIR reg.5(2), FOISA s.10(1), EI(S)R reg.5(2).
    """
    return _PLAIN[regime].nth(received, _PERIOD[regime])


def working_days_between(start: date, end: date, regime: Regime) -> int:
    """How many working days there are after ``start`` up to and including ``end``."""
    return _PLAIN[regime].between(start, end)


_PLAIN = {regime: calendar_for(regime) for regime in Regime}
_PERIOD = {regime: clock_for("response", regime).n for regime in Regime}


def _course(
    start: date,
    wanted: Clock,
    regime: Regime,
    events: Sequence[Event],
    calendar: Calendar,
    provision: str,
) -> _Course:
    course = _Course(start)
    ordered = sorted(events, key=lambda event: event.first)
    for event in ordered:
        effect = effect_of(event.type)
        if event.first < start:
            raise UnusableInputError(
                f"The event {event.type} on {event.first:%-d %B %Y} is before the start, "
                f"{start:%-d %B %Y}; check the dates."
            )
        _apply(course, event, effect, ordered, wanted, regime, calendar, provision)
    return course


def _apply(
    course: _Course,
    event: Event,
    effect: dict[str, Any],
    events: Sequence[Event],
    wanted: Clock,
    regime: Regime,
    calendar: Calendar,
    provision: str,
) -> None:
    name = effect["effect"]
    source = (effect.get("rules") or {}).get(regime.value)
    cites = [rule(source)["provision"]] if source else []
    if name == "restarts":
        if _asked_in_time(course, event, effect, events, wanted, calendar):
            course.counted_from = event.first
            course.paused.clear()
            course.cites += cites
            course.notes.append(f"The time began again on {event.first:%-d %B %Y} ({event.type}).")
    elif name == "pauses":
        end = next((e.first for e in events if e.type == effect["until"]), None)
        if end is None:
            raise UnusableInputError(
                f"The time is not running since {event.first:%-d %B %Y} ({event.type}); give the "
                f"day of payment as {effect['until']}=DATE."
            )
        course.paused.append((event.first, end))
        course.cites += cites
    elif name == "closed":
        course.closed.append((event.from_ or event.first, event.to or event.first))
        course.cites += cites
    elif name == "counts_from":
        course.counted_from = event.first
    elif name == "posted":
        course.counted_from = event.first + timedelta(days=3)
        course.notes.append("A posted notice is taken as received on the third day (FOISA s.74).")
        course.cites += cites
    elif name == "extends":
        _extend(course, event, wanted, regime, calendar, provision, cites)


def _asked_in_time(
    course: _Course,
    event: Event,
    effect: dict[str, Any],
    events: Sequence[Event],
    wanted: Clock,
    calendar: Calendar,
) -> bool:
    """A clarification asked for after the time is up stops nothing."""
    asked = [e for e in events if e.type == effect.get("after") and e.first <= event.first]
    if not asked or wanted.unit != "working_day":
        return True
    end = calendar.nth(course.counted_from, wanted.n)
    if asked[-1].first > end:
        course.notes.append(
            f"The clarification was asked for on {asked[-1].first:%-d %B %Y}, after the time was "
            f"up on {end:%-d %B %Y}; it does not start the time again."
        )
        return False
    return True


def _extend(
    course: _Course,
    event: Event,
    wanted: Clock,
    regime: Regime,
    calendar: Calendar,
    provision: str,
    cites: list[str],
) -> None:
    if not cites:
        raise UnusableInputError(
            f"There is no {event.type} under {regime.value}; a public interest extension exists "
            "only under FOIA, and regulation 7 only under the Regulations."
        )
    course.cites += cites
    last = calendar.nth(course.counted_from, clock_for("response", regime).n)
    if event.first > last:
        course.notes.append(
            f"The notice of {event.first:%-d %B %Y} is itself late: it was due by {last:%-d %B %Y}."
        )
    else:
        course.notes.append(f"The notice that takes more time is due by {last:%-d %B %Y}.")
    if regime is Regime.FOIA:
        _check_qualified(provision, course)
    if wanted.name == "response":
        course.notes.append(
            "This is the plain date; ask for the extended clock to see how far it may go."
        )


def _check_qualified(provision: str, course: _Course) -> None:
    """Only a qualified exemption has a balance for which more time may be taken."""
    if not provision:
        course.notes.append("More time is allowed only to weigh a qualified exemption.")
        return
    from answerable import law

    try:
        cite = law.cites.parse_one(provision)
    except ValueError:
        raise UnusableInputError(
            f"“{provision}” is not a provision; write it as s35(1)(a)."
        ) from None
    if law.status(cite) not in ("qualified", "contested"):
        raise UnusableInputError(
            f"{cite} has no public interest balance, so no more time can be taken for it."
        )


def _count(course: _Course, wanted: Clock, calendar: Calendar) -> tuple[date, tuple[Working, ...]]:
    if wanted.unit == "working_day":
        first = _working_days(course, wanted.n, calendar, wanted.beginning_with, schools=True)
        if wanted.also_n is None:
            return first
        second = _working_days(
            course, wanted.also_n, calendar, wanted.beginning_with, schools=False
        )
        if second[0] < first[0]:
            course.notes.append(f"The {wanted.also_n}th working day comes first.")
            return second
        return first
    day = _calendar_end(course.counted_from, wanted)
    moved = day
    while wanted.moves and not calendar.counts(moved):
        moved += timedelta(days=1)
    if moved != day:
        course.notes.append(
            f"{day:%-d %B %Y} is not a working day; the time runs to the next ({day:%A})."
        )
    return moved, ()


def _working_days(
    course: _Course, n: int, calendar: Calendar, beginning_with: bool, *, schools: bool
) -> tuple[date, tuple[Working, ...]]:
    day = course.counted_from - timedelta(days=1 if beginning_with else 0)
    workings: list[Working] = []
    counted = 0
    while counted < n:
        day += timedelta(days=1)
        if not calendar.reaches(day):
            raise IndexError
        why = calendar.why_not(day) or _held_back(day, course, schools)
        if not why:
            counted += 1
        workings.append(Working(day, not why, None if why else counted, why))
    return day, tuple(workings)


def _held_back(day: date, course: _Course, schools: bool) -> str:
    for start, end in course.paused:
        if start <= day <= end:
            return f"waiting for payment: not counted from {start:%-d %B %Y} to {end:%-d %B %Y}"
    if schools:
        for start, end in course.closed:
            if start <= day <= end:
                return "the school is closed"
    return ""


def _calendar_end(start: date, wanted: Clock) -> date:
    back = 1 if wanted.beginning_with else 0
    if wanted.unit == "calendar_month":
        return _months_on(start, wanted.n) - timedelta(days=back)
    days = wanted.n * 7 if wanted.unit == "week" else wanted.n
    return start + timedelta(days=days - back)


def _months_on(start: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, start.day)


def _edition_notes(day: date, calendar: Calendar, course: _Course) -> list[str]:
    notes = []
    if not calendar.covers(day):
        notes.append(
            f"Bank holidays are known only from {calendar.edition.first:%-d %B %Y} to "
            f"{calendar.edition.last:%-d %B %Y}; beyond that the date may move. Import a newer list."
        )
    for holiday, announced in calendar.edition.announced:
        held = any(holiday in calendar.edition.days[part] for part in calendar.parts)
        if held and course.counted_from < announced <= holiday <= day:
            notes.append(
                f"{holiday:%-d %B %Y} was made a bank holiday on {announced:%-d %B %Y}, after the "
                "time began; whether it moves the date was debated. It is not counted here."
            )
    return notes


#: Calendar days that hold the longest period counted from a day: an answer, then a review.
_ROOM = timedelta(days=200)


def within_calendar(day: date, regime: Regime) -> bool:
    """Whether days can be counted from ``day``: a date far off is often a slip of the pen."""
    known = _PLAIN[regime]
    return known.reaches(day) and known.reaches(day + _ROOM)
