"""What single contributors give to the cells of a table, from JSON or from CSV beside the table.

The CSV has a header row: one column for each dimension of the table, in its order, holding the
labels (or the places, counted from 0, where the table has no labels), a column ``value``, and, if
one contributor stands in more cells than one, a column ``contributor``. With contributors named the
totals are made from the cells; without, nobody can tell who is who, and each row is one contributor.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

from answerable.counts.read_model import number
from answerable.counts.table import Cell, Table
from answerable.model import UnusableInputError

_ORDINARY = ("value", "contributor")


def with_contributions(table: Table, rows: Sequence[Sequence[str]]) -> Table:
    """The table with the contributions of a CSV file, given as rows of fields.

    Raises:
        UnusableInputError: a column is missing, or a row names no cell or holds no amount; the
            sentence says which row.
    """
    if any(table.rests):
        raise UnusableInputError(
            "Who gives what cannot be judged beside a part of a whole (--part): give the table "
            "without the part, or leave out the contributions."
        )
    head = [name.strip().casefold() for name in rows[0]]
    axes = [k for k, name in enumerate(head) if name not in _ORDINARY]
    if "value" not in head or len(axes) != len(table.shape) or len(set(head)) != len(head):
        raise UnusableInputError(
            f"The contributions need {len(table.shape)} columns that say which cell, one called "
            "“value” and, if wanted, one called “contributor”; the first row names them."
        )
    at, who = head.index("value"), head.index("contributor") if "contributor" in head else None
    given: dict[Cell, dict[str, Fraction]] = {}
    for k, row in enumerate(rows[1:], start=2):
        cell = _cell(table, [row[axis] for axis in axes], f"row {k} of the contributions")
        amount = _amount(row[at], f"row {k} of the contributions")
        name = f"row {k}" if who is None else row[who].strip()
        if not name:
            raise UnusableInputError(f"In row {k} of the contributions no contributor is named.")
        for each in [cell] if who is None else _holding(table, cell):
            parts = given.setdefault(each, {})
            parts[name] = parts.get(name, Fraction(0)) + amount
    return _taken(table, {cell: parts.values() for cell, parts in given.items()})


def contributions_json(table: Table, said: Any) -> Table:
    """The table with ``[{"cell": [0, 1], "values": [90, 10]}]``.

    Raises:
        UnusableInputError: it has another form, or names no cell.
    """
    if said and any(table.rests):
        raise UnusableInputError("A table has “parts” or “contributions”, not both.")
    found: dict[Cell, list[Fraction]] = {}
    for k, each in enumerate(said if isinstance(said, list) else [None], start=1):
        try:
            places, values = [str(int(i)) for i in each["cell"]], list(each["values"])
        except (KeyError, TypeError, ValueError):
            raise UnusableInputError(
                'Contributions are a list of {"cell": [0, 1], "values": [90, 10]}.'
            ) from None
        cell = _cell(replace(table, labels=()), places, f"contributions {k}")
        found[cell] = [_amount(value, f"contributions {k}") for value in values]
    return _taken(table, found)


def _cell(table: Table, places: Sequence[str], where: str) -> Cell:
    """The cell that labels, or places where there are no labels, stand for."""
    found = []
    for axis, said in enumerate(places):
        text = said.strip()
        names = table.labels[axis] if table.labels else tuple(map(str, range(table.shape[axis])))
        if len(places) != len(table.shape) or names.count(text) != 1:
            raise UnusableInputError(
                f"In {where}, there is no cell [{', '.join(places)}] in the table "
                f"(“{text}” is not one of its labels)."
            )
        found.append(names.index(text))
    if len(found) != len(table.shape):
        raise UnusableInputError(
            f"In {where}, there is no cell [{', '.join(places)}] in the table."
        )
    return tuple(found)


def _amount(value: object, where: str) -> Fraction:
    amount = number(value, where)
    if amount < 0:
        raise UnusableInputError(f"In {where}, the value is {value}; it cannot be negative.")
    return amount


def _holding(table: Table, cell: Cell) -> Iterable[Cell]:
    """The cell and, if it is no total itself, every total it is counted in."""
    ways = []
    for axis, place in enumerate(cell):
        along = table.along(axis)
        if any(place == line[-1] for line in along):
            return [cell]
        way = [place]
        for each in way:  # grows while it is gone through
            way += sorted({line[-1] for line in along if each in line[:-1]} - {*way})
        ways.append(way)
    return product(*ways)


def _taken(table: Table, given: Mapping[Cell, Iterable[Fraction]]) -> Table:
    """The table with these contributions, which must fit in their cells."""
    value = dict(zip(table.cells(), table.values, strict=True))
    found = {cell: tuple(parts) for cell, parts in given.items()}
    for cell, parts in found.items():
        if (total := sum(parts)) > value[cell]:
            raise UnusableInputError(
                f"The contributions to {table.words(cell)} come to {float(total):,g}, which is "
                f"{float(total - value[cell]):,g} more than its value, {value[cell]:,}."
            )
    return replace(table, contributions=found)
