"""What can be worked out of a number: its interval, and sets of values that show both ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from answerable.counts.rows import Number


@dataclass(frozen=True, slots=True)
class Interval:
    """What can be worked out about one variable (None: nothing on that side).

    ``attained`` False marks an outer bound: the truth lies inside, but time ran out before it was
    shown that both ends can be met.
    """

    lo: Number | None
    hi: Number | None
    attained: bool

    @property
    def disclosed(self) -> bool:
        """Whether only one value is left."""
        return self.lo is not None and self.lo == self.hi

    def in_words(self) -> str:
        """The range as a reader would say it."""
        if self.disclosed:
            return f"exactly {_shown(self.lo)}"
        outer = "" if self.attained else " (outer limits: time ran out before they were confirmed)"
        if self.lo is None and self.hi is None:
            return f"anything{outer}"
        if self.hi is None:
            return f"at least {_shown(self.lo)}{outer}"
        if self.lo is None:
            return f"at most {_shown(self.hi)}{outer}"
        return f"between {_shown(self.lo)} and {_shown(self.hi)}{outer}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The answer: intervals by name, or the smallest set of statements that conflict.

    ``witnesses`` holds, for each name, a full set of values with it at its least and one with it at
    its most (None where not attained or open). ``feasible`` is None when time ran out before
    any consistent set of values was found.
    """

    feasible: bool | None
    intervals: Mapping[str, Interval]
    witnesses: Mapping[str, tuple["Witness | None", "Witness | None"]]
    conflict: tuple[str, ...] = ()

    @property
    def disclosed(self) -> list[str]:
        """Every variable of which only one value is left, in the order given."""
        return [name for name, interval in self.intervals.items() if interval.disclosed]


@dataclass(frozen=True, slots=True)
class Witness:
    """A set of values that agrees with everything published; made into a table on demand."""

    names: tuple[str, ...]
    base: tuple[Number, ...]
    columns: tuple[int, ...]
    values: np.ndarray

    def table(self) -> dict[str, Number]:
        """The values by name."""
        full = dict(zip(self.names, self.base, strict=True))
        for column, value in zip(self.columns, self.values, strict=True):
            full[self.names[column]] = tidy(float(value))
        return full


def tidy(value: float) -> Number:
    """A float as the simple number it stands for, if there is one."""
    whole = round(value)
    if abs(value - whole) <= 1e-7 * max(1.0, abs(value)):
        return whole
    return Fraction(value).limit_denominator(1_000_000)


def _shown(value: Number | None) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{float(value or 0):,.2f}"
