"""Cells of a sheet that something else stands on: joined cells, and pictures laid over them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.readers.archive import Measured
from answerable.gate.readers.parts import Package
from answerable.gate.readers.sheet_look import Value, column
from answerable.gate.readers.trees import attr, each, local

_JOINED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']"""
)
_CHUNK, _OVERLAP = 1 << 17, 80
_MOST = 20_000  # joined cells, and rows of them, that are kept
_WIDE, _HIGH = 609_600, 190_500  # a column and a row as they are made, in the units of drawings
_LETTERS = 9  # that a column shows, about
Range = tuple[int, int, int, int]  # first and last column, first and last row


@dataclass
class Apart:
    """What stands on the cells of one sheet."""

    joined: dict[int, list[tuple[int, int, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    covered: list[Range] = field(default_factory=list)

    def touches(self, row: int) -> bool:
        """Whether any cell of a row may be out of sight for it."""
        return row in self.joined or any(low <= row <= high for _, _, low, high in self.covered)

    def judge(self, row: int, cell: Value) -> str:
        """The check that judges a cell, "" if nothing stands on it."""
        at, text, _, _ = cell
        for first, last, top in self.joined.get(row, ()):
            if first <= at <= last and not (top and at == first):
                return "merged_cells"
        for first, last, low, high in self.covered:
            # words that run on beyond the picture are seen there
            hides = (last - at + 1) * _LETTERS >= len(text) / 2
            if low <= row <= high and first <= at <= last and hides:
                return "covered_cells"
        return ""


def apart(package: Package, part: str) -> Apart | None:
    """What stands on the cells of a worksheet part; None if nothing does."""
    made = Apart()
    with package.archive.stream(part) as stream:
        for first, low, last, high in _joined(stream):
            if len(made.joined) + high - low > _MOST:
                break
            for row in range(low, high + 1):
                made.joined[row].append((first, last, row == low))
    for drawing in package.links(part).values():
        if (
            "/drawings/" in drawing
            and drawing.endswith(".xml")
            and drawing in package.archive.names
        ):
            made.covered += _pictures(package.tree(drawing))
    return made if made.joined or made.covered else None


def _joined(stream: Measured) -> Iterator[Range]:
    """First column, first row, last column and last row of joined cells; they come after the rows."""
    before = b""
    found = 0
    while piece := stream.read(_CHUNK):
        text = before + piece
        end = 0
        if b"mergeCell" in text:
            for one in _JOINED.finditer(text):
                end = one.end()
                first, low, last, high = one.groups()
                yield column(first.decode()), int(low), column(last.decode()), int(high)
                found += 1
                if found > _MOST:
                    return
        before = text[max(end, len(text) - _OVERLAP) :]


def _pictures(root: Any) -> Iterator[Range]:
    """The cells that pictures of a drawing cover whole."""
    for anchor in each(root, "twoCellAnchor", "oneCellAnchor"):
        if not any(local(one) == "pic" for one in anchor):
            continue
        start = _corner(anchor, "from")
        left = start["col"] + 1 + (start["colOff"] > _WIDE // 3)
        top = start["row"] + 1 + (start["rowOff"] > _HIGH // 3)
        if local(anchor) == "twoCellAnchor":
            end = _corner(anchor, "to")
            right, low = end["col"], end["row"]
        else:
            size = next((one for one in anchor if local(one) == "ext"), anchor)
            right = left - 1 + int(attr(size, "cx") or 0) // _WIDE
            low = top - 1 + int(attr(size, "cy") or 0) // _HIGH
        if right >= left and low >= top:
            yield left, right, top, low


def _corner(anchor: Any, name: str) -> dict[str, int]:
    found = {"col": 0, "colOff": 0, "row": 0, "rowOff": 0}
    for one in (side for corner in anchor if local(corner) == name for side in corner):
        if (one.text or "").strip().lstrip("-").isdigit():
            found[local(one)] = int((one.text or "").strip())
    return found
