"""A row of a corpus, and a shard of rows: the unit of work that is kept when a run is stopped."""

from dataclasses import dataclass
from typing import Any

#: Columns by name, all of one length; or the values of one row by name.
Columns = dict[str, list[Any]]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One letter of a corpus, with its place in words a person can follow.

    ``n`` counts from 1 over the whole corpus; ``problem`` says why a row cannot be used, empty
    if it can; ``date`` is ISO or empty.
    """

    n: int
    place: str
    id: str = ""
    text: str = ""
    authority: str = ""
    date: str = ""
    title: str = ""
    outcome: str = ""
    answer: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some rows in a row; ``share`` is how much of the corpus was read when it was cut, 0 to 1."""

    number: int
    rows: tuple[Row, ...]
    share: float = 0.0

    @property
    def usable(self) -> tuple[Row, ...]:
        """The rows that an engine is given."""
        return tuple(row for row in self.rows if not row.problem)
