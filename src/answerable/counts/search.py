"""The search for both ends of every number, component by component.

Linear programs first, each of whose solutions is also a witness for every other number; then
whole-number programs where the linear answer is not met by whole numbers.
"""

from math import ceil, floor

import numpy as np

from answerable.counts.components import components
from answerable.counts.intervals import Bounds, Interval, Witness, tidy
from answerable.counts.rows import ConflictError, Number, Rows
from answerable.counts.solver import TOLERANCE, Outcome, Program

_LOW, _HIGH = 0, 1


class Search:
    """What is proven of every number so far, and the witnesses seen."""

    def __init__(self, rows: Rows, only: set[str] | None, deadline: float) -> None:
        self.rows = rows
        self.deadline = deadline
        self.wanted = [only is None or name in only for name in rows.names]
        n = len(rows.names)
        self.lo, self.hi = list(rows.lo), list(rows.hi)
        self.met = [
            [lo is not None and lo == hi] * 2 for lo, hi in zip(rows.lo, rows.hi, strict=True)
        ]
        self.open = [[False, False] for _ in range(n)]
        self.base: list[Number] = [lo if lo is not None else 0 for lo in rows.lo]
        self.shown: list[list[tuple[tuple[int, ...], np.ndarray] | None]] = [
            [None, None] for _ in range(n)
        ]
        self.sure = True

    def run(self) -> Bounds:
        for columns, members in components(self.rows):
            _Component(self, Program(self.rows, columns, members)).run()
        names = tuple(self.rows.names)
        base = tuple(self.base)
        intervals, witnesses = {}, {}
        for i, name in enumerate(names):
            if not self.wanted[i]:
                continue
            lo = None if self.open[i][_LOW] else self.lo[i]
            hi = None if self.open[i][_HIGH] else self.hi[i]
            intervals[name] = Interval(_plain(lo), _plain(hi), self.sure and all(self.met[i]))
            witnesses[name] = (
                self._witness(i, _LOW, names, base, lo),
                self._witness(i, _HIGH, names, base, hi),
            )
        return Bounds(True if self.sure else None, intervals, witnesses)

    def _witness(
        self, i: int, end: int, names: tuple[str, ...], base: tuple[Number, ...], at: Number | None
    ) -> Witness | None:
        if at is None or not self.met[i][end] or not self.sure:
            return None
        columns, values = self.shown[i][end] or ((), np.zeros(0))
        return Witness(names, base, columns, values)


