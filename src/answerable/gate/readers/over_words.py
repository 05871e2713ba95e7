"""Boxes laid over words where a file keeps words and boxes apart: where each comes to lie is worked out.

No page is drawn: lines are counted by the size of the letters, so a place is true to about a line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from answerable.gate.readers.inks import Ink

_ACROSS, _DOWN = 0.47, 1.17  # of the size of letters: the width of one, the height of a line
_DARK = 0x60  # levels up to which a fill is drawn to hide something
_LABEL = 60  # characters: the label on a box, not the words of a text frame
_MARK = re.compile(r"redact|withheld|removed|exempt|\bs\.? ?\d\d|\breg", re.IGNORECASE)
_NARROW, _LOW = 12.0, 5.0  # points: what is smaller is a bullet or a rule
_DRIFT = 0.1  # of the way that was worked out by which a place may be wrong
_DESIGN = 0.6  # of the height of a page: what is taller is the ground of a cover


class Line(NamedTuple):
    """A paragraph, or a row of a table: what it says and what its place depends on. In points."""

    text: str
    size: float = 12.0
    before: float = 0.0
    after: float = 0.0
    anywhere: bool = False  # its words may stand anywhere across: centred, or in cells
    breaks: bool = False  # it begins a page
    lead: float = 1.0  # the height of its lines against the usual


class Paper(NamedTuple):
    """What holds the text: its width and height, and the margins left of it and above it."""

    wide: float = 453.0
    high: float = 700.0
    left: float = 71.0
    top: float = 71.0


class Box(NamedTuple):
    """A filled box or an opaque picture in front of the text, by its anchor. In points.

    ``left`` and ``top`` are measured from the text column and the top of the line at ``line``,
    or from the edges of the paper if ``from_edge`` says so (across, down).
    """

    line: int
    left: float
    top: float
    wide: float
    high: float
    from_edge: tuple[bool, bool] = (False, False)
    page: int = 0  # the page it hangs on, if it hangs on no line
    fill: Ink | None = None  # None for a picture
    label: str = ""


def lead_of(high: float, size: float) -> float:
    """The height of a line in points against the usual for letters of a size."""
    return max(abs(high) / ((size or 12.0) * _DOWN), 0.1)


def covered(boxes: Iterable[Box], lines: list[Line], paper: Paper) -> Iterator[str]:
    """The words of each line that a box lies over, a piece for each box and line."""
    tops = _tops(lines, paper)
    tallest = max((x.before + height(x, paper.wide) for x in lines), default=0.0)
    for box in boxes:
        small = box.wide < _NARROW or box.high < _LOW or box.high > paper.high * _DESIGN
        if small or _is_frame(box) or not 0 <= box.line < len(lines):
            continue
        anchor = tops[box.line]
        top, way = anchor + lines[box.line].before + box.top, box.top
        if box.page or box.from_edge[1]:
            page = box.page - 1 if box.page else int(anchor // paper.high)
            way = box.top - paper.top
            top = page * paper.high + way
        left = box.left - (paper.left if box.from_edge[0] else 0.0)
        slack = _slack(box, abs(way))
        first = bisect_left(tops, top - abs(slack) - tallest)
        last = bisect_left(tops, top + box.high + abs(slack))
        for line, at in zip(lines[first:last], tops[first:last], strict=True):
            if line.text and _over(box, (left, top, slack), line, at + line.before, paper):
                yield line.text


def _is_frame(box: Box) -> bool:
    """Whether a box is there for the words in it: more than the label of a mark, or on a light ground."""
    dark = box.fill is not None and max(box.fill) <= _DARK
    mark = dark or _MARK.search(box.label) is not None
    return len(box.label) > _LABEL or bool(box.label and not mark)


def _slack(box: Box, way: float) -> float:
    """How far a box may be off: what is dark was drawn to hide something, others have the doubt."""
    if box.fill is None or max(box.fill) > _DARK:
        return -_DRIFT * way / 2
    return 4.0 + _DRIFT * way


def _over(box: Box, place: tuple[float, float, float], line: Line, at: float, paper: Paper) -> bool:
    left, top, slack = place
    high = line.size * _DOWN * line.lead
    down = min(at + height(line, paper.wide), top + box.high + slack) - max(at, top - slack)
    if down < min(high, box.high) * 0.5:
        return False
    wide = paper.wide if line.anywhere else min(_length(line), paper.wide)
    across = min(wide, left + box.wide) - max(0.0, left)
    if box.fill is None:  # a signature may touch the name above it
        return across >= wide * 0.6 and down >= high * 0.7
    return across >= min(20.0, wide * 0.5)


def _tops(lines: list[Line], paper: Paper) -> list[float]:
    """Where each line begins on one long strip of pages."""
    made, at = [], 0.0
    for line in lines:
        if line.breaks and at:
            at = ceil(at / paper.high) * paper.high
        made.append(at)
        at += line.before + height(line, paper.wide) + line.after
    return made


def height(line: Line, wide: float) -> float:
    """How high a line comes to be where so much of its width is free."""
    rows = max(1, ceil(_length(line) / wide)) if not line.anywhere else 1
    return rows * line.size * _DOWN * line.lead


def _length(line: Line) -> float:
    return len(line.text) * line.size * _ACROSS
