"""A table of true counts from CSV, from JSON, or pasted from a spreadsheet.

A blank is not a nought: four kinds of blank are kept apart by their marks, and a mark that has not
been explained stops the reading.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.counts.contributions import contributions_json
from answerable.counts.hierarchy import parts_json, with_parts
from answerable.counts.table import MOST_CELLS, Table, check_totals, with_margins
from answerable.model import RefusedInputError, UnusableInputError

TOTALS = frozenset({"total", "totals", "all", "sum", "grand total", "overall"})


def read_rows(text: str) -> list[list[str]]:
    """The rows of delimited text: commas, semicolons or tabs, as the first line has it.

    Raises:
        UnusableInputError: there is no table, or a row is longer or shorter than the first.
    """
    lines = text.lstrip("\ufeff").strip("\r\n")
    if not lines.strip():
        raise UnusableInputError("The table is empty; give a header row and a row for each group.")
    head = lines.splitlines()[0]
    mark = max("\t;,", key=head.count)
    rows = [
        [field.strip() for field in row]
        for row in csv.reader(io.StringIO(lines), delimiter=mark)
        if any(field.strip() for field in row)
    ]
    if len(rows) * len(rows[0]) > MOST_CELLS:
        raise RefusedInputError(
            f"The table has {len(rows):,} rows; up to {MOST_CELLS:,} cells can be judged. "
            "Give the table, not the records behind it."
        )
    for k, row in enumerate(rows[1:], start=2):
        if len(row) != len(rows[0]):
            raise UnusableInputError(
                f"Row {k} has {len(row)} fields where the first has {len(rows[0])}; "
                "every row needs the same number."
            )
    return rows


def read_csv(text: str) -> Table:
    """A two-way table of counts: first row and column are labels, totals added if not there.

    Raises:
        UnusableInputError: a field is not a count, or totals do not add up.
    """
    return from_rows(read_rows(text))


def from_rows(rows: Sequence[Sequence[str]], within: Mapping[str, str] | None = None) -> Table:
    """A two-way table of counts from fields; see ``read_csv``.

    ``within``: which label is part of which, where there are totals of totals.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        raise UnusableInputError(
            "A table needs a row of labels, a column of labels and at least one count."
        )
    across = tuple(rows[0][1:])
    down = tuple(row[0] for row in rows[1:])
    counts = [
        [
            whole(field, f"row “{row[0]}”, column “{name}”")
            for name, field in zip(across, row[1:], strict=True)
        ]
        for row in rows[1:]
    ]
    if within:
        return _of_parts(counts, down, across, within)
    # two equal columns are no total unless they say so; from three on, adding up is enough
    columns = list(zip(*counts, strict=True))
    last_row = _is_total(down[-1], len(down) > 2 and all(sum(c[:-1]) == c[-1] for c in columns))
    last_column = _is_total(
        across[-1], len(across) > 2 and all(sum(r[:-1]) == r[-1] for r in counts)
    )
    if last_row and last_column:
        table = Table((len(down), len(across)), tuple(v for r in counts for v in r), (down, across))
    else:
        table = _completed(counts, down, across, last_row, last_column)
    check_totals(table)
    return table


def _of_parts(
    counts: list[list[int]],
    down: tuple[str, ...],
    across: tuple[str, ...],
    within: Mapping[str, str],
) -> Table:
    """A table with totals of totals; a dimension that has none may lack its total."""
    if not within.keys() & {*across} and not _is_total(across[-1], adds_up=False):
        counts, across = [[*row, sum(row)] for row in counts], (*across, "Total")
    if not within.keys() & {*down} and not _is_total(down[-1], adds_up=False):
        counts = [*counts, [sum(column) for column in zip(*counts, strict=True)]]
        down = (*down, "Total")
    flat = tuple(value for row in counts for value in row)
    table = with_parts(Table((len(down), len(across)), flat, (down, across)), within)
    check_totals(table)
    return table