class _Component:
    """The search in one component: ``low`` and ``high`` are the ends seen in witnesses."""

    def __init__(self, search: Search, program: Program) -> None:
        self.search, self.program = search, program
        self.columns = tuple(program.columns)
        self.n = len(self.columns)
        self.integer = np.array([search.rows.integer[i] for i in self.columns])
        self.low, self.high = np.full(self.n, np.inf), np.full(self.n, -np.inf)

    def run(self) -> None:
        search = self.search
        if not self._first():
            search.sure = False
            return
        wanted = [k for k, i in enumerate(self.columns) if search.wanted[i]]
        for end in (_LOW, _HIGH):
            self._together(wanted, end)
        # every end over real values before any over whole ones, which may take all the time left
        for one in (self._one, self._one_whole):
            for end in (_LOW, _HIGH):
                for k in wanted:
                    if not search.met[self.columns[k]][end]:
                        one(k, end)

    def _first(self) -> bool:
        """A first witness, or proof that there is none."""
        nothing = np.zeros(self.n)
        for solve in (self.program.linear, self.program.whole):
            found = solve(nothing, self.search.deadline)
            if found.status == "infeasible":
                raise ConflictError
            if found.values is not None and self._seen(found.values):
                for column, value in zip(self.columns, self.latest, strict=True):
                    self.search.base[column] = tidy(float(value))
                return True
        return False

    def _seen(self, values: np.ndarray) -> bool:
        """Take a solution as a witness, if it is one in exact arithmetic."""
        exact = self.program.exact(values)
        if exact is None:
            return False
        self.latest = exact
        for end, better in ((_LOW, exact < self.low), (_HIGH, exact > self.high)):
            bound = self.low if end == _LOW else self.high
            for k in np.flatnonzero(better):
                bound[k] = exact[k]
                column = self.columns[k]
                self.search.shown[column][end] = (self.columns, exact)
                self._compare(int(k), end)
        return True

    def _compare(self, k: int, end: int) -> None:
        """Mark an end as met when a witness stands on what is proven."""
        column = self.columns[k]
        proven = (self.search.lo if end == _LOW else self.search.hi)[column]
        seen = (self.low if end == _LOW else self.high)[k]
        if proven is None or not np.isfinite(seen):
            return
        slack = 0.0 if self.integer[k] else TOLERANCE * max(1.0, abs(float(proven)))
        if abs(seen - float(proven)) <= slack:
            self.search.met[column][end] = True

    def _together(self, wanted: list[int], end: int) -> None:
        """Push all ends that are not met at once, while that helps."""
        while True:
            todo = [k for k in wanted if not self.search.met[self.columns[k]][end]]
            if len(todo) < 3:
                return
            cost = np.zeros(self.n)
            cost[todo] = 1.0 if end == _LOW else -1.0
            found = self.program.linear(cost, self.search.deadline)
            if found.values is None or not self._seen(found.values):
                return
            left = sum(not self.search.met[self.columns[k]][end] for k in todo)
            if left > 0.9 * len(todo):
                return

    def _one(self, k: int, end: int) -> None:
        """One end of one variable over real values, which is often met by whole ones."""
        self._take(self.program.linear(self._towards(k, end), self.search.deadline), k, end)

    def _one_whole(self, k: int, end: int) -> None:
        """One end over whole values: on the proven end first, which is quicker than searching."""
        column = self.columns[k]
        proven = (self.search.lo if end == _LOW else self.search.hi)[column]
        if proven is not None and self.integer[k]:
            corner = self.program.corner_at(k, int(proven), self.search.deadline)
            if corner is not None and self._seen(corner):
                return
            found = self.program.whole_at(k, int(proven), self.search.deadline)
            if found.values is not None:
                self._seen(found.values)
            elif found.status == "infeasible":
                inward = proven + (1 if end == _LOW else -1)
                self._prove(k, end, float(inward if end == _LOW else -inward))
        if not self.search.met[column][end]:
            self._take(self.program.whole(self._towards(k, end), self.search.deadline), k, end)

    def _towards(self, k: int, end: int) -> np.ndarray:
        cost = np.zeros(self.n)
        cost[k] = 1.0 if end == _LOW else -1.0
        return cost

    def _take(self, found: Outcome, k: int, end: int) -> None:
        """Learn from a program that pushed one variable to one end."""
        if found.values is not None:
            self._seen(found.values)
        if found.status == "unbounded":
            self.search.open[self.columns[k]][end] = True
            self.search.met[self.columns[k]][end] = True
        elif np.isfinite(found.bound):
            self._prove(k, end, found.bound)

    def _prove(self, k: int, end: int, bound: float) -> None:
        """Take a proven bound of the objective, rounded inward for a whole variable."""
        column = self.columns[k]
        # never so much that a whole number is passed over, however large the figures
        slack = min(0.1, TOLERANCE * max(1.0, abs(bound)))
        sides = self.search.lo if end == _LOW else self.search.hi
        value: Number
        if end == _LOW:
            value = ceil(bound - slack) if self.integer[k] else tidy(bound)
        else:
            value = floor(-bound + slack) if self.integer[k] else tidy(-bound)
        old = sides[column]
        if old is None or (value > old if end == _LOW else value < old):
            sides[column] = value
        self._compare(k, end)


def _plain(value: Number | None) -> Number | None:
    return int(value) if value is not None and value == int(value) else value
