"""Quarters of a year, and when one is closed. No database here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# By then the answer to a request of its last day is due, whatever holidays lie between.
_CLOSED_AFTER = timedelta(days=45)


@dataclass(frozen=True, slots=True, order=True)
class QuarterOf:
    """A quarter of a calendar year."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "QuarterOf":
        """The one after it."""
        return QuarterOf(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(day: date) -> QuarterOf:
    """The quarter in which a day lies."""
    return QuarterOf(day.year, (day.month + 2) // 3)


def closed(first: date, today: date) -> Iterator[QuarterOf]:
    """The quarters from that of ``first`` on that are closed on ``today``, oldest first."""
    quarter = quarter_of(first)
    while quarter.last + _CLOSED_AFTER < today:
        yield quarter
        quarter = quarter.next
