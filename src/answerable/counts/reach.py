"""How far a cell can move within a pattern, and what a pattern that falls short teaches.

The program holds the cells that were ever withheld, at least in part: its duals say of every other
cell what opening it would be worth, by a sum along the cell's lines. Each requirement goes on from where
it stood in the pattern before.
"""

from typing import Any

import numpy as np

from answerable.counts.attack import EPS, Attack, Requirement
from answerable.counts.highs import quiet


class Reach:
    """Programs over the changes within one pattern after another; see ``within``."""

    def __init__(self, attack: Attack) -> None:
        import highspy

        self._h, self.attack = highspy, attack
        self.cells = np.zeros(0, dtype=int)
        self._at: dict[int, int] = {}
        by_cell = np.argsort(attack.index, kind="stable")
        self._line, self._sign = attack.line[by_cell].astype(np.int32), attack.sign[by_cell]
        self._starts = np.searchsorted(attack.index[by_cell], np.arange(attack.n + 1))
        # only bounds change for one requirement: its last basis stays good for the dual simplex
        self._solver = quiet(
            simplex_strategy=1,
            presolve="off",
            solver="simplex",
            dual_simplex_cost_perturbation_multiplier=0.0,
            simplex_dual_edge_weight_strategy=1,
        )
        for _ in attack.lines:
            self._solver.addRow(0.0, 0.0, 0, np.zeros(0, dtype=np.int32), np.zeros(0))
        self._bases: dict[Requirement, Any] = {}
        self.within(np.zeros(attack.n))

    def within(self, open_: np.ndarray, *, capped: bool = False) -> None:
        """The pattern to ask of: 0 to 1 for each cell, how far it is withheld.

        ``capped``: no cell may change by more than is asked, which makes sharper cuts of
        patterns that are withheld in part.
        """
        new = [int(i) for i in np.flatnonzero(open_ > EPS) if int(i) not in self._at]
        for i in new:
            self._at[i] = len(self._at)
            span = slice(self._starts[i], self._starts[i + 1])
            lines, signs = self._line[span], self._sign[span]
            for turned in (signs, -signs):
                self._solver.addCol(0.0, 0.0, 0.0, len(lines), lines, turned)
        self.cells = np.array(list(self._at), dtype=int)
        self._open, self.capped = open_[self.cells], capped
        self._all = np.arange(2 * len(self.cells), dtype=np.int32)

    def of(self, need: Requirement) -> tuple[float, np.ndarray]:
        """How far ``need``'s cell can go (to the move asked at most), and the reduced costs.

        Those are of up and then down changes of every cell, with no bound in the way.
        """
        n, k = self.attack.n, self._at.get(need.cell)
        cost, sign = np.zeros(2 * n), 1.0 if need.move > 0 else -1.0
        cost[need.cell], cost[n + need.cell] = -sign, sign
        if k is None:
            return 0.0, -cost
        solver, m = self._solver, len(self._all)
        solver.changeColsBounds(m, self._all, np.zeros(m), self._room(need))
        solver.changeColCost(2 * k, -sign)
        solver.changeColCost(2 * k + 1, sign)
        self._start(need)
        solver.run()
        self._bases[need] = solver.getBasis()
        solution = solver.getSolution()
        z, dual = solution.col_value, np.array(solution.row_dual)
        solver.changeColCost(2 * k, 0.0)
        solver.changeColCost(2 * k + 1, 0.0)
        worth = np.bincount(self.attack.index, self.attack.sign * dual[self.attack.line], n)
        return sign * (z[2 * k] - z[2 * k + 1]), np.concatenate([worth, -worth]) - cost

    def _room(self, need: Requirement) -> np.ndarray:
        """How far each up and down change may go."""
        room = np.column_stack([self.attack.up[self.cells], self.attack.down[self.cells]])
        if self.capped:
            room = np.minimum(room, abs(need.move))
        room *= self._open[:, None]
        for known in need.known:
            if known in self._at:
                room[self._at[known]] = 0.0
        # no further than asked: that is all that is wanted, and it is quicker
        k, side = self._at[need.cell], 0 if need.move > 0 else 1
        room[k, side] = min(room[k, side], abs(need.move))
        return np.asarray(room.ravel())

    def _start(self, need: Requirement) -> None:
        """From the last basis of the same requirement, or else from nothing."""
        basis = self._bases.get(need)
        if basis is None:
            self._solver.clearSolver()
            return
        more = len(self._all) - len(basis.col_status)
        if more:
            basis.col_status = [*basis.col_status, *[self._h.HighsBasisStatus.kLower] * more]
        self._solver.setBasis(basis)
