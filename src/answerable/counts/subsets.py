"""Subsets: a part and its whole, and the rest, which nobody prints and every reader can subtract.

The rest is a count like any other. It gets a place of its own in the table, so that whatever keeps
cells safe keeps it safe as well.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from answerable.counts.table import MOST_CELLS, Cell, Table
from answerable.model import RefusedInputError, UnusableInputError

Pairs = tuple[tuple[int, int], ...]


def with_rests(table: Table, pairs: Sequence[Pairs]) -> Table:
    """The table with these subsets in each dimension: places of a part and of its whole.

    Raises:
        RefusedInputError: with all rests it is too large.
        UnusableInputError: a part is larger than its whole; the sentence says where.
    """
    if not any(pairs):
        return table
    shape = tuple(n + len(each) for n, each in zip(table.shape, pairs, strict=True))
    if prod(shape) > MOST_CELLS:
        raise RefusedInputError(
            f"With what is left of each whole, the table has {prod(shape):,} cells; up to "
            f"{MOST_CELLS:,} can be judged. Say fewer parts, or give a smaller table."
        )
    labels = tuple(
        (*names, *(f"{names[whole]} less {names[part]}" for part, whole in each))
        for names, each in zip(table.labels, pairs, strict=True)
    )
    made = replace(table, shape=shape, labels=labels, rests=tuple(pairs), values=())
    known = dict(zip(table.cells(), table.values, strict=True))
    values: dict[Cell, int] = {}
    for cell in product(*map(range, shape)):
        if not made.is_rest(cell):
            values[cell] = known[cell]
            continue
        part, whole = made.rest_of(cell)
        values[cell] = values[whole] - values[part] if whole in values else 0
    made = replace(made, values=tuple(values[cell] for cell in made.cells()))
    _not_larger(made)
    return made


def rests_asked(table: Table, unsafe: Iterable[Cell], withheld: Container[Cell]) -> list[Cell]:
    """The rests whose range is of interest: unsafe ones, and those that are not given outright."""
    if not table.rests:
        return []
    return sorted({*filter(table.is_rest, unsafe), *table.open_rests(withheld)})


def _not_larger(table: Table) -> None:
    for cell, value in zip(table.cells(), table.values, strict=True):
        if value >= 0:
            continue
        part, whole = table.rest_of(cell)
        known = dict(zip(table.cells(), table.values, strict=True))
        raise UnusableInputError(
            f"“{table.words(part)}” is {known[part]:,} and “{table.words(whole)}” is "
            f"{known[whole]:,}, but the first is said to be part of the second; put the table right "
            "first, or leave out what was said."
        )
