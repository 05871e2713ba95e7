"""A judgement as it is kept on the draft and drawn on the page: plain data."""

from typing import Any

from answerable.counts.bounds import Bounds, bounds
from answerable.counts.explain import in_range
from answerable.counts.levels import rest_label
from answerable.desk.tables.judging import Judgement
from answerable.desk.tables.systems import Published
from answerable.desk.tables.versions import Version

_SECONDS = 5.0
KIND_WORDS = {
    "first": "unsafe by itself",
    "second": "withheld so that another cell cannot be worked out",
    "rest": "not printed: a reader would have it by subtraction",
    "rounded": "rounded",
}


def as_data(found: Judgement, made: Version, rule: str) -> dict[str, Any]:
    """Everything that the page shows of a version."""
    return {
        "how": made.how.value,
        "rule": rule,
        "rounded": made.base,
        "least": made.least,
        "rows": [list(row) for row in found.published.rows],
        "kinds": [
            [made.kind((i, j)) for j in range(made.table.printed[1])]
            for i in range(made.table.printed[0])
        ],
        "cells": [
            {
                "row": each.cell[0],
                "column": each.cell[1],
                "words": each.words,
                "kind": each.kind,
                "tells": each.tells,
                "sentence": each.sentence,
            }
            for each in found.cells
        ],
        "lines": [list(each) for each in found.lines],
        "unsafe": list(found.unsafe),
        "contradiction": found.contradiction,
        "matter": list(found.matter),
    }


def grid(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the table, each cell with its mark and what a reader can tell of it."""
    tells = {(each["row"], each["column"]): each["tells"] for each in data["cells"]}
    number = {
        (each["row"], each["column"]): place for place, each in enumerate(data["cells"], start=1)
    }
    return [
        {
            "label": row[0],
            "cells": [
                {
                    "text": text,
                    "kind": kind if kind in KIND_WORDS else "",
                    "kind_words": KIND_WORDS.get(kind, ""),
                    "tells": tells.get((i, j), ""),
                    "number": number.get((i, j)),
                }
                for j, (text, kind) in enumerate(zip(row[1:], kinds, strict=True))
            ],
        }
        for i, (row, kinds) in enumerate(zip(data["rows"][1:], data["kinds"], strict=True))
    ]


def tells_of(table: Published) -> list[tuple[str, str]]:
    """What a reader of a published table can tell of each number that it does not give."""
    found = bounds(table.alone(), seconds=_SECONDS)
    names, shown = table.names(), []
    for row, named in zip(table.rows[1:], names, strict=True):
        for column, name in zip(table.rows[0][1:], named, strict=True):
            interval = found.intervals.get(name)
            exact = table.rounded == 0 and row[1 + named.index(name)].replace(",", "").isdigit()
            if interval is not None and not exact:
                shown.append((f"{row[0]}, {column}", in_range(interval)))
    return [*shown, *_rests(table, found)]


def _rests(table: Published, found: Bounds) -> list[tuple[str, str]]:
    """What is left of a whole without its part, where it is no plain difference of two numbers."""
    if table.levels is None:
        return []
    sizes = len(table.rows) - 1, len(table.rows[0]) - 1
    labels = ([row[0] for row in table.rows[1:]], list(table.rows[0][1:]))
    down, across = (
        [*names, *(rest_label(names, part, whole) for part, whole in each.parts)]
        for names, each in zip(labels, table.levels, strict=True)
    )
    return [
        (f"{down[i]}, {across[j]}", in_range(interval))
        for (i, j), name in sorted(table.cells().items())
        if (i >= sizes[0] or j >= sizes[1])
        and (interval := found.intervals.get(name)) is not None
        and not interval.disclosed
    ]


def true_rows(raw: dict[str, Any]) -> list[list[str]]:
    """The rows of the true table below its heading."""
    width = len(raw["across"])
    values = [f"{value:,}" for value in raw["values"]]
    for i, j, mark in raw.get("marks", ()):
        values[i * width + j] = mark
    return [[name, *values[i * width : (i + 1) * width]] for i, name in enumerate(raw["down"])]
