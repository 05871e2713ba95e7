"""What tasks do by themselves."""

from answerable.desk.tasks.actions.chase import chase_all
from answerable.desk.today import now


def chase() -> int:
    """Send the reminders that are due by now."""
    return chase_all(now())


JOBS = [("chase service areas", 900.0, chase)]
