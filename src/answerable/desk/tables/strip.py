"""Where the dots of the national picture stand: numbers for the drawing. Pure."""

from dataclasses import dataclass
from typing import Any

LEFT, WIDTH, LINE, TOP = 10, 320, 42, 4
_ROOT = 2.2


@dataclass(frozen=True, slots=True)
class Dot:
    """Bodies at one place of the line; the larger the dot, the more they are."""

    x: float
    r: float
    n: int
    p: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line: before we say anything, or after one of our possible answers."""

    words: str
    y: int
    own: float | None
    own_x: float
    dots: tuple[Dot, ...]
    why: str


def lines(rows: list[dict[str, Any]]) -> list[Line]:
    """The lines of the picture from top to bottom."""
    return [
        Line(
            words=row["words"],
            y=TOP + LINE * place,
            own=row["own"],
            own_x=place_of(row["own"] or 0.0),
            dots=tuple(
                Dot(place_of(p), min(9.0, round(_ROOT * n**0.25, 2)), n, p) for p, n in row["dots"]
            ),
            why=row["why"],
        )
        for place, row in enumerate(rows)
    ]


def place_of(p: float) -> float:
    """Where a probability stands."""
    return round(LEFT + WIDTH * p, 1)


def height(rows: list[dict[str, Any]]) -> int:
    """How high the picture is, the scale below it included."""
    return TOP + LINE * len(rows) + 18
