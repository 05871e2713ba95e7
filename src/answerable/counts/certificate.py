"""Why an end of a range is what it is: published statements added up, checked in exact arithmetic.

By linear duality every end over real numbers is proved by statements, each with a weight, whose sum
leaves the one number asked about (Farkas). A program looks for the weights; what it finds counts only
if the sum, made again in fractions from the statements themselves, gives the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

import numpy as np

from answerable.counts.conflict import in_words
from answerable.counts.highs import quiet
from answerable.counts.model import System
from answerable.counts.rows import Number, Row, lay_out

_FINEST = 100_000  # the largest denominator of a weight
_BELOW_ONE = 1 - 1e-6  # a whole number is not passed over


@dataclass(frozen=True, slots=True)
class Statement:
    """A published statement over several numbers: ``sum of coef x number`` at most or at least.

    ``whole``: its end was rounded inward, as everything in it is whole. ``own``: the source says no
    more than the statement itself.
    """

    terms: tuple[tuple[str, int], ...]
    lo: Number | None
    hi: Number | None
    source: str
    whole: bool
    own: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A published limit of a single number, and the statement it comes from (none: declared)."""

    name: str
    upper: bool
    value: Number
    source: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Weights of statements and of limits that add up to: ``name`` is at most (least) ``bound``.

    A statement of positive weight is used from above in a proof of an upper end. ``end`` is the
    bound rounded inward where the number is whole; ``known`` are the numbers published outright.
    """

    name: str
    upper: bool
    statements: tuple[tuple[Fraction, Statement], ...]
    limits: tuple[tuple[Fraction, Limit], ...]
    bound: Fraction
    end: Number
    known: dict[str, Number]

    @property
    def whole(self) -> bool:
        """Whether it was used that numbers are whole."""
        return self.bound != self.end or any(each.whole for _, each in self.statements)


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing that may be added up: ``terms`` at most ``value``; ``sign`` -1: turned round."""

    terms: dict[int, int]
    value: Number
    what: Statement | Limit
    sign: int = 1


