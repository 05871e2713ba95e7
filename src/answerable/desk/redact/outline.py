"""A Word document as an officer marks it: its pieces in order, each with the mark that covers it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from answerable.desk.redact.models import Mark
from answerable.gate.redacting.places import WHOLE, Place, read_place

A_PAGE = 200  # pieces and cells of a document on one page of ours


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, picture, note, cell or table; ``mark`` is the number of the mark on it, 0 if none."""

    kind: str
    place: str
    text: str
    mark: int = 0
    level: int = 0
    wide: int = 1
    png: str = ""
    rows: list["Row"] = field(default_factory=list)
    columns: list["Piece"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called before its text."""
        return self.place[:1].upper() + self.place[1:]

    @property
    def ident(self) -> str:
        """An identifier for the page."""
        return self.place.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the place of all of it, and its cells."""

    place: str
    number: int
    mark: int
    cells: list[Piece]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands together: the text, a header, the footnotes."""

    title: str
    pieces: list[Piece]


def pages(items: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The pieces on pages of ours, so that a long document can be read; at least one page."""
    made: list[list[dict[str, Any]]] = [[]]
    room = A_PAGE
    for one in items:
        takes = sum(len(row) for row in one.get("rows", ())) or 1
        if made[-1] and takes > room:
            made.append([])
            room = A_PAGE
        made[-1].append(one)
        room -= takes
    return made


def parts(items: Sequence[dict[str, Any]], marks: Sequence[Mark] = ()) -> list[Part]:
    """The pieces under the headings of what they stand in, with the marks on them."""
    marked = [
        (number, place)
        for number, mark in enumerate(marks, 1)
        if not mark.found and (place := read_place(mark.place)) is not None
    ]
    made: list[Part] = []
    for one in items:
        title = _title(one["story"])
        if not made or made[-1].title != title:
            made.append(Part(title, []))
        made[-1].pieces.append(_piece(one, marked))
    return made


def _title(story: str) -> str:
    if not story:
        return "The text"
    kind, _, number = story.partition(" ")
    return f"{kind.capitalize()} {number}" if kind in ("header", "footer") else f"{kind.title()}s"


_Marked = Sequence[tuple[int, Place]]


def _piece(one: dict[str, Any], marked: _Marked) -> Piece:
    place = str(one["place"])
    rows = [_row(place, number, row, marked) for number, row in enumerate(one.get("rows", ()), 1)]
    return Piece(
        one["kind"],
        place,
        one["text"],
        _on(place, 1, marked),
        int(one.get("level", 0)),
        png=one.get("png", ""),
        rows=rows,
        columns=_columns(place, one.get("rows", ()), marked),
    )


def _columns(table: str, rows: Sequence[Sequence[dict[str, Any]]], marked: _Marked) -> list[Piece]:
    count = max((sum(int(cell["wide"]) for cell in row) for row in rows), default=0)
    places = [f"{table} column {number}" for number in range(1, count + 1)]
    return [Piece("column", place, "", _on(place, 1, marked)) for place in places]


def _row(table: str, number: int, row: Sequence[dict[str, Any]], marked: _Marked) -> Row:
    place = f"{table} row {number}"
    cells = [
        Piece("cell", one["place"], one["text"], _on(one["place"], one["wide"], marked),
              wide=one["wide"])
        for one in row
    ]  # fmt: skip
    return Row(place, number, _on(place, 1, marked), cells)


def _on(place: str, wide: int, marked: _Marked) -> int:
    """The number of the first mark that takes all of a place."""
    at = read_place(place)
    if at is None:
        return 0
    return next((number for number, mark in marked if covers(mark, at, wide)), 0)


def covers(mark: Place, at: Place, wide: int = 1) -> bool:
    """Whether a mark takes all of a place; a cell may be more than one column ``wide``."""
    if mark.kind in WHOLE:
        return f"{mark.kind} {mark.first}" in (at.story, f"{at.kind} {at.first}")
    if (mark.kind, mark.story) != (at.kind, at.story):
        return False
    if not mark.first <= at.first <= mark.last:
        return False
    if mark.row and mark.row != at.row:
        return False
    if not mark.column:
        return True
    return bool(at.column) and at.column <= mark.column < at.column + wide
