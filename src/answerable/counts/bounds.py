"""The exact range of every unknown number, from everything published at once.

Propagation first; then, component by component, linear programs, each of whose solutions is also a
witness for every other variable; then whole-number programs where the linear answer is not met by
whole numbers. Every end that is called attained comes with a witness checked in exact arithmetic.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

import numpy as np

from answerable.counts.conflict import smallest_conflict
from answerable.counts.model import Fact, System
from answerable.counts.rows import ConflictError, Number, Rows, lay_out, propagate
from answerable.counts.solver import TOLERANCE, Outcome, Program

_LOW, _HIGH = 0, 1


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
            full[self.names[column]] = _tidy(float(value))
        return full


def bounds(system: System, *, only: Iterable[str] | None = None, seconds: float = 60.0) -> Bounds:
    """The interval of every variable (or of ``only`` these), exact where time allows.

    Raises:
        UnusableInputError: a relation names what is not declared.
    """
    deadline = time.monotonic() + seconds
    try:
        rows = lay_out(system)
        propagate(rows)
        return _Search(rows, set(only) if only is not None else None, deadline).run()
    except ConflictError:
        return Bounds(False, {}, {}, smallest_conflict(system, deadline))


def feasible(system: System, seconds: float = 10.0) -> bool:
    """Whether any values satisfy the system (True as well when time ran out)."""
    try:
        rows = lay_out(system)
        propagate(rows)
        _Search(rows, set(), time.monotonic() + seconds).run()
    except ConflictError:
        return False
    return True


def reaches(system: System, name: str, goal: int, up: bool, seconds: float = 20.0) -> bool:
    """Whether ``name`` can be at least (``up``) or at most ``goal``, shown by a witness.

    False too when time ran out: nothing unproven counts.
    """
    lo, hi = (Fraction(goal), None) if up else (None, Fraction(goal))
    asked = system.and_facts([Fact(name, lo, hi, "what is asked")])
    try:
        rows = lay_out(asked)
        propagate(rows)
        search = _Search(rows, set(), time.monotonic() + seconds)
        search.run()
    except ConflictError:
        return False
    return search.sure


class _Search:
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

    def __init__(self, search: _Search, program: Program) -> None:
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
                    self.search.base[column] = _tidy(float(value))
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
            value = ceil(bound - slack) if self.integer[k] else _tidy(bound)
        else:
            value = floor(-bound + slack) if self.integer[k] else _tidy(-bound)
        old = sides[column]
        if old is None or (value > old if end == _LOW else value < old):
            sides[column] = value
        self._compare(k, end)


def components(rows: Rows) -> Iterator[tuple[list[int], list[int]]]:
    """The variables still free, and the rows between them, in groups that share nothing."""
    parent = list(range(len(rows.names)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    free = [lo is None or lo != hi for lo, hi in zip(rows.lo, rows.hi, strict=True)]
    inside: list[tuple[int, int]] = []
    for r, row in enumerate(rows.rows):
        members = [i for i in row.index if free[i]]
        if not members:
            continue
        inside.append((members[0], r))
        for i in members[1:]:
            parent[root(i)] = root(members[0])
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for i in range(len(rows.names)):
        if free[i]:
            groups.setdefault(root(i), ([], []))[0].append(i)
    for i, r in inside:
        groups[root(i)][1].append(r)
    yield from groups.values()


def _tidy(value: float) -> Number:
    """A float as the simple number it stands for, if there is one."""
    whole = round(value)
    if abs(value - whole) <= 1e-7 * max(1.0, abs(value)):
        return whole
    return Fraction(value).limit_denominator(1_000_000)


def _shown(value: Number | None) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{float(value or 0):,.2f}"


def _plain(value: Number | None) -> Number | None:
    return int(value) if value is not None and value == int(value) else value