class Prover:
    """Proofs of the ends of any number of one system.

    Raises:
        UnusableInputError, ConflictError: as ``lay_out``.
    """

    def __init__(self, system: System) -> None:
        self.system, self.rows = system, lay_out(system)
        pairs = zip(self.rows.lo, self.rows.hi, strict=True)
        self.fixed = {i: lo for i, (lo, hi) in enumerate(pairs) if lo is not None and lo == hi}
        self.known = {self.rows.names[i]: value for i, value in self.fixed.items()}
        self.place = {name: i for i, name in enumerate(self.rows.names)}
        self.sources = [r.source or in_words(r) for r in system.relations]
        free = [i for i in range(len(self.rows.names)) if i not in self.fixed]
        self.line = {i: k for k, i in enumerate(free)}
        self.parts = list(self._parts())
        self.solver = self._program()

    def prove(self, name: str, end: Number, *, upper: bool) -> Proof | None:
        """The statements that show ``name`` is at most (least) ``end``; None if sums do not.

        Then the end rests on whole numbers by more than rounding one sum.
        """
        i = self.place[name]
        if i in self.fixed:
            return None
        # the end itself by the shortest sum, then less where rounding does the rest, then the best
        for loose in (0.0, _BELOW_ONE, np.inf) if self.rows.integer[i] else (0.0, np.inf):
            weights = self._weights(i, end, upper, loose)
            made = None if weights is None else self._checked(i, end, upper, weights)
            if made is not None:
                return made
        return None

    def _parts(self) -> Iterator[_Part]:
        """Everything that may be added up."""
        for i in self.line:
            lo, hi = self.rows.lo[i], self.rows.hi[i]
            if hi is not None:
                yield _Part({i: 1}, hi, Limit(self.rows.names[i], True, hi))
            if lo is not None:
                yield _Part({i: -1}, -lo, Limit(self.rows.names[i], False, lo))
        for row in self.rows.rows:
            yield from self._of_row(row)

    def _of_row(self, row: Row) -> Iterator[_Part]:
        pairs = list(zip(row.index, row.coef, strict=True))
        free = {i: c for i, c in pairs if i not in self.fixed}
        taken = sum(c * self.fixed[i] for i, c in pairs if i in self.fixed)
        terms = tuple((self.rows.names[i], c) for i, c in pairs)
        own = not self.system.relations[row.of].source
        said = Statement(terms, row.lo, row.hi, self.sources[row.of], row.rounded, own)
        for end, sign in ((row.hi, 1), (row.lo, -1)):
            if end is None or not free:
                continue
            what = self._limit(said, end, sign) if len(pairs) == 1 else said
            yield _Part({i: sign * c for i, c in free.items()}, sign * (end - taken), what, sign)

    def _limit(self, said: Statement, end: Number, sign: int) -> Limit:
        ((name, coef),) = said.terms
        return Limit(name, sign * coef > 0, _simple(Fraction(end, coef)), said.source)

    def _program(self) -> Any:
        """Least weight in all; statements are dear, a count's not being below nought is cheap."""
        import highspy

        lp = highspy.HighsLp()
        n = len(self.parts)
        lp.num_col_, lp.num_row_ = n, len(self.line) + 1
        self.dear = np.array([_dear(part.what) for part in self.parts])
        self.tight = np.array([float(part.value) for part in self.parts]) + 1e-7 * self.dear
        lp.col_cost_ = self.dear
        lp.col_lower_, lp.col_upper_ = np.zeros(n), np.full(n, np.inf)
        lp.row_lower_ = lp.row_upper_ = np.zeros(len(self.line) + 1)
        starts, index, value = [0], [], []
        for part in self.parts:
            index += [*(self.line[i] for i in part.terms), len(self.line)]
            value += [*map(float, part.terms.values()), float(part.value)]
            starts.append(len(index))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.array(starts)
        lp.a_matrix_.index_ = np.array(index, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(value)
        solver = quiet(presolve="off")
        solver.passModel(lp)
        return solver

    def _weights(self, i: int, end: Number, upper: bool, loose: float) -> np.ndarray | None:
        import highspy

        sign, row = (1.0 if upper else -1.0), self.line[i]
        goal = sign * float(end)
        n = len(self.parts)
        self.solver.changeColsCost(
            n, np.arange(n, dtype=np.int32), self.tight if loose == np.inf else self.dear
        )
        self.solver.changeRowBounds(row, sign, sign)
        self.solver.changeRowBounds(len(self.line), -np.inf, goal + loose)
        self.solver.run()
        met = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = np.array(self.solver.getSolution().col_value) if met else None
        self.solver.changeRowBounds(row, 0.0, 0.0)
        return found

    def _checked(self, i: int, end: Number, upper: bool, weights: np.ndarray) -> Proof | None:
        """The proof with its weights in fractions, if its sum is the number asked and gives the end."""
        used = [
            (Fraction(float(weights[k])).limit_denominator(_FINEST), self.parts[k])
            for k in np.flatnonzero(weights > 1e-9)
        ]
        total, left = Fraction(0), dict.fromkeys(self.line, Fraction(0))
        for weight, part in used:
            total += weight * part.value
            for j, coef in part.terms.items():
                left[j] += weight * coef
        left[i] -= 1 if upper else -1
        bound = total if upper else -total
        shown: Number = bound
        if self.rows.integer[i]:
            shown = floor(bound) if upper else ceil(bound)
        if any(left.values()) or shown != end:
            return None
        said, limits = [], []
        for weight, part in used:
            if isinstance(part.what, Limit):
                limits.append((weight, part.what))
            else:
                said.append((weight * part.sign, part.what))
        name = self.rows.names[i]
        return Proof(name, upper, tuple(said), tuple(limits), bound, shown, self.known)


def _dear(what: Statement | Limit) -> float:
    """What it costs the reader to hear of it."""
    if isinstance(what, Statement):
        return 1.0
    return 0.02 if not what.upper and what.value == 0 and not what.source else 0.3


def _simple(value: Fraction) -> Number:
    return int(value) if value.denominator == 1 else value
