"""How far a reader could believe a withheld cell to lie from its value: programs over changes.

A consistent table is the true one plus changes that cancel along every line, only in withheld
cells. A requirement is met when some change moves its cell far enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from answerable.counts.highs import quiet
from answerable.counts.table import Table

EPS = 1e-6


@dataclass(frozen=True, slots=True)
class Requirement:
    """Cell number ``cell`` must be able to move by ``move`` (negative: down).

    ``known``: cells an insider knows, which therefore cannot move.
    """

    cell: int
    move: int
    known: tuple[int, ...] = ()


class Attack:
    """Programs over the changes of all cells; up and down changes are apart, so as to be costed."""

    def __init__(self, table: Table, room: int) -> None:
        import highspy

        self._h = highspy
        self.n = n = len(table.values)
        self.values = np.array(table.values, dtype=float)
        # a reader knows that a count is not below nought; upwards only the lines hold it
        self.up, self.down = np.full(n, float(room)), self.values.copy()
        self.lines = lines = table.lines()
        # the lines one after the other: the cell, the number of its line, and -1 for a total
        self.index = np.array([i for line in lines for i in line], dtype=int)
        self.line = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        self.sign = np.array([-1.0 if i == line[-1] else 1.0 for line in lines for i in line])
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = 2 * n, len(lines)
        lp.col_cost_, lp.col_lower_ = np.zeros(2 * n), np.zeros(2 * n)
        lp.col_upper_ = np.zeros(2 * n)
        lp.row_lower_ = lp.row_upper_ = np.zeros(len(lines))
        starts, index, value = [0], [], []
        for line in lines:
            for i in line:
                sign = -1.0 if i == line[-1] else 1.0
                index += [i, n + i]
                value += [sign, -sign]
            starts.append(len(index))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(value)
        self._lp = lp
        self._all = np.arange(2 * n, dtype=np.int32)
        self._real = self._solver()
        self._whole: Any = None

    def _solver(self) -> Any:
        solver = quiet(presolve="off")
        solver.passModel(self._lp)
        return solver

    def cheapest(
        self, need: Requirement, cost: np.ndarray, may: np.ndarray, *, whole: bool = False
    ) -> np.ndarray | None:
        """The cheapest change that makes the move, by cost per unit of change; None if none."""
        upper = np.concatenate([self.up * may, self.down * may])
        self._shut(upper, need)
        lower = np.zeros(2 * self.n)
        to, fro = (
            (need.cell, self.n + need.cell) if need.move > 0 else (self.n + need.cell, need.cell)
        )
        if upper[to] < abs(need.move):
            return None
        lower[to] = upper[to] = abs(need.move)
        upper[fro] = 0
        solver = self._real
        if whole:
            if self._whole is None:
                self._whole = self._solver()
                for k in range(2 * self.n):
                    self._whole.changeColIntegrality(k, self._h.HighsVarType.kInteger)
                self._whole.setOptionValue("time_limit", 20.0)
                self._whole.setOptionValue("presolve", "on")
            solver = self._whole
        solver.clearSolver()  # from nothing it is quicker than from another cell's answer
        status = self._run(solver, np.concatenate([cost, cost]), lower, upper)
        if status != self._h.HighsModelStatus.kOptimal:
            return None
        z = np.array(solver.getSolution().col_value)
        return np.asarray(z[: self.n] - z[self.n :])

    def _shut(self, upper: np.ndarray, need: Requirement) -> None:
        for k in need.known:
            upper[k] = upper[self.n + k] = 0.0

    def _run(self, solver: Any, cost: np.ndarray, lower: np.ndarray, upper: np.ndarray) -> Any:
        count = 2 * self.n
        solver.changeColsCost(count, self._all, cost)
        solver.changeColsBounds(count, self._all, lower, upper)
        solver.run()
        return solver.getModelStatus()


def moves(change: np.ndarray) -> set[int]:
    """The cells a change moves."""
    return {int(i) for i in np.flatnonzero(np.abs(change) > EPS)}


def mask(n: int, cells: Iterable[int]) -> np.ndarray:
    """1 for these cells, 0 for the rest."""
    made = np.zeros(n)
    made[list(cells)] = 1.0
    return made
