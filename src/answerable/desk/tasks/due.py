"""The internal due date: a quarter of the time allowed, in the working days of the case's law."""

from datetime import date, timedelta

from answerable.clock import working_days_between
from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case


def default_due(case: Case, today: date) -> date:
    """The day a service area is asked to answer by, unless the officer says another.

    A quarter of the working days the law gives, from today; never after the answer itself is due,
    and never before the next working day.
    """
    due = clock_of(case)
    days = max(1, sum(working.counts for working in due.workings) // 4)
    day = today + timedelta(days=days)
    while working_days_between(today, day, case.law) < days:
        day += timedelta(days=1)
    return max(min(day, due.due), today)
