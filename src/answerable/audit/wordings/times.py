"""When a request came in and was answered, from the case or else from the letter."""

from datetime import date, timedelta

from answerable.audit.rule import Case
from answerable.clock import within_calendar, working_days_between
from answerable.model import DatedPhrase, Letter, Regime


def regime_of(letter: Letter) -> Regime:
    """The one regime to count days by: the letter's, else FOISA or FOIA by the authority."""
    if letter.regime in Regime.__members__:
        return Regime(letter.regime)
    return Regime.FOISA if letter.authority.scottish else Regime.FOIA


def received(letter: Letter, case: Case) -> date | None:
    """The day the request came in; None for one that the calendar does not reach."""
    told = letter.dates.received.day if letter.dates.received else None
    return _counted(letter, case.received or told)


def sent(letter: Letter, case: Case) -> date | None:
    """The day the letter was sent; None for one that the calendar does not reach."""
    told = letter.dates.sent.day if letter.dates.sent else None
    return _counted(letter, case.sent or told)


def review_asked(letter: Letter) -> DatedPhrase | None:
    """When a review was asked for, if the calendar reaches that day."""
    told = letter.dates.review_asked
    return told if told is not None and _counted(letter, told.day) else None


def _counted(letter: Letter, day: date | None) -> date | None:
    return day if day is not None and within_calendar(day, regime_of(letter)) else None


def days_taken(letter: Letter, case: Case) -> int | None:
    """Working days from receipt to the letter, or None where a date is missing."""
    start, end = received(letter, case), sent(letter, case)
    if start is None or end is None or end < start:
        return None
    return working_days_between(start, end, regime_of(letter))


def last_day(start: date, days: int) -> date:
    """The FOIA working day that is ``days`` after ``start``."""
    day = start + timedelta(days=days)
    while working_days_between(start, day, Regime.FOIA) < days:
        day += timedelta(days=1)
    return day