def _completed(
    counts: list[list[int]], down: tuple[str, ...], across: tuple[str, ...], row: bool, column: bool
) -> Table:
    """The table with the totals that are missing; those that are there must add up."""
    inner = [each[: len(each) - column] for each in counts[: len(counts) - row]]
    labels = (down[: len(down) - row], across[: len(across) - column])
    table = with_margins((len(labels[0]), len(labels[1])), [v for r in inner for v in r], labels)
    width = table.shape[1]
    if row:
        given = (
            counts[-1],
            [table.values[(table.shape[0] - 1) * width + j] for j in range(width - 1)],
        )
        _same(given, across, down[-1])
    if column:
        given = (
            [r[-1] for r in counts],
            [table.values[i * width + width - 1] for i in range(len(counts))],
        )
        _same(given, down, across[-1])
    return table


def _same(given: tuple[list[int], list[int]], labels: tuple[str, ...], total: str) -> None:
    for said, summed, label in zip(*given, labels, strict=False):
        if said != summed:
            raise UnusableInputError(
                f"The “{total}” of “{label}” is {said}, but its cells add up to {summed} "
                f"({abs(summed - said)} {'more' if summed > said else 'less'}); "
                "put the table right first."
            )


def _is_total(label: str, adds_up: bool) -> bool:
    return adds_up or label.strip().casefold() in TOTALS


def whole(field: object, where: str) -> int:
    """A count as typed: digits, with commas or spaces between thousands.

    Raises:
        UnusableInputError: it is blank, a mark or words, negative, or not whole.
    """
    if isinstance(field, bool) or not isinstance(field, int | float | str):
        raise UnusableInputError(f"In {where}, “{field}” is not a count.")
    text = str(field).strip()
    if text == "":
        raise UnusableInputError(
            f"In {where}, there is nothing: write 0 if the count is nought; to protect a table "
            "its true counts are needed."
        )
    plain = text.replace(",", "").replace(" ", "").removesuffix(".0")
    if plain.lstrip("-").isdigit() and plain.isascii():
        value = int(plain)
        if value < 0:
            raise UnusableInputError(f"In {where}, the count is {value}; it cannot be negative.")
        return value
    raise UnusableInputError(
        f"In {where}, “{text}” is not a whole count; to protect a table its true counts are needed."
    )


def read_table_json(data: Any) -> Table:
    """A table of any dimension: ``{"shape": …, "cells": …, "margins": true|false}``.

    Raises:
        UnusableInputError: the cells do not fill the shape, or totals do not add up.
    """
    if not isinstance(data, dict) or "cells" not in data:
        raise UnusableInputError('A table is {"shape": [2, 3], "cells": [[…]], "margins": true}.')
    flat: list[int] = []
    found = _flatten(data["cells"], flat, "the cells")
    shape = tuple(data.get("shape") or found)
    if not all(isinstance(n, int) and n > 0 for n in shape):
        raise UnusableInputError("The shape of a table is a list of whole numbers above 0.")
    size = 1
    for n in shape:
        size *= n
    if size != len(flat) or (len(found) > 1 and found != shape):
        raise UnusableInputError(
            f"The shape {list(shape)} has {size} cells, but {len(flat)} are given"
            f"{'' if len(found) == 1 else f' in the shape {list(found)}'}."
        )
    if size > MOST_CELLS:
        raise RefusedInputError(
            f"The table has {size:,} cells; up to {MOST_CELLS:,} can be judged."
        )
    labels = tuple(tuple(map(str, each)) for each in data.get("labels") or ())
    margins = data.get("margins", True)
    if not isinstance(margins, bool):
        raise UnusableInputError(f"“margins” of a table is true or false, not “{margins}”.")
    table = Table(shape, tuple(flat), labels) if margins else with_margins(shape, flat, labels)
    if within := parts_json(data.get("within") or {}):
        if not margins or not labels:
            raise UnusableInputError("A table with “within” needs labels and its totals in place.")
        table = with_parts(table, within)
    check_totals(table)
    return contributions_json(table, data.get("contributions") or [])


def _flatten(cells: Any, into: list[int], where: str) -> tuple[int, ...]:
    """Gather nested lists; gives their shape."""
    if not isinstance(cells, list):
        into.append(whole(cells, where))
        return ()
    shapes = {_flatten(each, into, f"{where}[{k}]") for k, each in enumerate(cells)}
    if len(shapes) > 1:
        raise UnusableInputError(f"In {where}, the rows are not all of one length.")
    return (len(cells), *(shapes.pop() if shapes else ()))
