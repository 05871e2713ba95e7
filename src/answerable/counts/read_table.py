"""A table of true counts from CSV, from JSON, or pasted from a spreadsheet.

A blank is not a nought: four kinds of blank are kept apart by their marks, and a mark that has not
been explained stops the reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.counts.contributions import contributions_json
from answerable.counts.hierarchy import parts_json, said_json, with_parts
from answerable.counts.layout import one_heading
from answerable.counts.markers import BLANKS, Blank
from answerable.counts.nesting import Nesting, check_parts, nestings
from answerable.counts.separators import NOTHING_PARTS_THEM, parted
from answerable.counts.table import MOST_CELLS, Cell, Table, check_totals, with_margins
from answerable.counts.totals import Found, is_total, moved, total_among
from answerable.model import RefusedInputError, UnusableInputError

Marks = dict[Cell, str]
MOST_COUNT = 10**11  # larger numbers are not told apart safely by the programs that search
_NO_COUNT = {Blank.IMPOSSIBLE: "[z]", Blank.NOT_COLLECTED: "[x]"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one table, each as long as the first, and what was made of all around it."""

    rows: list[list[str]]
    notes: tuple[str, ...] = ()


def read_rows(text: str) -> list[list[str]]:
    """The rows of a table in text; see ``read_sheet``."""
    return read_sheet(text).rows


def read_sheet(text: str) -> Sheet:
    """A table in text: cells parted by commas, semicolons, tabs, strokes, spaces or lines.

    Raises:
        UnusableInputError: there is no table, or a row is longer or shorter than the first.
        RefusedInputError: it has too many cells.
    """
    whole_text = text.lstrip("\ufeff").strip("\r\n")
    if not whole_text.strip():
        raise UnusableInputError("The table is empty; give a header row and a row for each group.")
    if (many := whole_text.count("\n") + 1) > MOST_CELLS / 2:
        raise _too_many(many)
    found = parted(whole_text)
    if not found.rows:
        raise UnusableInputError(NOTHING_PARTS_THEM)
    width = len(found.rows[0][1])
    if len(found.rows) * width > MOST_CELLS:
        raise _too_many(len(found.rows))
    if found.wrong is not None:
        k, row = found.wrong
        fields = "1 field" if len(row) == 1 else f"{len(row)} fields"
        raise UnusableInputError(
            f"Row {k} has {fields} where the first has {width}; every row needs the same number."
        )
    return Sheet([row for _, row in found.rows], found.notes)


def _too_many(rows: int) -> RefusedInputError:
    return RefusedInputError(
        f"The table has {rows:,} rows; up to {MOST_CELLS:,} cells can be judged. "
        "Give the table, not the records behind it."
    )


def read_csv(text: str) -> Table:
    """A two-way table of counts: first row and column are labels, totals added if not there.

    Raises:
        UnusableInputError: a field is not a count, or totals do not add up.
    """
    return from_rows(read_rows(text))


