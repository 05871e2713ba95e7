"""Both ends of every number of one part of a system, which shares no number with the rest.

Linear programs first, towards many ends at once and then one by one; each solution is also a witness
for every other number. A corner that is not whole is searched from for whole values near it. Whole-number
programs come last, where nothing else shows an end.
"""

from collections.abc import Iterator
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np

from answerable.counts.intervals import tidy
from answerable.counts.rows import ConflictError, Number
from answerable.counts.solver import TOLERANCE, Outcome, Program

if TYPE_CHECKING:
    from answerable.counts.search import Search

LOW, HIGH = 0, 1
End = tuple[int, int]
"""A column and which of its ends."""
_MISSES = 3  # searches in a row that found nothing, after which corners are left as they are
_FAIR = 10  # of so many ends pushed together one must be met, or they are pushed one by one


class Part:
    """The search in one part: ``low`` and ``high`` are the ends seen in witnesses."""

    def __init__(self, search: "Search", program: Program) -> None:
        self.search, self.program = search, program
        self.columns = tuple(program.columns)
        self.n = len(self.columns)
        self.integer = np.array([search.rows.integer[i] for i in self.columns])
        self.missed = 0
        self.low, self.high = np.full(self.n, np.inf), np.full(self.n, -np.inf)

    def run(self) -> None:
        search = self.search
        if not self._first():
            search.sure = False
            return
        ends = [(k, end) for end in (LOW, HIGH) for k in range(self.n)]
        wanted = [(k, end) for k, end in ends if search.wanted[self.columns[k]]]
        for end in (LOW, HIGH):
            self._together([each for each in wanted if each[1] == end])
        self._apart(wanted)
        # every end over real values before any over whole ones, which may take all the time left
        for one in (self._one, self._one_whole):
            for k, end in wanted:
                if not self._is_met((k, end)):
                    one(k, end)

    def _first(self) -> bool:
        """A first witness, or proof that there is none."""
        nothing = np.zeros(self.n)
        for solve in (self.program.linear, self._near, self.program.whole):
            found = solve(nothing, self.search.deadline)
            if found.status == "infeasible":
                raise ConflictError
            if found.values is not None and self._seen(found.values):
                for column, value in zip(self.columns, self.latest, strict=True):
                    self.search.base[column] = tidy(float(value))
                return True
        return False

    def _near(self, _: np.ndarray, deadline: float) -> Outcome:
        """Whole values near the last corner, as an outcome."""
        return Outcome("stopped", -np.inf, self.program.dive({}, deadline))

    def _seen(self, values: np.ndarray) -> bool:
        """Take a solution as a witness, if it is one in exact arithmetic."""
        exact = self.program.exact(values)
        if exact is None:
            return False
        self.latest = exact
        for end, better in ((LOW, exact < self.low), (HIGH, exact > self.high)):
            bound = self.low if end == LOW else self.high
            for k in np.flatnonzero(better):
                bound[k] = exact[k]
                column = self.columns[k]
                self.search.shown[column][end] = (self.columns, exact)
                self._compare(int(k), end)
        return True

    def _compare(self, k: int, end: int) -> None:
        """Mark an end as met when a witness stands on what is proven."""
        column = self.columns[k]
        proven = (self.search.lo if end == LOW else self.search.hi)[column]
        seen = (self.low if end == LOW else self.high)[k]
        if proven is None or not np.isfinite(seen):
            return
        slack = 0.0 if self.integer[k] else TOLERANCE * max(1.0, abs(float(proven)))
        if abs(seen - float(proven)) <= slack:
            self.search.met[column][end] = True

    def _is_met(self, end: End) -> bool:
        return self.search.met[self.columns[end[0]]][end[1]]

    def _together(self, ends: list[End]) -> None:
        """Push all ends of one side that are not met at once, while that helps."""
        while True:
            todo = [end for end in ends if not self._is_met(end)]
            if len(todo) < 3:
                return
            self._push(todo)
            if sum(not self._is_met(end) for end in todo) > 0.9 * len(todo):
                return

    def _apart(self, ends: list[End]) -> None:
        """Push many ends at once, no two in the same row, as those would be in each other's way.

        The fewer are pushed, the more of them are met: each round has half as many at a time.
        """
        most = len(ends)
        while most > 1:
            left = [end for end in ends if not self._is_met(end)]
            pushed = met = largest = 0
            while left:
                batch = self._free_of_each_other(left, most)
                self._push(batch)
                rest = [end for end in left if not self._is_met(end)]
                met += len(left) - len(rest)
                pushed += len(batch)
                if met * _FAIR < pushed - 2 * _FAIR:
                    return
                largest = max(largest, len(batch))
                gone = set(batch)
                left = [end for end in rest if end not in gone]
            most = min(most, largest) // 2

    def _free_of_each_other(self, ends: list[End], most: int) -> list[End]:
        taken: set[int] = set()
        batch = []
        for k, end in ends:
            rows = self.program.rows_of[k]
            if taken.isdisjoint(rows):
                taken.update(rows)
                batch.append((k, end))
                if len(batch) == most:
                    break
        return batch

    def _push(self, ends: list[End]) -> None:
        """One linear program towards these ends; from a corner that is not whole, a search."""
        cost = np.zeros(self.n)
        for k, end in ends:
            cost[k] = 1.0 if end == LOW else -1.0
        found = self.program.linear(cost, self.search.deadline)
        if found.values is None or self._seen(found.values) or self.missed == _MISSES:
            return
        at = {
            k: proven
            for k, proven in self._proven(ends)
            if abs(found.values[k] - float(proven)) <= TOLERANCE
        }
        if at:
            near = self.program.dive(at, self.search.deadline)
            self.missed = 0 if near is not None and self._seen(near) else self.missed + 1

    def _proven(self, ends: list[End]) -> Iterator[tuple[int, Number]]:
        for k, end in ends:
            column = self.columns[k]
            proven = (self.search.lo if end == LOW else self.search.hi)[column]
            if proven is not None:
                yield k, proven

    def _one(self, k: int, end: int) -> None:
        """One end of one variable over real values, which is often met by whole ones."""
        self._take(self.program.linear(self._towards(k, end), self.search.deadline), k, end)

    def _one_whole(self, k: int, end: int) -> None:
        """One end over whole values: on the proven end first, which is quicker than searching."""
        column = self.columns[k]
        proven = (self.search.lo if end == LOW else self.search.hi)[column]
        if proven is not None and self.integer[k]:
            near = self.program.dive({k: int(proven)}, self.search.deadline)
            if near is not None and self._seen(near):
                return
            found = self.program.whole_at(k, int(proven), self.search.deadline)
            if found.values is not None:
                self._seen(found.values)
            elif found.status == "infeasible":
                inward = proven + (1 if end == LOW else -1)
                self._prove(k, end, float(inward if end == LOW else -inward))
        if not self.search.met[column][end]:
            self._take(self.program.whole(self._towards(k, end), self.search.deadline), k, end)

    def _towards(self, k: int, end: int) -> np.ndarray:
        cost = np.zeros(self.n)
        cost[k] = 1.0 if end == LOW else -1.0
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
        sides = self.search.lo if end == LOW else self.search.hi
        value: Number
        if end == LOW:
            value = ceil(bound - slack) if self.integer[k] else tidy(bound)
        else:
            value = floor(-bound + slack) if self.integer[k] else tidy(-bound)
        old = sides[column]
        if old is None or (value > old if end == LOW else value < old):
            sides[column] = value
        self._compare(k, end)
