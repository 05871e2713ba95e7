"""Whole values from a corner of a linear program that is not whole: branching, depth first.

A whole-number program starts from nothing each time, with cuts and heuristics of its own. Where a part has few
ways to move, going on from the corner is many times quicker; where it has not, the search gives up soon.
"""

import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from answerable.counts.highs import quiet

_MOST = 150  # programs for one search
_WHOLE = 1e-6


class Dive:
    """Searches in one linear program; ``integer`` says which columns must be whole."""

    def __init__(self, lp: Any, integer: Sequence[bool]) -> None:
        import highspy

        self._optimal = highspy.HighsModelStatus.kOptimal
        # only bounds change: the basis stays good for the dual simplex; no costs, nothing to perturb
        self._solver = quiet(
            simplex_strategy=1,
            presolve="off",
            solver="simplex",
            dual_simplex_cost_perturbation_multiplier=0.0,
            simplex_dual_edge_weight_strategy=1,  # few steps each time: cheap weights are enough
        )
        self._solver.passModel(lp)
        self._all = np.arange(len(integer), dtype=np.int32)
        self._integer = np.array(integer)
        self._last: tuple[np.ndarray, Any] | None = None

    def find(
        self, lower: np.ndarray, upper: np.ndarray, basis: Any, deadline: float
    ) -> np.ndarray | None:
        """Whole values within these bounds, from this basis on; None if none were found soon."""
        self._lower, self._upper = lower.copy(), upper.copy()
        self._solver.changeColsBounds(len(self._all), self._all, lower, upper)
        self._solver.setBasis(self._towards_the_last() or basis)
        # for each branch taken: the column, its bounds before, and the side not yet tried
        taken: list[tuple[int, float, float, tuple[float, float] | None]] = []
        for _ in range(_MOST):
            if time.monotonic() > deadline:
                return None
            values = self._corner(deadline)
            if values is not None:
                broken = np.abs(values - np.rint(values)) * self._integer
                if broken.max(initial=0.0) <= _WHOLE:
                    self._last = (values, self._solver.getBasis())
                    return values
                taken.append(self._branch(values, broken))
            elif not self._turn(taken):
                return None
        return None

    def _towards_the_last(self) -> Any:
        """Stay near the whole values found last, as corners near those are whole more often.

        Gives their basis; None if there are none.
        """
        if self._last is None:
            return None
        values, basis = self._last
        pull = np.where(values <= self._lower, 1.0, np.where(values >= self._upper, -1.0, 0.0))
        self._solver.changeColsCost(len(self._all), self._all, pull)
        return basis

    def _corner(self, deadline: float) -> np.ndarray | None:
        left = max(0.0, deadline - time.monotonic())
        self._solver.setOptionValue("time_limit", self._solver.getRunTime() + left)
        self._solver.run()
        if self._solver.getModelStatus() != self._optimal:
            return None
        return np.array(self._solver.getSolution().col_value)

    def _branch(
        self, values: np.ndarray, broken: np.ndarray
    ) -> tuple[int, float, float, tuple[float, float]]:
        """Narrow the column with the fewest values left, to the side nearer to its bound.

        Few values decide the most; values near a bound are those that corners have.
        """
        inside = np.flatnonzero(broken > _WHOLE)
        room = self._upper[inside] - self._lower[inside] - broken[inside]
        k = int(inside[np.argmin(room)])
        old = (float(self._lower[k]), float(self._upper[k]))
        below, above = (old[0], float(np.floor(values[k]))), (float(np.ceil(values[k])), old[1])
        up = values[k] - old[0] > old[1] - values[k]
        self._narrow(k, above if up else below)
        return k, *old, below if up else above

    def _turn(self, taken: list[tuple[int, float, float, tuple[float, float] | None]]) -> bool:
        """Take the other side of the last branch that has one; False when all were tried."""
        while taken:
            k, lower, upper, other = taken.pop()
            if other is not None:
                taken.append((k, lower, upper, None))
                self._narrow(k, other)
                return True
            self._narrow(k, (lower, upper))
        return False

    def _narrow(self, k: int, bounds: tuple[float, float]) -> None:
        self._lower[k], self._upper[k] = bounds
        self._solver.changeColBounds(k, *bounds)
