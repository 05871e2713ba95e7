"""When an answer is due, and the workings day by day.

Dates come in as arguments; nothing here asks what day it is.
"""

from answerable.clock.course import Working
from answerable.clock.due import Due, due, due_date, within_calendar, working_days_between
from answerable.clock.events import Event
from answerable.clock.rules import check_events, clock_names, event_names

__all__ = [
    "Due",
    "Event",
    "Working",
    "check_events",
    "clock_names",
    "due",
    "due_date",
    "event_names",
    "within_calendar",
    "working_days_between",
]
