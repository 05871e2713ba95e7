"""A system laid out in rows of whole numbers, and what follows by hand: exact propagation.

Each row is divided by the greatest common divisor of its coefficients; bounds of rows and variables
are rounded inward where everything is whole. Nothing here uses floating point.
"""

from collections import deque
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from answerable.counts.model import Relation, System
from answerable.model import UnusableInputError

Number = int | Fraction


class ConflictError(Exception):
    """No values satisfy the system; found while propagating."""


@dataclass(slots=True)
class Row:
    """``lo <= sum(coef x variable) <= hi``; coefficients are whole, none is zero.

    ``of`` is the number of the relation it was made from, ``rounded`` whether an end moved inward.
    """

    index: list[int]
    coef: list[int]
    lo: Number | None
    hi: Number | None
    of: int = -1
    rounded: bool = False


@dataclass(slots=True)
class Rows:
    """The working form of a system: bounds by number of variable, and rows."""

    names: list[str]
    lo: list[Number | None]
    hi: list[Number | None]
    integer: list[bool]
    rows: list[Row] = field(default_factory=list)

    def holds(self, values: list[Number]) -> bool:
        """Whether these values satisfy everything, in exact arithmetic."""
        for value, lo, hi in zip(values, self.lo, self.hi, strict=True):
            if (lo is not None and value < lo) or (hi is not None and value > hi):
                return False
        for row in self.rows:
            total = sum(c * values[i] for i, c in zip(row.index, row.coef, strict=True))
            if (row.lo is not None and total < row.lo) or (row.hi is not None and total > row.hi):
                return False
        return True


def lay_out(system: System) -> Rows:
    """The rows of a system.

    Raises:
        UnusableInputError: a relation names a variable that is not declared, or one is twice.
        ConflictError: a variable or a row contradicts itself.
    """
    where = {variable.name: i for i, variable in enumerate(system.variables)}
    if len(where) != len(system.variables):
        raise UnusableInputError("A variable is declared twice; give each its own name.")
    rows = Rows(
        [v.name for v in system.variables],
        [v.lo for v in system.variables],
        [v.hi for v in system.variables],
        [v.integer for v in system.variables],
    )
    for i, whole in enumerate(rows.integer):
        rows.lo[i] = _up(rows.lo[i], whole)
        rows.hi[i] = _down(rows.hi[i], whole)
        _check(rows, i)
    for number, relation in enumerate(system.relations):
        row = _row(relation, where, rows)
        row.of = number
        if row.index:
            rows.rows.append(row)
        elif (row.lo is not None and row.lo > 0) or (row.hi is not None and row.hi < 0):
            raise ConflictError
    return rows


def _row(relation: Relation, where: dict[str, int], rows: Rows) -> Row:
    sums: dict[int, Fraction] = {}
    for name, coef in relation.terms:
        if name not in where:
            raise UnusableInputError(
                f"A relation names “{name}”, which is not among the variables; declare it."
            )
        sums[where[name]] = sums.get(where[name], Fraction(0)) + coef
    sums = {i: c for i, c in sums.items() if c}
    scale = lcm(*(c.denominator for c in sums.values())) if sums else 1
    whole = {i: int(c * scale) for i, c in sums.items()}
    divisor = gcd(*whole.values()) if whole else 1
    factor = Fraction(scale, divisor)
    lo: Number | None = None if relation.lo is None else relation.lo * factor
    hi: Number | None = None if relation.hi is None else relation.hi * factor
    integer = all(rows.integer[i] for i in whole)
    least, most = _up(lo, integer), _down(hi, integer)
    if least is not None and most is not None and least > most:
        raise ConflictError
    rounded = (least, most) != (lo, hi)
    return Row(list(whole), [c // divisor for c in whole.values()], least, most, rounded=rounded)


def propagate(rows: Rows, passes: int = 60) -> None:
    """Narrow the bounds of the variables row by row until nothing changes (or ``passes`` each).

    Raises:
        ConflictError: a variable is left without a value.
    """
    touching: list[list[int]] = [[] for _ in rows.names]
    for r, row in enumerate(rows.rows):
        for i in row.index:
            touching[i].append(r)
    queue, queued = deque(range(len(rows.rows))), [True] * len(rows.rows)
    left = [passes] * len(rows.rows)
    while queue:
        r = queue.popleft()
        queued[r] = False
        if not left[r]:
            continue
        left[r] -= 1
        for i in _narrow(rows, rows.rows[r]):
            for other in touching[i]:
                if not queued[other]:
                    queued[other] = True
                    queue.append(other)


def _narrow(rows: Rows, row: Row) -> list[int]:
    """The variables one row narrows."""
    least: Number = 0
    most: Number = 0
    open_least = open_most = 0
    spans: list[tuple[int, int, Number | None, Number | None]] = []
    for i, c in zip(row.index, row.coef, strict=True):
        small, large = (rows.lo[i], rows.hi[i]) if c > 0 else (rows.hi[i], rows.lo[i])
        low = None if small is None else c * small
        high = None if large is None else c * large
        spans.append((i, c, low, high))
        if low is None:
            open_least += 1
        else:
            least += low
        if high is None:
            open_most += 1
        else:
            most += high
    if row.hi is not None and not open_least and least > row.hi:
        raise ConflictError
    if row.lo is not None and not open_most and most < row.lo:
        raise ConflictError
    changed = []
    for i, c, low, high in spans:
        top: Number | None = None
        bottom: Number | None = None
        if row.hi is not None and open_least == (low is None):
            top = row.hi - (least - (low or 0))
        if row.lo is not None and open_most == (high is None):
            bottom = row.lo - (most - (high or 0))
        if c < 0:
            top, bottom = bottom, top
        whole = rows.integer[i]
        new_hi = None if top is None else _down(Fraction(top, c), whole)
        new_lo = None if bottom is None else _up(Fraction(bottom, c), whole)
        old_hi, old_lo = rows.hi[i], rows.lo[i]
        moved = False
        if new_hi is not None and (old_hi is None or new_hi < old_hi):
            rows.hi[i], moved = new_hi, True
        if new_lo is not None and (old_lo is None or new_lo > old_lo):
            rows.lo[i], moved = new_lo, True
        if moved:
            _check(rows, i)
            changed.append(i)
    return changed


def _check(rows: Rows, i: int) -> None:
    lo, hi = rows.lo[i], rows.hi[i]
    if lo is not None and hi is not None and lo > hi:
        raise ConflictError


def _up(value: Number | None, whole: bool) -> Number | None:
    return ceil(value) if whole and value is not None else value


def _down(value: Number | None, whole: bool) -> Number | None:
    return floor(value) if whole and value is not None else value
