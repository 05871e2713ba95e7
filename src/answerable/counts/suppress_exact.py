"""The cheapest pattern, proven: a whole-number program that grows by the cuts it violates.

Each round solves the program so far (a proven lower bound), asks for every requirement how far its
cell can go, and adds the cut the program's own duals give: the capacities of the cells on one side
must reach the requirement. A pattern that only fails in whole numbers is answered by "at least one
more cell", which holds because withholding more never narrows a range.
"""

import time
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np

from answerable.counts.attack import EPS, Requirement, mask
from answerable.counts.highs import quiet
from answerable.counts.suppress_fast import mended, price, safe

if TYPE_CHECKING:
    from answerable.counts.protect import Task

_FRACTIONAL_ROUNDS = 60
_FIRST_GAP, _LAST_GAP = 0.08, 0.02


def cheapest_set(task: "Task", good: set[int]) -> tuple[set[int], int]:
    """The cheapest pattern found and a proven lower bound of the cost of any."""
    return _Master(task, good).run()


class _Master:
    def __init__(self, task: "Task", good: set[int]) -> None:
        import highspy

        self._h = highspy
        self.task = task
        self.best = good
        self.first = set(task.first)
        self.column = {i: k for k, i in enumerate(task.may)}
        self.cost = np.array([float(task.cost[i]) for i in task.may])
        self.solver = quiet(mip_rel_gap=0.0, mip_abs_gap=0.999)
        self.solver.addVars(len(task.may), np.zeros(len(task.may)), np.ones(len(task.may)))
        for k, cost in enumerate(self.cost):
            self.solver.changeColCost(k, cost)
        self.taken = 0  # cuts already in the program

    def price(self, chosen: set[int]) -> int:
        return price(self.task, chosen)

    def run(self) -> tuple[set[int], int]:
        bound = 0
        self._lines()
        self._take_in()
        for _ in range(_FRACTIONAL_ROUNDS):
            solved = self._solve()
            if solved is None:
                break
            bound = max(bound, ceil(self.solver.getInfo().objective_function_value - EPS))
            if bound >= self.price(self.best) or not self._separate(solved, fractional=True):
                break
        kinds = self._h.HighsVarType.kInteger
        for k in range(len(self.task.may)):
            self.solver.changeColIntegrality(k, kinds)
        gap = _FIRST_GAP  # a rough answer teaches as many cuts as a proven one
        while bound < self.price(self.best):
            self.solver.setOptionValue("mip_rel_gap", gap)
            self._start_from_best()
            solved = self._solve()
            proven = self.solver.getInfo().mip_dual_bound
            if np.isfinite(proven):
                bound = max(bound, min(ceil(proven - EPS), self.price(self.best)))
            if solved is None or bound >= self.price(self.best):
                break
            chosen = self.first | {i for i, k in self.column.items() if solved[k] > 0.5}
            # asked first: it stops at what is out of reach, and the last pattern of all is safe
            if not safe(self.task, chosen):
                self._improve(chosen, solved)
                continue
            if self.price(chosen) <= self.price(self.best):
                self.best = chosen
            gap = gap / 4 if gap > _LAST_GAP else 0.0
            if time.monotonic() > self.task.deadline:
                break
        return self.best, bound

    def _improve(self, chosen: set[int], solved: np.ndarray) -> None:
        """Learn from a pattern that is not safe."""
        if self._separate(np.rint(solved), fractional=False):
            self._mend(chosen)
        else:
            self.task.cuts.add((i, 1.0) for i in self.column if i not in chosen)
            self._take_in()

    def _mend(self, chosen: set[int]) -> None:
        """Make a pattern that fell short whole; it may be the best so far."""
        whole = mended(self.task, chosen)
        if self.price(whole) < self.price(self.best) and safe(self.task, whole):
            self.best = whole

    def _start_from_best(self) -> None:
        values = np.zeros(len(self.task.may))
        values[[self.column[i] for i in self.best - self.first]] = 1.0
        start = self._h.HighsSolution()
        start.col_value = values.tolist()
        self.solver.setSolution(start)

    def _solve(self) -> np.ndarray | None:
        left = self.task.deadline - time.monotonic()
        if left <= 0:
            return None
        self.solver.setOptionValue("time_limit", self.solver.getRunTime() + left)
        self.solver.run()
        if self.solver.getModelStatus() != self._h.HighsModelStatus.kOptimal:
            return None
        return np.array(self.solver.getSolution().col_value)

    def _lines(self) -> None:
        """What every line asks before any search.

        A line with one unsafe cell that must move needs enough room in the others for the move. In
        a line without one, a cell withheld alone could not move at all, so that some cheapest
        pattern never has it.
        """
        needs: dict[int, list[Requirement]] = {}
        for need in self.task.needs:
            needs.setdefault(need.cell, []).append(need)
        for line in self.task.table.lines():
            inside = [i for i in line if i in self.first]
            others = [i for i in line if i in self.column]
            if len(inside) == 1:
                for need in needs.get(inside[0], ()):
                    self._room(line, need)
            elif not inside:
                for i in others:
                    rest = [(j, 1.0) for j in others if j != i]
                    self._cut([(i, -1.0), *rest], 0.0)

    def _room(self, line: list[int], need: Requirement) -> None:
        """The others of a line must take up what its one unsafe cell moves."""
        attack, terms = self.task.attack, []
        for i in line:
            if i == need.cell or i not in self.column or i in need.known:
                continue
            # a total moves with its cells, a cell against its neighbours
            along = line[-1] in (i, need.cell)
            room = attack.up[i] if along == (need.move > 0) else attack.down[i]
            if room > 0:
                terms.append((i, min(1.0, float(room) / abs(need.move))))
        self.task.cuts.add(terms)

    def _separate(self, solved: np.ndarray, *, fractional: bool) -> bool:
        """Add the cuts this solution violates; whether there were any."""
        open_ = mask(self.task.attack.n, self.first)
        open_[self.task.may] = np.clip(solved, 0.0, 1.0)
        full = np.where(open_ > 1.0 - EPS, 1.0, 0.0)
        for need in self.task.needs:
            if self.task.boxes.find(need, full) is not None:
                continue
            limit = np.full(self.task.attack.n, float(abs(need.move))) if fractional else None
            reach, _, reduced = self.task.attack.reach(need, open_, limit)
            if reach < abs(need.move) - EPS:
                self.task.cuts.learn(need, reduced)
            if time.monotonic() > self.task.deadline:
                break
        return self._take_in()

    def _cut(self, terms: list[tuple[int, float]], least: float) -> None:
        index: Any = np.array([self.column[i] for i, _ in terms], dtype=np.int32)
        value = np.array([c for _, c in terms])
        self.solver.addRow(least, self._h.kHighsInf, len(terms), index, value)

    def _take_in(self) -> bool:
        """Add the cuts learned since the last time; whether there were any."""
        new = self.task.cuts.all[self.taken :]
        for cut in new:
            self._cut(list(cut), 1.0)
        self.taken += len(new)
        return bool(new)
