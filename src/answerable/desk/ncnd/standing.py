"""Where a class stands, in words, with a warning when it is time to look at it again."""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.desk.ncnd.models import NcndClass

SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Standing:
    """A word for the tag, its colour, and a warning if there is one."""

    word: str
    colour: str
    warning: str = ""


def standing(ncnd_class: NcndClass, day: date) -> Standing:
    """Proposed, in force or withdrawn on ``day``; warned of when its review is near or past."""
    if ncnd_class.withdrawn_on:
        return Standing("withdrawn", "grey")
    if not ncnd_class.approved_on:
        return Standing("proposed", "yellow", "It governs nothing until somebody approves it.")
    review = ncnd_class.review_on
    if review and review <= day:
        words = f"It should have been looked at again on {review:%-d %B %Y}. It is still in force."
        return Standing("review overdue", "red", words)
    if review and review - day <= SOON:
        return Standing("in force", "green", f"To be looked at again by {review:%-d %B %Y}.")
    return Standing("in force", "green")
