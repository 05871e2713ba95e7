"""The strip of working days above a case: which are gone, which count, which do not."""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case


@dataclass(frozen=True, slots=True)
class Box:
    """One day. ``n`` is the working day's number, None for a day that does not count."""

    date: date
    n: int | None
    gone: bool
    today: bool
    why: str


def strip(case: Case, today: date) -> list[Box]:
    """The days from receipt to the due date, as boxes; skipped days are thin."""
    return [
        Box(
            date=working.date,
            n=working.n,
            gone=working.date < today,
            today=working.date == today,
            why=working.why,
        )
        for working in clock_of(case).workings
        if working.date - case.received_on < timedelta(days=400)
    ]
