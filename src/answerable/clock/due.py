"""When an answer is due, with the workings day by day.

The periods, the names of the clocks and what each event does are data (``clocks.yaml`` and
``clock_table.yaml``); here is only how days are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from answerable.clock.balance import check_qualified
from answerable.clock.calendar import Calendar, calendar_for
from answerable.clock.count import count
from answerable.clock.course import Course, Working
from answerable.clock.effects import course_of
from answerable.clock.events import Event
from answerable.clock.rules import Clock, clock_for, clock_names, effect_of
from answerable.law.holidays import Edition
from answerable.model import Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class Due:
    """A due date, what it rests on, and how it was reached.

    ``no_date``: why it is none to meet, when the request waits for the applicant or has lapsed;
    ``due`` is then where the count would have ended.
    """

    due: date
    clock: str
    regime: Regime
    received: date
    counted_from: date
    cites: tuple[str, ...]
    workings: tuple[Working, ...]
    notes: tuple[str, ...]
    edition: str
    no_date: str = ""


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
    wanted = _with_schools(clock_for(clock, regime), events)
    calendar = calendar_for(regime, edition, at)
    if not calendar.reaches(received):
        raise UnusableInputError(
            f"{received:%-d %B %Y} is outside the calendar, which knows bank holidays from "
            f"{calendar.edition.first:%-d %B %Y} to {calendar.edition.last:%-d %B %Y}."
        )
    try:
        course = course_of(received, wanted, regime, events, calendar)
        _weigh(course, wanted, events, provision)
        if wanted.after:
            earlier = [e for e in events if e.type != wanted.counts_from]
            came = [e.first for e in events if e.type == wanted.counts_from]
            _after(course, due(received, regime, wanted.after, earlier, at, edition), came)
        day, workings = count(course, wanted, calendar)
    except IndexError:
        raise UnusableInputError(
            f"The date lies beyond the calendar, which ends on {calendar.edition.last:%-d %B %Y}."
        ) from None
    stands = (course.no_date,) if course.no_date else ()
    return Due(
        due=day,
        clock=clock,
        regime=regime,
        received=received,
        counted_from=course.counted_from,
        cites=tuple(dict.fromkeys((*wanted.cites, *course.cites))),
        workings=workings,
        notes=(*stands, *wanted.notes, *course.notes, *_edition_notes(day, calendar, course)),
        edition=calendar.edition.id,
        no_date=course.no_date,
    )


def _with_schools(wanted: Clock, events: Sequence[Event]) -> Clock:
    """A school's answer has two limits, whichever is first, whatever name it is asked for by."""
    closing = [e.type for e in events if effect_of(e.type)["effect"] == "closed"]
    school = "response_school"
    if not closing or wanted.name != "response" or school not in clock_names(wanted.regime):
        return wanted
    return replace(wanted, also_n=clock_for(school, wanted.regime).also_n)


def _weigh(course: Course, wanted: Clock, events: Sequence[Event], provision: str) -> None:
    """More time is asked for by its clock or by its notice; both need a qualified exemption."""
    more = wanted.weighs or any(effect_of(e.type).get("weighs") for e in events)
    if more and provision:
        check_qualified(provision)
    elif more:
        course.notes.append("More time is allowed only to weigh a qualified exemption.")
    elif provision:
        raise UnusableInputError(
            f"A provision (“{provision}”) is weighed only where more time is taken for the public "
            "interest; leave it out."
        )


def _after(course: Course, first: Due, came: Sequence[date]) -> None:
    """Count from the end of the time for an answer, or from a later answer. FOISA s.20(5)."""
    if came and (first.no_date or max(came) > first.due):
        return  # the event has said from when
    course.counted_from = first.due
    course.no_date = first.no_date
    course.notes += [f"The answer of {day:%-d %B %Y} was in time." for day in came]
    course.notes.append(f"Counted from the end of the time for an answer, {first.due:%-d %B %Y}.")


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


def _edition_notes(day: date, calendar: Calendar, course: Course) -> list[str]:
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