def from_rows(
    rows: Sequence[Sequence[str]],
    within: Mapping[str, str] | None = None,
    said: Sequence[str] = (),
) -> Table:
    """A two-way table of counts from fields; see ``read_csv``.

    ``within``: which label is part of which, where there are totals of totals. ``said``: what is
    part of what in words, see ``nesting``.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        raise UnusableInputError(
            "A table needs a row of labels, a column of labels and at least one count."
        )
    one_heading(rows)
    across = _alone(tuple(rows[0][1:]))
    down = _alone(tuple(row[0] for row in rows[1:]))
    marks: Marks = {}
    counts = [
        [
            _count(field, f"row “{row[0]}”, column “{name}”", (i, j), marks)
            for j, (name, field) in enumerate(zip(across, row[1:], strict=True))
        ]
        for i, row in enumerate(rows[1:])
    ]
    columns = list(zip(*counts, strict=True))
    nested = nestings((down, across), within or {}, said)
    row = _total_of(down, columns, across, "row", nested[0])
    column = _total_of(across, counts, down, "column", nested[1])
    rows_in, columns_in = _last(len(down), row.place), _last(len(across), column.place)
    table = _completed(
        [[counts[i][j] for j in columns_in] for i in rows_in],
        tuple(down[i] for i in rows_in),
        tuple(across[j] for j in columns_in),
        None if row.place is not None else nested[0],
        None if column.place is not None else nested[1],
    )
    if any(each != Nesting() for each in nested):
        table = with_parts(table, nested)
    check_totals(table)
    at: Marks = {(rows_in.index(i), columns_in.index(j)): mark for (i, j), mark in marks.items()}
    marks = with_totals_marked(table, at)
    notes = (*row.notes, *column.notes)
    return replace(table, impossible=frozenset(marks), marks=marks, notes=notes)


def _alone(names: tuple[str, ...]) -> tuple[str, ...]:
    """What stands alone is no total of anything, and must not bear the name of the one added."""
    return ("Count",) if len(names) == 1 and is_total(names[0]) else names


def _last(size: int, place: int | None) -> list[int]:
    """The places in order, the total last."""
    return [k for k in range(size) if k != place] + ([] if place is None else [place])


def with_totals_marked(table: Table, marks: Marks) -> Marks:
    """The marks, and those of totals all of whose cells have one and the same."""
    found, cells = dict(marks), table.cells()
    for _ in table.shape if marks else ():
        for line in table.lines():
            kinds = {found.get(cells[i], "") for i in line[:-1]}
            if len(kinds) == 1 and "" not in kinds:
                found.setdefault(cells[line[-1]], kinds.pop())
    return found


def _count(field: str, where: str, at: Cell, marks: Marks) -> int:
    """A count; where nothing can be, or nothing was collected, 0 and its mark."""
    blank = BLANKS.get(field.strip().casefold())
    if blank in _NO_COUNT:
        marks[at] = _NO_COUNT[blank]
        return 0
    return whole(field, where)


def _total_of(
    names: tuple[str, ...],
    lines: Sequence[Sequence[int]],
    others: tuple[str, ...],
    what: str,
    said: Nesting,
) -> Found:
    """The total of a dimension; where there are totals of totals, it is called one or stands last."""
    if said == Nesting():
        return total_among(names, lines, others, what)
    if strange := next((part for part, _ in said.parts if is_total(part)), ""):
        raise UnusableInputError(
            f"“{strange}” is the total of everything, and no part of anything."
        )
    check_parts(names, lines, said)
    groups = [k for k, name in enumerate(names) if name not in said.apart]
    if said.sums or len(groups) == 1:
        named = [k for k in groups if is_total(names[k])]
        place = named[0] if len(named) == 1 else groups[-1]
        return Found(place, moved(names, place, what))
    found = total_among(
        [names[k] for k in groups], [[line[k] for k in groups] for line in lines], others, what
    )
    return replace(found, place=None if found.place is None else groups[found.place])


def _completed(
    counts: list[list[int]],
    down: tuple[str, ...],
    across: tuple[str, ...],
    row: Nesting | None,
    column: Nesting | None,
) -> Table:
    """The table with the totals that are missing: of all but what is only some of another."""
    if column is not None:
        added = [k for k, name in enumerate(across) if name not in column.apart]
        counts = [[*each, sum(each[k] for k in added)] for each in counts]
        across = (*across, "Total")
    if row is not None:
        added = [k for k, name in enumerate(down) if name not in row.apart]
        counts = [*counts, [sum(each[k] for k in added) for each in zip(*counts, strict=True)]]
        down = (*down, "Total")
    flat = tuple(value for each in counts for value in each)
    return Table((len(down), len(across)), flat, (down, across))


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
        value = int(plain[:4000])  # beyond that a number is not read at all
        if value < 0:
            raise UnusableInputError(f"In {where}, the count is {value}; it cannot be negative.")
        if value > MOST_COUNT:
            raise RefusedInputError(
                f"In {where}, the count has {len(str(value))} digits; counts up to "
                f"{MOST_COUNT:,} can be judged. Give amounts in thousands or millions."
            )
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
    if not data.get("within"):  # there are no totals of totals
        _no_total_inside(labels, margins)
    table = Table(shape, tuple(flat), labels) if margins else with_margins(shape, flat, labels)
    within, said = parts_json(data.get("within") or {}), said_json(data.get("parts") or [])
    if within or said:
        if not margins or not labels:
            raise UnusableInputError(
                "A table with “within” or “parts” needs labels and its totals in place."
            )
        table = with_parts(table, nestings(labels, within, said))
    check_totals(table)
    return contributions_json(table, data.get("contributions") or [])


def _no_total_inside(labels: tuple[tuple[str, ...], ...], margins: bool) -> None:
    for names in labels:
        if inner := next((each for each in names[: -1 if margins else None] if is_total(each)), ""):
            raise UnusableInputError(
                f"“{inner}” is called a total and would be counted as one more group; put it last, "
                'with "margins": true, or leave it out.'
            )


def _flatten(cells: Any, into: list[int], where: str) -> tuple[int, ...]:
    """Gather nested lists; gives their shape."""
    if not isinstance(cells, list):
        into.append(whole(cells, where))
        return ()
    shapes = {_flatten(each, into, f"{where}[{k}]") for k, each in enumerate(cells)}
    if len(shapes) > 1:
        raise UnusableInputError(f"In {where}, the rows are not all of one length.")
    return (len(cells), *(shapes.pop() if shapes else ()))
