"""What a count is made of: its days, and what the events leave of it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Working:
    """One day of the count: ``n`` is its number if it counts, ``why`` the reason if not."""

    date: date
    counts: bool
    n: int | None
    why: str


@dataclass(slots=True)
class Course:
    """What the events leave of the count. ``no_date``: why there is no date to meet, if so."""

    counted_from: date
    paused: list[tuple[date, date]] = field(default_factory=list)
    closed: list[tuple[date, date]] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    no_date: str = ""
