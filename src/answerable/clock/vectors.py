"""Worked vectors: run a file of them and say which differ."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.clock.due import due
from answerable.clock.events import Event
from answerable.model import Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class VectorResult:
    """One vector: what it says and what the clock says."""

    id: str
    expected: str
    got: str

    @property
    def ok(self) -> bool:
        """Whether the two agree."""
        return self.expected == self.got


def run_vectors(rows: list[dict[str, Any]]) -> list[VectorResult]:
    """Run vectors in the form of ``clocks.yaml`` ``test_vectors``.

    A vector whose clock or dates cannot be used gives the reason as its result.
    """
    return [_run(row) for row in rows]


def _run(row: dict[str, Any]) -> VectorResult:
    try:
        name, expected = str(row["id"]), str(row["due"])
    except (KeyError, TypeError):
        raise UnusableInputError("A vector needs an id and a due date.") from None
    try:
        found = due(
            day_of(row["received"]),
            Regime(str(row["regime"]).split("_")[0]),
            str(row.get("clock", "response")),
            [_event(event) for event in row.get("events") or ()],
        )
        got = found.no_date or found.due.isoformat()
    except (UnusableInputError, ValueError, KeyError) as problem:
        got = str(problem)
    return VectorResult(name, expected, got)


def day_of(value: object) -> date:
    """A date, with or without a time of day, which does not matter."""
    return date.fromisoformat(str(value)[:10])


def _event(row: dict[str, Any]) -> Event:
    return Event(
        type=str(row["type"]),
        on=day_of(row["date"]) if "date" in row else None,
        from_=day_of(row["from"]) if "from" in row else None,
        to=day_of(row["to"]) if "to" in row else None,
    )
