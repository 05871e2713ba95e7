"""Counting: working days one by one, with the reason for each left out; months and weeks."""

from calendar import monthrange
from datetime import date, timedelta

from answerable.clock.calendar import Calendar
from answerable.clock.course import Course, Working
from answerable.clock.rules import Clock


def count(course: Course, wanted: Clock, calendar: Calendar) -> tuple[date, tuple[Working, ...]]:
    """The last day of ``wanted`` with the days to it.

    Raises:
        IndexError: it lies beyond the calendar.
    """
    if wanted.unit == "working_day":
        return _first_of_two(course, wanted, calendar)
    day = moved = _calendar_end(course.counted_from, wanted)
    while wanted.moves and not calendar.counts(moved):
        if not calendar.reaches(moved):
            raise IndexError
        moved += timedelta(days=1)
    if moved != day:
        course.notes.append(
            f"{day:%-d %B %Y} is not a working day; the time runs to the next working day, "
            f"{moved:%A %-d %B %Y}."
        )
    return moved, ()


def last_day(start: date, wanted: Clock, calendar: Calendar) -> date:
    """The last day of ``wanted`` from ``start``, when nothing happens on the way."""
    return count(Course(start), wanted, calendar)[0]


def _first_of_two(
    course: Course, wanted: Clock, calendar: Calendar
) -> tuple[date, tuple[Working, ...]]:
    """The days of the clock; for a school the other limit, if that comes first."""
    first = _working_days(course, wanted.n, calendar, wanted.beginning_with, schools=True)
    if wanted.also_n is None:
        return first
    second = _working_days(course, wanted.also_n, calendar, wanted.beginning_with, schools=False)
    if second[0] < first[0]:
        course.notes.append(f"The {wanted.also_n}th working day comes first.")
        return second
    return first


def _working_days(
    course: Course, n: int, calendar: Calendar, beginning_with: bool, *, schools: bool
) -> tuple[date, tuple[Working, ...]]:
    day = course.counted_from - timedelta(days=1 if beginning_with else 0)
    workings: list[Working] = []
    counted = 0
    while counted < n:
        day += timedelta(days=1)
        if not calendar.reaches(day):
            if schools and course.closed:  # the 60th working day decides, if there is one
                return date.max, ()
            raise IndexError
        why = calendar.why_not(day) or _held_back(day, course, schools)
        if not why:
            counted += 1
        workings.append(Working(day, not why, None if why else counted, why))
    return day, tuple(workings)


def _held_back(day: date, course: Course, schools: bool) -> str:
    for start, end in course.paused:
        if start <= day <= end:
            return f"waiting for payment: not counted from {start:%-d %B %Y} to {end:%-d %B %Y}"
    if schools:
        for start, end in course.closed:
            if start <= day <= end:
                return "the school is closed"
    return ""


def _calendar_end(start: date, wanted: Clock) -> date:
    if wanted.unit == "calendar_month":
        return _months_on(start, wanted.n, beginning_with=wanted.beginning_with)
    days = wanted.n * 7 if wanted.unit == "week" else wanted.n
    return start + timedelta(days=days - (1 if wanted.beginning_with else 0))


def _months_on(start: date, months: int, *, beginning_with: bool) -> date:
    """The end of ``months`` by the corresponding date.

    From a day, they end on the day of the same number, or on the last day of a shorter month;
    beginning with a day, on the day before that of the same number, or again on the last day of
    a month that has no such number.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    longest = monthrange(year, month + 1)[1]
    if start.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, start.day) - timedelta(days=1 if beginning_with else 0)
