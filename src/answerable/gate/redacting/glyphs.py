"""Words of a PDF page with a box for each letter: a mark takes the letters it touches."""

import ctypes
from dataclasses import dataclass
from typing import Any

from answerable.gate.cleaning import pdf as clean
from answerable.gate.cleaning.pdf_drawn import on_paper
from answerable.gate.readers import pdf_page
from answerable.gate.redacting.wanted import Box

_TOUCH = 72 / 150  # points: one dot of the picture that is made


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that anybody sees, its box and one for each of its letters, from the top left."""

    text: str
    box: Box
    letters: tuple[tuple[str, Box], ...]

    @property
    def stands(self) -> bool:
        """Whether it is written up or down the page."""
        wide, high = self.box[2] - self.box[0], self.box[3] - self.box[1]
        return len(self.letters) > 2 and high > 1.5 * wide

    def touched(self, area: Box) -> list[Box]:
        """The boxes of the letters that a mark of ``area`` touches, be it by one dot."""
        return [box for _, box in self.letters if touches(box, area)]

    def wholly_in(self, area: Box) -> bool:
        """Whether a mark touches all of its letters, but for stops and brackets at its ends."""
        return all(
            touches(box, area) for character, box in self.letters if character.isalnum()
        ) and any(character.isalnum() for character, _ in self.letters)

    def without(self, area: Box) -> "list[Seen]":
        """What remains of the word beside a mark."""
        left: list[Seen] = []
        run: list[tuple[str, Box]] = []
        for one in (*self.letters, None):
            if one is not None and not touches(one[1], area):
                run.append(one)
            elif run:
                left.append(
                    Seen("".join(c for c, _ in run), union([box for _, box in run]), tuple(run))
                )
                run = []
        return left


def seen_words(page: Any) -> list[Seen]:
    """The words that anybody sees, in the order of the page. The page is changed: draw it before."""
    letters = _lettered(page)
    judged = pdf_page.judged(page)
    found = []
    for (text, box, kind), parts in zip(judged, letters, strict=True):
        if kind == "visible" and clean.inside(page, box):
            placed = tuple((character, on_paper(page, one)) for character, one in parts)
            found.append(Seen(text, on_paper(page, box), placed))
    return found


def _lettered(page: Any) -> list[list[tuple[str, Box]]]:
    """Letters word by word; words are parted where ``judged`` parts them: at white space."""
    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    found: list[list[tuple[str, Box]]] = [[]]
    edges = [ctypes.c_double() for _ in range(4)]
    try:
        for index in range(text_page.count_chars()):
            code = raw.FPDFText_GetUnicode(text_page.raw, index)
            character = chr(code) if 0 < code < 0x110000 else " "
            if character.isspace():
                found.append([])
                continue
            raw.FPDFText_GetCharBox(text_page.raw, index, *edges)
            left, right, low, high = (edge.value for edge in edges)
            found[-1].append((character, (left, low, right, high)))
    finally:
        text_page.close()
    return [word for word in found if word]


def touches(one: Box, other: Box) -> bool:
    """Whether two boxes share a dot; the edge of a letter is blurred by one."""
    return (
        one[0] - _TOUCH < other[2]
        and one[2] + _TOUCH > other[0]
        and one[1] - _TOUCH < other[3]
        and one[3] + _TOUCH > other[1]
    )


def union(boxes: list[Box]) -> Box:
    """The least box around some."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.4 * min(one[3] - one[1], other[3] - other[1])


def middle_in(one: Box, other: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] < x < other[2] and other[1] < y < other[3]
