"""A page of a file as a picture within a page of ours, with what is drawn on it."""

import base64
from dataclasses import dataclass

from answerable.desk.redact.models import Mark
from answerable.gate.pictures import Page, page_pictures

_STEP = 100  # points between the numbers at the edges
_RIM = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file: its picture as a data address, its size, and how many there are."""

    number: int
    pages: int
    width: float
    height: float
    picture: str

    @property
    def box(self) -> str:
        """The view box of the drawing, with a rim for the numbers at its edges."""
        rim = self.rim
        return f"{-rim:g} {-rim:g} {self.width + rim:g} {self.height + rim:g}"

    @property
    def rim(self) -> float:
        """How wide the rim is, so that its numbers can be read at any size of page."""
        return round(_RIM * max(self.width, self.height) / 842, 1)

    @property
    def across(self) -> list[int]:
        """Where numbers stand along the top."""
        return _numbers(self.width)

    @property
    def down(self) -> list[int]:
        """Where numbers stand along the left."""
        return _numbers(self.height)


def sheet(content: bytes, name: str, number: int) -> Sheet:
    """Page ``number`` of a file, or its nearest page.

    Raises:
        UnusableInputError, RefusedInputError: it cannot be drawn.
    """
    pages = page_pictures(content, name, pages=[max(number, 1)], width=1000)
    page = pages[min(max(number, 1), len(pages)) - 1]
    if not page.png:
        page = page_pictures(content, name, pages=[page.number], width=1000)[page.number - 1]
    return _sheet(page, len(pages))


def numbered(marks: list[Mark], page: int) -> list[tuple[int, Mark]]:
    """The areas on a page, each with its number in the list of marks."""
    return [
        (number, mark)
        for number, mark in enumerate(marks, 1)
        if not mark.words and mark.page == page
    ]


def page_asked(given: str) -> int:
    """The page that an address asks for; the first for nonsense."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def _sheet(page: Page, pages: int) -> Sheet:
    picture = f"data:image/png;base64,{base64.b64encode(page.png).decode()}"
    return Sheet(page.number, pages, round(page.width, 1), round(page.height, 1), picture)


def _numbers(most: float) -> list[int]:
    step = _STEP
    while most / step > 12:
        step *= 2
    return list(range(0, int(most) + 1, step))
