"""A table of any dimension as leaves of rows and columns, each under the labels of the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from answerable.counts.table import Cell, Table


@dataclass(frozen=True, slots=True)
class Leaf:
    """Rows and columns of one place in all other dimensions; ``title`` is "" where there are none."""

    title: str
    across: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def leaves(table: Table) -> list[Leaf]:
    """The leaves in order; a table of one dimension is one row."""
    names = [_names(table, axis) for axis in range(len(table.shape))]
    across = names[-1]
    down = names[-2] if len(names) > 1 else ("",)
    found = []
    for place in product(*(range(n) for n in table.printed[:-2])):
        title = ", ".join(names[axis][i] for axis, i in enumerate(place))
        rows = tuple(
            (name, tuple(_cell(table, place, i, j) for j in range(len(across))))
            for i, name in enumerate(down)
        )
        found.append(Leaf(title, across, rows))
    return found


def _cell(table: Table, place: Cell, i: int, j: int) -> Cell:
    return (j,) if len(table.shape) == 1 else (*place, i, j)


def _names(table: Table, axis: int) -> tuple[str, ...]:
    if table.labels:
        return table.printed_labels[axis]
    letter = {0: "c", 1: "r"}.get(len(table.shape) - 1 - axis, f"{axis}:")
    return tuple(f"{letter}{k}" for k in range(table.printed[axis]))


def plain(table: Table, values: Sequence[int] = ()) -> Callable[[Cell], str]:
    """How a cell is shown that is not withheld: its count, or its mark; ``values``: as rounded."""
    value = dict(zip(table.cells(), values or table.values, strict=True))
    return lambda cell: table.marks.get(cell, f"{value[cell]:,}")
