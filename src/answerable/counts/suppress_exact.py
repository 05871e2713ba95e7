"""The cheapest pattern, proven: a whole-number program that grows by the cuts it violates.

Each round solves the program so far (a proven lower bound), asks for every requirement how far its
cell can go, and adds the cut the program's own duals give: the capacities of the cells on one side
must reach the requirement. A pattern that only fails in whole numbers is answered by "at least one
more cell", which holds because withholding more never narrows a range.
"""

import time
from math import ceil, inf
from typing import TYPE_CHECKING, Any

import numpy as np

from answerable.counts.attack import EPS, Requirement, mask
from answerable.counts.highs import quiet
from answerable.counts.judge import safe
from answerable.counts.suppress_fast import mended, price

if TYPE_CHECKING:
    from answerable.counts.protect import Task

_FRACTIONAL_ROUNDS = 60
_FIRST_GAP, _LAST_GAP = 0.08, 0.02
# where the work is limited: nodes of one whole-number program, and what is near enough
_NODES, _NEAR = 500, 0.05


def cheapest_set(task: "Task", good: set[int], work: float = inf) -> tuple[set[int], int]:
    """The cheapest pattern found and a proven lower bound of the cost of any.

    ``good`` is a safe pattern; ``work`` is how much may be asked: every program counts as many as
    it has cells. Unlike seconds, it gives the same pattern on every machine.
    """
    return _Master(task, good, work).run()


class _Master:
    def __init__(self, task: "Task", good: set[int], work: float) -> None:
        import highspy

        self._h = highspy
        self.task = task
        self.best, self.bound = good, 0
        self.most = self.work = work
        self.short: list[Requirement] = []  # what the last pattern leaves short
        self.first = set(task.first)
        self.column = {i: k for k, i in enumerate(task.may)}
        self.cost = np.array([float(task.cost[i]) for i in task.may])
        # started again from its own root, HiGHS takes twice as long for these programs
        self.solver = quiet(mip_rel_gap=0.0, mip_abs_gap=0.999, mip_allow_restart=False)
        self.limited = work < inf
        if self.limited:
            self.solver.setOptionValue("mip_max_nodes", _NODES)
        self.solver.addVars(len(task.may), np.zeros(len(task.may)), np.ones(len(task.may)))
        for k, cost in enumerate(self.cost):
            self.solver.changeColCost(k, cost)
        self.taken = 0  # cuts already in the program

    def price(self, chosen: set[int]) -> int:
        return price(self.task, chosen)

    def run(self) -> tuple[set[int], int]:
        self._lines()
        self._take_in()
        for _ in range(_FRACTIONAL_ROUNDS):
            if self.limited and self.work <= self.most / 4:
                break
            solved = self._solve()
            if solved is None:
                break
            least = self.solver.getInfo().objective_function_value
            self.bound = max(self.bound, ceil(least - EPS))
            if self._done() or not self._separate(solved, fractional=True):
                break
        kinds = self._h.HighsVarType.kInteger
        for k in range(len(self.task.may)):
            self.solver.changeColIntegrality(k, kinds)
        self._whole_rounds()
        return self.best, self.bound

    def _done(self) -> bool:
        """Whether the best pattern is proven to be the cheapest, or near it with limited work."""
        near = _NEAR if self.limited else 0.0
        return self.bound >= (1.0 - near) * self.price(self.best)

    def _whole_rounds(self) -> None:
        """Patterns that satisfy the cuts so far, until one of them is safe and the cheapest."""
        gap = _FIRST_GAP  # a rough answer teaches as many cuts as a proven one
        first = True  # one pattern is always asked for, however little work is left
        while not self._done() and (first or self.work > 0):
            first = False
            self.solver.setOptionValue("mip_rel_gap", gap)
            self._start_from_best()
            solved = self._solve()
            proven = self.solver.getInfo().mip_dual_bound
            if np.isfinite(proven):
                self.bound = max(self.bound, min(ceil(proven - EPS), self.price(self.best)))
            if solved is None or self._done():
                break
            chosen = self.first | {i for i, k in self.column.items() if solved[k] > 0.5}
            if self._separate(np.rint(solved), fractional=False):
                whole = mended(self.task, chosen, self.short)
            elif not safe(self.task, chosen):  # in real numbers only
                self.task.cuts.add((i, 1.0) for i in self.column if i not in chosen)
                self._take_in()
                continue
            else:
                whole = chosen
                gap = gap / 4 if gap > _LAST_GAP else 0.0
            if self.price(whole) < self.price(self.best) and safe(self.task, whole):
                self.best = whole
            if time.monotonic() > self.task.deadline or (self.limited and not gap):
                break

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
        self.task.reach.within(open_, capped=fractional)
        self.short = []
        for need in self.task.needs:
            if self.task.boxes.find(need, full) is not None:
                continue
            reach, reduced = self.task.reach.of(need)
            self.work -= len(self.task.reach.cells)
            if reach < abs(need.move) - EPS:
                self.short.append(need)
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
