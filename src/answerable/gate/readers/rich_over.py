"""Boxes and pictures that lie over the words of rich text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.gate.readers.drawn import fill_of
from answerable.gate.readers.opaque import hides_all
from answerable.gate.readers.over_words import Box, Line, Paper, covered, lead_of
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility

_TWIPS = 20
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_ENDS = frozenset(("par", "row", "nestrow", "sect", "page"))
_IN_FRONT = (3, 5)  # how words go round a shape: not at all
_OF_PAPER = 1  # of what a place is measured from: the edge of the paper; 0 is the margin
_PICTURE = re.compile(r"(?:[^{}]+|\{[^{}]*\})*")
_NO_DOT = re.compile(r"\\[a-zA-Z]+-?\d* ?|\s+")
_DOTS = re.compile(r"[0-9a-fA-F]{40,}")


@dataclass
class _Shape:
    depth: int
    line: int
    said: dict[str, int] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)
    name: str = ""
    label: str = ""
    opaque: bool = False


class _Look(NamedTuple):
    before: float = 0.0
    after: float = 0.0
    line: int = 0
    by_lines: bool = False
    anywhere: bool = False


class Flow:
    """Gathers, while rich text is read, its paragraphs and the shapes that hang on them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.shape: _Shape | None = None
        self._paper = {"paperw": 12240, "paperh": 15840, "margl": 1800, "margr": 1800,
                       "margt": 1440, "margb": 1440}  # fmt: skip
        self._said: list[str] = []
        self._size = 0.0
        self._look = _Look()
        self._row = self._breaks = False

    def open(self, depth: int) -> None:
        """A shape begins in the group of this depth."""
        if self.shape is None:
            self.shape = _Shape(depth, len(self.lines))

    def close(self, depth: int) -> None:
        """A group has ended, and the shape if it was its own."""
        if self.shape is not None and depth < self.shape.depth:
            shape, self.shape = self.shape, None
            box = _box(shape, self.paper())
            if box is not None:
                self.boxes.append(box)

    def word(self, word: str, value: int, in_table: bool, size: float) -> None:
        """One control word; ``size`` is that of the letters where it stands."""
        if self.shape is not None:
            self.shape.said[word] = value
            return
        if word in _ENDS:
            self._end(word, in_table, size)
        elif word in ("cell", "nestcell", "tab", "line"):
            self._said.append(" ")
            self._row = self._row or "cell" in word
        elif word in self._paper:
            self._paper[word] = value
        elif word == "pard":
            self._look = _Look()
        elif word in ("sb", "sa"):
            self._space(word, value / _TWIPS)
        elif word == "sl":
            self._look = self._look._replace(line=value)
        elif word == "slmult":
            self._look = self._look._replace(by_lines=bool(value))
        elif word in ("qc", "qr"):
            self._look = self._look._replace(anywhere=True)
        elif word == "pagebb":
            self._breaks = True

    def _space(self, word: str, points: float) -> None:
        look = self._look
        self._look = look._replace(before=points) if word == "sb" else look._replace(after=points)

    def _end(self, word: str, in_table: bool, size: float) -> None:
        if word == "par" and in_table:
            self._said.append(" ")
            return
        look, size = self._look, self._size or size
        lead = look.line / 240 if look.by_lines else lead_of(look.line / _TWIPS, size)
        self.lines.append(
            Line(squash("".join(self._said)), size, look.before, look.after,
                 look.anywhere or self._row, self._breaks, lead if look.line else 1.0)
        )  # fmt: skip
        self._said, self._size = [], 0.0
        self._row, self._breaks = False, word in ("page", "sect")

    def letters(self, text: str, size: float, in_box: bool) -> None:
        """Words of the page, or of the shape that is open."""
        if self.shape is not None:
            self.shape.label += text if in_box else ""
        elif not in_box:
            self._said.append(text)
            self._size = max(self._size, size)

    def property(self, place: str, text: str) -> None:
        """A piece of the name ("sn") or the value ("sv") of a property of a shape."""
        if self.shape is None:
            return
        if place == "sn":
            self.shape.name = text.strip()
        else:
            self.shape.looks[self.shape.name] = text.strip()

    def picture(self, text: str, at: int) -> None:
        """A picture begins in the rich text; if it is a shape's, whether it hides what is under."""
        if self.shape is None or self.shape.name != "pib":
            return
        self.shape.looks["pib"] = "1"
        found = _PICTURE.match(text, at)
        body = re.sub(r"\{[^{}]*\}", "", found.group()) if found else ""
        digits = _NO_DOT.sub("", body)
        if _DOTS.fullmatch(digits) and ("\\pngblip" in body or "\\jpegblip" in body):
            self.shape.opaque = hides_all(bytes.fromhex(digits[: len(digits) // 2 * 2]))

    def paper(self) -> Paper:
        """The size of the pages."""
        said = {name: value / _TWIPS for name, value in self._paper.items()}
        wide = said["paperw"] - said["margl"] - said["margr"]
        high = said["paperh"] - said["margt"] - said["margb"]
        return Paper(wide, high, said["margl"], said["margt"]) if min(wide, high) > 0 else Paper()

    def spans(self) -> Iterator[Span]:
        """Spans of the words that a box lies over."""
        self._end("sect", False, 12.0)
        for words in dict.fromkeys(covered(self.boxes, self.lines, self.paper())):
            place = "the text, under a box drawn over the words"
            yield Span("text_under_box", words, place, Visibility.COVERED)


def _box(shape: _Shape, paper: Paper) -> Box | None:
    said, looks = shape.said, {k: _number(v) for k, v in shape.looks.items()}
    behind = said.get("shpfblwtxt") or looks.get("fBehindDocument")
    if said.get("shpwr") not in _IN_FRONT or behind or "shpleft" not in said:
        return None
    fill = None if "pib" in looks else fill_of(looks.get)
    if fill is None and not shape.opaque:
        return None
    left, top, right, bottom = (
        said.get(f"shp{x}", 0) / _TWIPS for x in ("left", "top", "right", "bottom")
    )
    down = _from(said, "shpby", looks.get("posrelv", 2))
    across = _from(said, "shpbx", looks.get("posrelh", 2))
    top += paper.top if down == 0 else 0.0
    edge = across == _OF_PAPER, down in (0, _OF_PAPER)
    return Box(
        shape.line, left, top, right - left, bottom - top, edge, 0, fill, squash(shape.label)
    )


def _from(said: dict[str, int], start: str, otherwise: int) -> int:
    if f"{start}ignore" in said:
        return otherwise
    return next((n for n, x in enumerate(("margin", "page")) if f"{start}{x}" in said), 2)


def _number(text: str) -> int:
    return int(text) if _WHOLE.fullmatch(text) else 0
