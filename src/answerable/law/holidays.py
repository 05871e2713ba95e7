"""Bank holidays of each part of the United Kingdom, in dated editions.

Banking and Financial Dealings Act 1971. FOIA s.10(6) and EIR reg.2(1) count those of every part;
FOISA s.73 counts Scotland's.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from answerable.law import store
from answerable.model import UnusableInputError

PARTS = ("england-and-wales", "scotland", "northern-ireland")
PART_NAMES = {
    "england-and-wales": "England and Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the calendar: which days, known as of when, and for which years."""

    id: str
    as_of: date
    first: date
    last: date
    days: dict[str, frozenset[date]]
    announced: tuple[tuple[date, date], ...] = ()  # (the day, when it was announced)

    def known_on(self, at: date | None) -> "Edition":
        """The edition as it was known on ``at``: days announced later are left out."""
        if at is None:
            return self
        unknown = {day for day, when in self.announced if when > at}
        if not unknown:
            return self
        days = {part: days - unknown for part, days in self.days.items()}
        return Edition(
            f"{self.id} as known on {at}", at, self.first, self.last, days, self.announced
        )


@cache
def bundled() -> Edition:
    """The edition that comes with the package."""
    data = store.table("holidays")
    about = data["edition"]
    return Edition(
        id=about["id"],
        as_of=date.fromisoformat(about["as_of"]),
        first=date.fromisoformat(about["covers"]["from"]),
        last=date.fromisoformat(about["covers"]["to"]),
        days={
            part: frozenset(map(date.fromisoformat, days))
            for part, days in data["holidays"].items()
        },
        announced=tuple(
            (date.fromisoformat(row["day"]), date.fromisoformat(row["on"]))
            for row in data["announced"]
        ),
    )


def from_gov_uk(text: str, name: str, as_of: date) -> Edition:
    """An edition from the JSON that gov.uk publishes, laid over the bundled one.

    Years that the file covers are taken from it; the others stay as bundled.

    Raises:
        UnusableInputError: the text is not that JSON, or a year of it is not whole.
    """
    try:
        data = json.loads(text)
        found = {part: _events(data[part]) for part in PARTS}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnusableInputError(
            f"“{name}” is not the bank holidays file of gov.uk; it needs the divisions "
            f"{', '.join(PARTS)}, each with its events."
        ) from None
    years = {day.year for days in found.values() for day in days}
    if not years:
        raise UnusableInputError(f"“{name}” lists no bank holidays.")
    old = bundled()
    _whole(found, years, name)
    return Edition(
        id=f"gov.uk, read on {as_of}",
        as_of=as_of,
        first=old.first,
        last=max(old.last, date(max(years), 12, 31)),
        days={
            part: frozenset(d for d in old.days[part] if d.year not in years) | found[part]
            for part in PARTS
        },
        announced=old.announced,
    )


def _whole(found: dict[str, frozenset[date]], years: set[int], name: str) -> None:
    """Refuse a list that would leave a year without days it has every year.

    A day may move within its year; a year that loses nothing we know of has only gained.
    """
    old = bundled()
    gap = next((y for y in range(old.last.year + 1, max(years)) if y not in years), None)
    early = next((y for y in sorted(years) if y < old.first.year), None)
    if early is not None:
        raise UnusableInputError(
            f"“{name}” goes back to {early}; the calendar begins in {old.first.year}."
        )
    if gap is not None:
        raise UnusableInputError(f"“{name}” lacks the year {gap}; take the whole list of gov.uk.")
    for year in sorted(years):
        for part in PARTS:
            known, theirs = _of(old.days[part], year), _of(found[part], year)
            if len(theirs) < usual(part) and not (known and known <= theirs):
                raise UnusableInputError(
                    f"“{name}” gives {len(theirs)} of the bank holidays of {year} in {PART_NAMES[part]}, "
                    f"where every year has {usual(part)} or more; take the whole list of gov.uk."
                )


def _of(days: frozenset[date], year: int) -> frozenset[date]:
    return frozenset(day for day in days if day.year == year)


@cache
def usual(part: str) -> int:
    """How many bank holidays every year has at least in a part of the United Kingdom."""
    old = bundled()
    years = range(old.first.year, old.last.year + 1)
    return min(len(_of(old.days[part], year)) for year in years)


def lost(edition: Edition) -> dict[date, tuple[str, ...]]:
    """The bundled days that ``edition`` no longer has, with the parts that lose them."""
    old = bundled()
    gone = {part: old.days[part] - edition.days[part] for part in PARTS}
    days = sorted(frozenset().union(*gone.values()))
    return {day: tuple(part for part in PARTS if day in gone[part]) for day in days}


def _events(division: dict[str, Any]) -> frozenset[date]:
    return frozenset(date.fromisoformat(event["date"]) for event in division["events"])


def as_json(edition: Edition) -> str:
    """An edition as text that ``from_json`` reads again."""
    return json.dumps(
        {
            "id": edition.id,
            "as_of": edition.as_of.isoformat(),
            "first": edition.first.isoformat(),
            "last": edition.last.isoformat(),
            "days": {
                part: sorted(d.isoformat() for d in days) for part, days in edition.days.items()
            },
        },
        indent=1,
    )


def from_json(text: str, name: str) -> Edition:
    """An edition written by ``as_json``.

    Raises:
        UnusableInputError: the text is not one.
    """
    try:
        data = json.loads(text)
        return Edition(
            id=data["id"],
            as_of=date.fromisoformat(data["as_of"]),
            first=date.fromisoformat(data["first"]),
            last=date.fromisoformat(data["last"]),
            days={part: frozenset(map(date.fromisoformat, data["days"][part])) for part in PARTS},
            announced=bundled().announced,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnusableInputError(f"The calendar “{name}” is damaged; import it again.") from None
