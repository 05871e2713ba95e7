"""Proofs for one pattern: the smallest change that makes a withheld cell move as asked.

The program holds the withheld cells only, and asks for the smallest change instead of any: that
moves few cells, mostly by whole numbers, so that the change is itself the proof.
"""

import time
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np

from answerable.counts.attack import EPS, Attack, Requirement
from answerable.counts.dive import Dive
from answerable.counts.highs import quiet

_SECONDS = 20.0  # for one change in whole numbers


class Changes:
    """Changes of the cells of one pattern, from which cells may be taken out and put back."""

    def __init__(self, attack: Attack, chosen: Iterable[int]) -> None:
        import highspy

        self._h = highspy
        self.attack = attack
        self.cells = np.array(sorted(chosen), dtype=int)
        self._at = {int(cell): k for k, cell in enumerate(self.cells)}
        self._values = attack.values.astype(np.int64)
        lines = [[i for i in line if i in self._at] for line in attack.lines]
        inside = [
            (line, whole[-1]) for line, whole in zip(lines, attack.lines, strict=True) if line
        ]
        sizes = [len(line) for line, _ in inside]
        # the lines one after the other: where each starts, its cells, and -1 for a total
        self._starts = np.cumsum([0, *sizes])
        self._index = np.array([i for line, _ in inside for i in line], dtype=int)
        self._sign = np.where(self._index == np.repeat([last for _, last in inside], sizes), -1, 1)
        self._real = self._solver(presolve="off")
        self._whole: Any = None
        self._dive: Dive | None = None
        self._closed: set[int] = set()
        self._bases: dict[Requirement, Any] = {}

    def _solver(self, **options: bool | int | float | str) -> Any:
        """Up changes, then down changes; what changes along a line cancels."""
        m, highspy = len(self.cells), self._h
        lp = highspy.HighsLp()
        columns = np.searchsorted(self.cells, self._index)
        lp.num_col_, lp.num_row_ = 2 * m, len(self._starts) - 1
        lp.col_cost_, lp.col_lower_ = np.ones(2 * m), np.zeros(2 * m)
        lp.col_upper_ = np.concatenate([self.attack.up[self.cells], self.attack.down[self.cells]])
        lp.row_lower_ = lp.row_upper_ = np.zeros(lp.num_row_)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = 2 * self._starts
        lp.a_matrix_.index_ = np.column_stack([columns, m + columns]).ravel().astype(np.int32)
        lp.a_matrix_.value_ = np.column_stack([self._sign, -self._sign]).ravel().astype(float)
        solver = quiet(**options)
        solver.passModel(lp)
        return solver

    def close(self, cell: int) -> None:
        """Take a cell out of the pattern."""
        self._closed.add(cell)
        self._set(self._real, cell)

    def reopen(self, cell: int) -> None:
        """Put it back."""
        self._closed.discard(cell)
        self._set(self._real, cell)

    def _set(self, solver: Any, cell: int, *, shut: bool = False) -> None:
        m, k, gone = len(self.cells), self._at[cell], shut or cell in self._closed
        for column, room in ((k, self.attack.up), (m + k, self.attack.down)):
            solver.changeColBounds(column, 0.0, 0.0 if gone else float(room[cell]))

    def smallest(self, need: Requirement) -> np.ndarray | None:
        """The smallest change that meets a requirement, for all cells; None if there is none."""
        if not self._can(need):
            return None
        solver, m, k = self._real, len(self.cells), self._at[need.cell]
        to, fro = (k, m + k) if need.move > 0 else (m + k, k)
        solver.changeColBounds(to, float(abs(need.move)), float(abs(need.move)))
        solver.changeColBounds(fro, 0.0, 0.0)
        known = [cell for cell in need.known if cell in self._at]
        for cell in known:
            self._set(solver, cell, shut=True)
        z = self._again(need)
        for cell in (need.cell, *known):
            self._set(solver, cell)
        return None if z is None else self._full(z[:m] - z[m:])

    def _can(self, need: Requirement) -> bool:
        room = self.attack.up if need.move > 0 else self.attack.down
        inside = need.cell in self._at and need.cell not in self._closed
        return inside and bool(room[need.cell] >= abs(need.move))

    def _again(self, need: Requirement) -> np.ndarray | None:
        """From where the same requirement stood last: since then little was taken out."""
        basis, solver = self._bases.get(need), self._real
        if basis is None:
            z = self._run(solver)
        else:
            solver.setBasis(basis)
            solver.run()
            met = solver.getModelStatus() == self._h.HighsModelStatus.kOptimal
            z = np.array(solver.getSolution().col_value) if met else None
        if z is not None:
            self._bases[need] = solver.getBasis()
        return z

    def _run(self, solver: Any) -> np.ndarray | None:
        solver.clearSolver()  # from nothing it is quicker than from another cell's answer
        solver.run()
        if solver.getModelStatus() != self._h.HighsModelStatus.kOptimal:
            return None
        return np.array(solver.getSolution().col_value)

    def _full(self, moved: np.ndarray) -> np.ndarray:
        change = np.zeros(self.attack.n)
        change[self.cells] = moved
        return change

    def in_whole_numbers(self, need: Requirement) -> np.ndarray | None:
        """A change by whole numbers: near the smallest one, or else wherever there is one."""
        m, k, basis = len(self.cells), self._at[need.cell], self._bases.get(need)
        if basis is None and self.smallest(need) is None:
            return None
        lower, upper = np.zeros(2 * m), np.array(self._real.getLp().col_upper_)
        to, fro = (k, m + k) if need.move > 0 else (m + k, k)
        lower[to], upper[to], upper[fro] = abs(need.move), abs(need.move), 0.0
        for cell in need.known:
            if cell in self._at:
                upper[self._at[cell]] = upper[m + self._at[cell]] = 0.0
        if self._dive is None:
            self._dive = Dive(self._real.getLp(), [True] * (2 * m))
        z = self._dive.find(lower, upper, self._bases[need], time.monotonic() + _SECONDS)
        return self._searched(need) if z is None else self._full(np.rint(z[:m] - z[m:]))

    def _searched(self, need: Requirement) -> np.ndarray | None:
        """Any change by whole numbers, by a whole-number program over signed changes."""
        cells, room = self.cells, self.attack
        if self._whole is None:
            self._whole = self._signed()
        gone = np.array([int(i) in self._closed or int(i) in need.known for i in cells])
        lower = np.where(gone, 0.0, -room.down[cells])
        upper = np.where(gone, 0.0, room.up[cells])
        lower[self._at[need.cell]] = upper[self._at[need.cell]] = float(need.move)
        self._whole.changeColsBounds(
            len(cells), np.arange(len(cells), dtype=np.int32), lower, upper
        )
        self._whole.setOptionValue("time_limit", self._whole.getRunTime() + _SECONDS)
        found = self._run(self._whole)
        return None if found is None else self._full(found)

    def _signed(self) -> Any:
        """The same lines with one whole column a cell."""
        m, solver = len(self.cells), quiet()
        solver.addVars(m, np.zeros(m), np.zeros(m))
        columns = np.searchsorted(self.cells, self._index).astype(np.int32)
        for start, end in pairwise(self._starts):
            signs = self._sign[start:end].astype(float)
            solver.addRow(0.0, 0.0, int(end - start), columns[start:end], signs)
        for k in range(m):
            solver.changeColIntegrality(k, self._h.HighsVarType.kInteger)
        return solver

    def shown(self, needs: Iterable[Requirement], change: np.ndarray) -> list[Requirement]:
        """The requirements this change meets, checked in whole numbers from the lines alone."""
        whole = np.rint(change).astype(np.int64)
        moved = whole.nonzero()[0]
        inside = all(int(i) in self._at and int(i) not in self._closed for i in moved)
        if not inside or (self._values + whole < 0).any():
            return []
        if np.add.reduceat(self._sign * whole[self._index], self._starts[:-1]).any():
            return []
        by = {int(i): int(whole[i]) for i in moved}
        return [
            need
            for need in needs
            if by.get(need.cell, 0) * (1 if need.move > 0 else -1) >= abs(need.move)
            and by.keys().isdisjoint(need.known)
        ]


def fractional(change: np.ndarray) -> bool:
    """Whether a change moves some cell by no whole number."""
    return bool((np.abs(change - np.rint(change)) > EPS).any())
