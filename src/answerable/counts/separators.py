"""Where the cells of a pasted table end: tabs, strokes, semicolons, commas, spaces, or lines.

Each way is tried in turn; the first that gives every row the same number of cells is taken.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from answerable.counts.layout import around, frame
from answerable.counts.markers import BLANKS

Row = tuple[int, list[str]]  # the number of its line, and its cells
_RULE = re.compile(r"[\s|:=+-]+")
_COUNT = re.compile(r"-?\d[\d,]*(\.0+)?|[<≤]\s?\d+")
NOTHING_PARTS_THEM = (
    "It cannot be seen where one cell ends and the next begins. Put a comma or a tab between "
    "cells (or two spaces and more), a row on each line; or save the table as CSV or XLSX."
)


def is_count(text: str) -> bool:
    """Whether a cell looks like a count or a mark in its place."""
    return bool(_COUNT.fullmatch(text.strip())) or text.strip().casefold() in BLANKS


@dataclass(frozen=True, slots=True)
class Parted:
    """The rows of a pasted table, and the first that has another number of cells than the first.

    No rows: no separator could be found. ``notes``: what stands around the table.
    """

    rows: list[Row]
    wrong: Row | None = None
    notes: tuple[str, ...] = ()


def parted(text: str) -> Parted:
    """The cells of a pasted table."""
    lines = [(k, line) for k, line in enumerate(text.splitlines(), start=1) if line.strip()]
    uneven: Parted | None = None
    for split in _ways(text, lines):
        found = split()
        plain = [row for _, row in found]
        first, last = frame(plain)
        rows = found[first:last]
        width = len(rows[0][1]) if rows else 0
        if len(rows) < 2 or max(len(row) for _, row in rows) < 2:
            continue
        wrong = next((row for row in rows if len(row[1]) != width), None)
        if wrong is None:
            return Parted(rows, None, around(plain, first, last))
        sure = split.func in (_strokes, _delimited)
        uneven = uneven or (Parted(rows, wrong) if sure else None)
    return uneven or Parted([])


def _ways(text: str, lines: Sequence[tuple[int, str]]) -> list[partial[list[Row]]]:
    """The ways that a text may be meant, the surest first."""
    ways: list[partial[list[Row]]] = []
    known = [mark for mark in "\t;," if mark in text]
    head = next((line for _, line in lines if any(mark in line for mark in known)), "")
    for mark in sorted(known, key=lambda mark: -head.count(mark)):
        ways.append(partial(_delimited, text, mark))
    if all("|" in line for _, line in lines if not _RULE.fullmatch(line)):
        framed = all(line.strip().startswith("|") for _, line in lines)
        first = framed or not any(mark in lines[0][1] for mark in known)
        ways.insert(0 if first else len(ways), partial(_strokes, lines))
    return [*ways, *(partial(way, lines) for way in (_wide, _narrow, _one_a_line))]


def _delimited(text: str, mark: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=mark, skipinitialspace=True)
    rows = []
    for fields in reader:
        row = [field.strip() for field in fields]
        if any(row):
            rows.append((reader.line_num, row))
    return rows


def _strokes(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """Markdown and its like; rules between the rows are no rows."""
    return [
        (k, [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")])
        for k, line in lines
        if not _RULE.fullmatch(line)
    ]


def _wide(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """Columns aligned by two spaces and more."""
    rows = [
        (k, re.split(r"\s{2,}", line.strip())) for k, line in lines if not _RULE.fullmatch(line)
    ]
    return _with_corner(rows)


def _with_corner(rows: list[Row]) -> list[Row]:
    """The corner is often left empty, and then the heading is one cell short."""
    at = next((n for n, (_, row) in enumerate(rows) if any(map(is_count, row[1:]))), 0)
    if at and len(rows[at - 1][1]) == len(rows[at][1]) - 1 and len(rows[at][1]) > 1:
        number, head = rows[at - 1]
        return [*rows[: at - 1], (number, ["", *head]), *rows[at:]]
    return rows


def _narrow(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """One space: what stands at the end of a line are its counts, and what is before, its name."""
    words = [(k, line.split()) for k, line in lines if not _RULE.fullmatch(line)]
    first = next((n for n, (_, row) in enumerate(words) if _counts_at_end(row)), 0)
    if not first:
        return []
    many = {_counts_at_end(row) for _, row in words[first:]}
    number, head = words[first - 1]
    indented = dict(lines)[number][:1].isspace()
    if many != {len(head) if indented else len(head) - 1}:
        return []  # names and counts cannot be told apart for certain
    at = -many.pop()
    rows = [(number, ["", *head] if indented else head)]
    rows += [(k, [" ".join(row[:at]), *row[at:]]) for k, row in words[first:]]
    return [*((k, [" ".join(row)]) for k, row in words[: first - 1]), *rows]


def _counts_at_end(row: Sequence[str]) -> int:
    many = 0
    for word in reversed(row[1:]):
        if not is_count(word):
            break
        many += 1
    return many


def _one_a_line(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """A cell a line, as some programs copy: a name and as many counts, again and again."""
    cells = [line.strip() for _, line in lines]
    first = next((n for n, cell in enumerate(cells) if is_count(cell)), 0)
    if first < 2:
        return []
    end = next((n for n in range(first, len(cells)) if not is_count(cells[n])), len(cells))
    width = end - first + 1
    head, body = cells[: first - 1], cells[first - 1 :]
    if len(head) == width - 1:
        head = ["", *head]
    if len(head) != width or len(body) % width:
        return []
    rows = [head, *(body[n : n + width] for n in range(0, len(body), width))]
    return [(n * width + 1, row) for n, row in enumerate(rows)]
