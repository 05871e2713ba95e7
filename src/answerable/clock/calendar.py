"""Working days: which days count under which law, and why the others do not.

FOIA s.10(6): not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in any part
of the United Kingdom; EIR reg.2(1) likewise. FOISA s.73: bank holidays in Scotland.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from answerable.law.holidays import PART_NAMES, PARTS, Edition, bundled
from answerable.model import Regime

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one law under one edition, laid out for counting.

    ``working`` are the ordinals of all working days from ``start``; ``before[i]`` is how many
    of them are on or before day ``start + i``. Both reach two years past the edition, where
    only weekends and the days fixed by name are known not to count.
    """

    edition: Edition
    parts: tuple[str, ...]
    start: int
    working: tuple[int, ...]
    before: tuple[int, ...]

    def counts(self, day: date) -> bool:
        """Whether ``day`` is a working day."""
        return self.why_not(day) == ""

    def why_not(self, day: date) -> str:
        """Why ``day`` does not count; empty for a working day."""
        if day.weekday() >= 5:
            return _DAYS[day.weekday()]
        if (day.month, day.day) == (12, 25):
            return "Christmas Day"
        if day == good_friday(day.year):
            return "Good Friday"
        where = [part for part in self.parts if day in self.edition.days[part]]
        if not where:
            return ""
        if len(where) == len(PARTS):
            return "bank holiday"
        return "bank holiday in " + " and ".join(PART_NAMES[part] for part in where)

    def nth(self, after: date, n: int) -> date:
        """The ``n``-th working day after ``after`` (n from 1).

        Raises:
            IndexError: it lies beyond what the calendar lays out.
        """
        return date.fromordinal(self.working[self.before[after.toordinal() - self.start] + n - 1])

    def between(self, after: date, until: date) -> int:
        """How many working days there are after ``after`` up to and including ``until``."""
        return (
            self.before[until.toordinal() - self.start]
            - self.before[after.toordinal() - self.start]
        )

    def covers(self, day: date) -> bool:
        """Whether the edition knows the bank holidays of ``day``."""
        return self.edition.first <= day <= self.edition.last

    def reaches(self, day: date) -> bool:
        """Whether ``day`` is laid out at all."""
        return 0 <= day.toordinal() - self.start < len(self.before)


def parts_for(regime: Regime) -> tuple[str, ...]:
    """The parts of the United Kingdom whose bank holidays count."""
    return ("scotland",) if regime.scottish else PARTS


def calendar_for(
    regime: Regime, edition: Edition | None = None, at: date | None = None
) -> Calendar:
    """The calendar of a regime: the edition given (else the bundled one) as known on ``at``."""
    known = (edition or bundled()).known_on(at)
    return _laid_out(parts_for(regime), _key(known))


@dataclass(frozen=True, slots=True)
class _key:  # noqa: N801  (a hashable stand-in for an edition, which holds dictionaries)
    edition: Edition

    def __hash__(self) -> int:
        return hash(self.edition.id)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _key)
            and self.edition.id == other.edition.id
            and self.edition.days == other.edition.days
        )


@lru_cache(maxsize=32)
def _laid_out(parts: tuple[str, ...], key: _key) -> Calendar:
    edition = key.edition
    start = date(edition.first.year - 1, 1, 1)
    end = date(edition.last.year + 2, 12, 31)
    bare = Calendar(edition, parts, start.toordinal(), (), ())
    working: list[int] = []
    before: list[int] = []
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        if bare.counts(date.fromordinal(ordinal)):
            working.append(ordinal)
        before.append(len(working))
    return Calendar(edition, parts, start.toordinal(), tuple(working), tuple(before))


@lru_cache(maxsize=256)
def good_friday(year: int) -> date:
    """Good Friday by the Gregorian computus (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1) - timedelta(days=2)
