"""One question put to many bodies: who answered what, and what is known besides."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


class Kind(StrEnum):
    """What sort of answer it is."""

    COUNT = "count"  # a number, or a marker with its declared range
    NONE = "none"
    NCND = "ncnd"
    REFUSED = "refused"  # refused on a ground that says nothing about the number
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as given (``said``), and the least and greatest number it allows (None: no limit)."""

    kind: Kind
    said: str
    lo: int = 0
    hi: int | None = None

    @property
    def open(self) -> bool:
        """Whether a body that always neither confirms nor denies could not have given it."""
        return self.kind in (Kind.COUNT, Kind.NONE)


SILENT = Answer(Kind.SILENT, "silent")


@dataclass(frozen=True, slots=True)
class Body:
    """One body: its answer, its earlier answers (oldest first), and what was thought beforehand.

    ``prior`` holds the probabilities of 0, 1, 2 … cases, however long. Counts are cumulative: an
    earlier answer sets a floor for today's number, never a ceiling.
    """

    name: str
    answer: Answer
    prior: Vector
    past: tuple[Answer, ...] = ()
    regions: tuple[str, ...] = ()
    listed_prior: bool = False  # the prior came as a list, so nothing beyond it is possible

    @property
    def floor(self) -> int:
        """The least number the earlier answers allow."""
        return max((each.lo for each in self.past if each.kind is Kind.COUNT), default=0)


@dataclass(frozen=True, slots=True)
class Total:
    """A total over bodies: each value from ``lo`` to ``hi`` with its weight (all 1: a range)."""

    lo: int
    hi: int
    weights: tuple[float, ...] = ()

    def vector(self, length: int) -> Vector:
        """The weight of each total 0 … ``length`` - 1."""
        made = np.zeros(length)
        values = self.weights or (1.0,) * (self.hi - self.lo + 1)
        end = min(length, self.hi + 1)
        if end > self.lo:
            made[self.lo : end] = values[: end - self.lo]
        return made

    @property
    def gaps(self) -> bool:
        """Whether some value between the ends is impossible."""
        return 0.0 in self.weights

    def __str__(self) -> str:
        if self.lo == self.hi:
            return f"{self.lo:,}"
        spread = f"{self.lo:,} to {self.hi:,}"
        return f"{spread} (with stated probabilities)" if self.weights else spread


@dataclass(frozen=True, slots=True)
class Question:
    """The whole puzzle.

    ``always_ncnd`` is the share of bodies that neither confirm nor deny whatever they hold; the
    others do so only when they have cases and say "none" when they have not. None: not known, and
    integrated over ``GRID``. ``strict``: with a share of exactly 1, "none" is impossible; otherwise
    it is a truthful departure from the policy.
    """

    bodies: tuple[Body, ...]
    total: Total | None = None
    regions: tuple[tuple[str, Total], ...] = ()
    always_ncnd: float | None = None
    assumptions: tuple[str, ...] = ()
    strict: bool = False

    @property
    def apart(self) -> tuple[str, ...]:
        """Regions that share no bodies, chosen in the order of their totals; mostly all of them."""
        chosen: list[str] = []
        for name, _ in self.regions:
            inside = [each.regions for each in self.bodies if name in each.regions]
            if not any(other in regions for regions in inside for other in chosen):
                chosen.append(name)
        return tuple(chosen)

    def answering(self, name: str, answer: Answer) -> "Question":
        """The same question, with another answer from one body."""
        return replace(
            self,
            bodies=tuple(
                replace(each, answer=answer) if each.name == name else each for each in self.bodies
            ),
        )


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true, and why, in one sentence."""

    bodies: tuple[str, ...]
    why: str


# Every twentieth from 0 to 1, each as likely as the next beforehand.
GRID: tuple[float, ...] = tuple(n / 20 for n in range(21))
