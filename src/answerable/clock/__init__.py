"""When an answer is due, and the workings day by day.

Dates come in as arguments; nothing here asks what day it is.
"""

from answerable.clock.due import Due, Working, due, due_date, within_calendar, working_days_between
from answerable.clock.events import Event
from answerable.clock.rules import clock_names, event_names

__all__ = [
    "Due",
    "Event",
    "Working",
    "clock_names",
    "due",
    "due_date",
    "event_names",
    "within_calendar",
    "working_days_between",
]
