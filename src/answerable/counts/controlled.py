"""Controlled rounding: every cell to a neighbouring multiple of the base, totals adding up.

A cell that is a multiple already stays. What a reader can still work out is audited: the rounded
table, with every cell within one base of what is shown, is a system like any other.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from answerable.counts.bounds import Bounds, bounds
from answerable.counts.guesses import guesses
from answerable.counts.guesses import relations as guessed_sums
from answerable.counts.highs import quiet
from answerable.counts.model import Relation, System, Variable
from answerable.counts.table import Table
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Rounded:
    """The rounded values in the order of the cells; ``distance`` is the sum of all changes."""

    base: int
    values: tuple[int, ...]
    distance: int
    optimal: bool
    bounds: Bounds

    def printed(self, table: Table) -> list[int]:
        """The values of the cells that are printed."""
        pairs = zip(table.cells(), self.values, strict=True)
        return [value for cell, value in pairs if not table.is_rest(cell)]


def controlled_rounding(table: Table, base: int, *, seconds: float = 60.0) -> Rounded:
    """The rounding with the least change in all, and what it still gives away.

    Raises:
        UnusableInputError: no such rounding exists (possible in three dimensions and more).
    """
    ups = _ups(table, base, seconds, rests_near=True)
    if ups is None and table.rests:
        ups = _ups(table, base, seconds, rests_near=False)
    if ups is None:
        raise UnusableInputError(
            f"This table cannot be rounded to {base} so that all totals add up; "
            "withhold cells instead, or leave out a dimension."
        )
    values = tuple(
        value // base * base + base * int(up) for value, up in zip(table.values, ups, strict=True)
    )
    change = sum(
        abs(a - b)
        for cell, a, b in zip(table.cells(), values, table.values, strict=True)
        if not table.is_rest(cell)
    )
    return Rounded(
        base, values, change, True, bounds(_reader(table, values, base), seconds=seconds)
    )


def _ups(table: Table, base: int, seconds: float, *, rests_near: bool) -> np.ndarray | None:
    """By how many steps each cell goes up from the multiple below it; None if it cannot be done.

    ``rests_near``: what is left of a whole without its part goes to a neighbouring multiple too;
    without, it is only not below nought, so that no part is shown larger than its whole.
    """
    import highspy

    floors = [value // base * base for value in table.values]
    loose = [value % base != 0 for value in table.values]
    unseen = [table.is_rest(cell) for cell in table.cells()]
    n = len(table.values)
    solver = quiet(time_limit=seconds, mip_rel_gap=0.0)
    solver.addVars(n, np.zeros(n), np.array([1.0 if each else 0.0 for each in loose]))
    for i, value in enumerate(table.values):
        rest = value % base
        solver.changeColCost(i, float(base - 2 * rest) if rest and not unseen[i] else 0.0)
        solver.changeColIntegrality(i, highspy.HighsVarType.kInteger)
        if unseen[i] and not rests_near:
            solver.changeColBounds(i, float(-floors[i] // base), highspy.kHighsInf)
    for line in table.lines():
        short = (floors[line[-1]] - sum(floors[i] for i in line[:-1])) // base
        coef = np.array([1.0] * (len(line) - 1) + [-1.0])
        solver.addRow(short, short, len(line), np.array(line, dtype=np.int32), coef)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.asarray(np.rint(solver.getSolution().col_value))


def _reader(table: Table, values: tuple[int, ...], base: int) -> System:
    """What a reader knows who knows the method, each count being less than a base away, and guesses."""
    cells = table.cells()
    names = [table.name(cell) for cell in cells]
    variables = tuple(
        Variable(name)
        if table.is_rest(cell)
        else Variable(name, Fraction(max(0, value - base + 1)), Fraction(value + base - 1))
        for cell, name, value in zip(cells, names, values, strict=True)
    )
    relations = tuple(
        Relation(
            tuple((names[i], Fraction(-1 if i == line[-1] else 1)) for i in line),
            Fraction(0),
            Fraction(0),
            f"the line of {table.words(cells[line[-1]])}",
        )
        for line in table.lines()
    )
    guessed = tuple(
        Relation(
            tuple((table.name(cell), Fraction(sign)) for cell, sign in terms),
            Fraction(0),
            Fraction(0),
            words,
        )
        for terms, words in guessed_sums(table, guesses(table))
    )
    return System(variables, (*relations, *guessed))
