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

    Years that the file covers are taken from it; earlier ones stay as bundled.

    Raises:
        UnusableInputError: the text is not that JSON.
    """
    try:
        data = json.loads(text)
        found = {part: _events(data[part]) for part in PARTS}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UnusableInputError(
            f"“{name}” is not the bank holidays file of gov.uk; it needs the divisions "
            f"{', '.join(PARTS)}, each with its events."
        ) from None
    years = sorted({day.year for days in found.values() for day in days})
    if not years:
        raise UnusableInputError(f"“{name}” lists no bank holidays.")
    old = bundled()
    return Edition(
        id=f"gov.uk, read on {as_of}",
        as_of=as_of,
        first=min(old.first, date(years[0], 1, 1)),
        last=date(years[-1], 12, 31),
        days={
            part: frozenset(d for d in old.days[part] if d.year < years[0]) | found[part]
            for part in PARTS
        },
        announced=old.announced,
    )


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
