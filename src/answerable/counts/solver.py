"""The linear and whole-number programs, by HiGHS: one room's worth of its interface.

Only the objective changes between the programs of one component, so the basis of the last one stays
feasible: the primal simplex with presolve off starts from it.
"""

import time
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from answerable.counts.dive import Dive
from answerable.counts.highs import quiet
from answerable.counts.rows import Number, Rows

TOLERANCE = 1e-6


class Outcome(NamedTuple):
    """What a program gave: ``status`` is optimal, infeasible, unbounded or stopped.

    ``bound`` is proven by the solver (nothing is better), ``values`` a solution if there is one.
    """

    status: str
    bound: float
    values: np.ndarray | None


class Program:
    """One component: columns are ``columns`` of the rows, solved again for each objective."""

    def __init__(self, rows: Rows, columns: Sequence[int], members: Sequence[int]) -> None:
        import highspy

        self._highspy = highspy
        self.columns = list(columns)
        self._position = {column: k for k, column in enumerate(self.columns)}
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.columns), len(members)
        lp.col_cost_ = np.zeros(len(self.columns))
        lp.col_lower_ = np.array([_floor(rows.lo[i]) for i in self.columns])
        lp.col_upper_ = np.array([_roof(rows.hi[i]) for i in self.columns])
        starts, index, value = [0], [], []
        lower: list[Number | None] = []
        upper: list[Number | None] = []
        for r in members:
            row, fixed = rows.rows[r], Fraction(0)
            for i, c in zip(row.index, row.coef, strict=True):
                if i in self._position:
                    index.append(self._position[i])
                    value.append(c)
                else:
                    fixed += c * Fraction(rows.lo[i] or 0)
            starts.append(len(index))
            lower.append(None if row.lo is None else row.lo - fixed)
            upper.append(None if row.hi is None else row.hi - fixed)
        lp.row_lower_ = np.array([_floor(bound) for bound in lower])
        lp.row_upper_ = np.array([_roof(bound) for bound in upper])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(value, dtype=float)
        self._integer = [rows.integer[i] for i in self.columns]
        self._index, self._value, self._starts = index, value, starts
        self._lower, self._upper = lower, upper
        self.rows_of: list[list[int]] = [[] for _ in self.columns]
        for r, start in enumerate(starts[:-1]):
            for k in index[start : starts[r + 1]]:
                self.rows_of[k].append(r)
        self._exact_lo = [rows.lo[i] for i in self.columns]
        self._exact_hi = [rows.hi[i] for i in self.columns]
        self._arrays = self._in_64_bits()
        self._lp = lp
        self._linear = self._start(simplex_strategy=4, presolve="off", solver="simplex")
        self._whole: Any = None
        self._dive: Dive | None = None

    def _start(self, **options: bool | int | float | str) -> Any:
        solver = quiet(**options)
        solver.passModel(self._lp)
        return solver

    def _in_64_bits(self) -> Any:
        """The rows as 64-bit whole numbers for quick checking, or None where they might not fit."""
        numbers: list[Number | None] = [
            *self._lower,
            *self._upper,
            *self._exact_lo,
            *self._exact_hi,
            *self._value,
        ]
        finite: list[Number] = [n for n in numbers if n is not None]
        if not all(self._integer) or not self._index:
            return None
        if any(n.denominator != 1 or abs(n.numerator) > 2**30 for n in finite):
            return None
        far = 2**61

        def ends(bounds: Sequence[Number | None], absent: int) -> np.ndarray:
            return np.array([absent if b is None else int(b) for b in bounds], dtype=np.int64)

        return (
            np.array(self._index),
            np.array(self._value, dtype=np.int64),
            np.array(self._starts[:-1]),
            ends(self._lower, -far),
            ends(self._upper, far),
            ends(self._exact_lo, -far),
            ends(self._exact_hi, far),
        )

    def exact(self, values: np.ndarray) -> np.ndarray | None:
        """``values`` with whole ones rounded, if that satisfies everything; else None.

        In exact arithmetic where everything is whole; money is held to a tolerance.
        """
        rounded = np.where(self._integer, np.rint(values), values)
        if self._arrays is not None and np.abs(rounded).max(initial=0) < 2**30:
            index, value, starts, lower, upper, lo, hi = self._arrays
            whole = rounded.astype(np.int64)
            sums = np.add.reduceat(value * whole[index], starts)
            good = (sums >= lower).all() and (sums <= upper).all()
            return rounded if good and (whole >= lo).all() and (whole <= hi).all() else None
        numbers = [
            int(v) if integer else float(v)
            for v, integer in zip(rounded, self._integer, strict=True)
        ]
        bounds = list(zip(numbers, self._exact_lo, self._exact_hi, strict=True))
        for k in range(len(self._lower)):
            span = range(self._starts[k], self._starts[k + 1])
            total = sum(self._value[j] * numbers[self._index[j]] for j in span)
            bounds.append((total, self._lower[k], self._upper[k]))
        return rounded if all(_within(*each) for each in bounds) else None

    def linear(self, cost: np.ndarray, deadline: float) -> Outcome:
        """The least of ``cost`` over real values."""
        return self._solve(self._linear, cost, deadline)

    def whole(self, cost: np.ndarray, deadline: float) -> Outcome:
        """The least of ``cost`` over whole values (real ones where a variable may be)."""
        return self._solve(self._in_whole(), cost, deadline)

    def whole_at(self, k: int, value: int, deadline: float) -> Outcome:
        """Any whole values with the column ``k`` at ``value``."""
        solver, nothing = self._in_whole(), np.zeros(len(self.columns))
        solver.changeColBounds(k, float(value), float(value))
        found = self._solve(solver, nothing, deadline)
        solver.changeColBounds(k, _floor(self._exact_lo[k]), _roof(self._exact_hi[k]))
        return found

    def dive(self, at: Mapping[int, Number], deadline: float) -> np.ndarray | None:
        """Whole values with these columns at these values, if a short search finds any.

        It goes on from where the linear program stands.
        """
        lower, upper = np.array(self._lp.col_lower_), np.array(self._lp.col_upper_)
        for k, value in at.items():
            lower[k] = upper[k] = float(value)
        if self._dive is None:
            self._dive = Dive(self._lp, self._integer)
        return self._dive.find(lower, upper, self._linear.getBasis(), deadline)

    def _in_whole(self) -> Any:
        """The solver for whole values, made when it is first needed."""
        if self._whole is None:
            self._whole = self._start(
                mip_rel_gap=0.0, mip_abs_gap=1e-6, mip_feasibility_tolerance=1e-7
            )
            kinds = self._highspy.HighsVarType
            for k, integer in enumerate(self._integer):
                kind = kinds.kInteger if integer else kinds.kContinuous
                self._whole.changeColIntegrality(k, kind)
        return self._whole

    def _solve(self, solver: Any, cost: np.ndarray, deadline: float) -> Outcome:
        left = deadline - time.monotonic()
        if left <= 0:
            return Outcome("stopped", -np.inf, None)
        n = len(self.columns)
        solver.changeColsCost(n, np.arange(n, dtype=np.int32), cost)
        solver.setOptionValue("time_limit", solver.getRunTime() + left)
        solver.run()
        status, states = solver.getModelStatus(), self._highspy.HighsModelStatus
        if status == states.kOptimal:
            info = solver.getInfo()
            bound = info.objective_function_value
            if solver is self._whole and any(self._integer):
                bound = info.mip_dual_bound
            return Outcome("optimal", bound, np.array(solver.getSolution().col_value))
        if status == states.kInfeasible:
            return Outcome("infeasible", np.inf, None)
        if status in (states.kUnbounded, states.kUnboundedOrInfeasible):
            return Outcome("unbounded", -np.inf, None)
        bound = solver.getInfo().mip_dual_bound if solver is self._whole else -np.inf
        return Outcome("stopped", bound, None)


def _within(value: float, lo: Number | None, hi: Number | None) -> bool:
    slack = 0.0 if isinstance(value, int) else TOLERANCE * max(1.0, abs(value))
    return (lo is None or value >= lo - slack) and (hi is None or value <= hi + slack)


def _floor(value: object) -> float:
    return -np.inf if value is None else float(value)  # type: ignore[arg-type]


def _roof(value: object) -> float:
    return np.inf if value is None else float(value)  # type: ignore[arg-type]
