"""One sheet of an old Excel workbook: which of its cells a person sees, and why the others not."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from answerable.gate.limits import HeldError
from answerable.gate.readers.biff_looks import Looks
from answerable.gate.readers.biff_records import Record
from answerable.gate.readers.biff_rules import Area, in_quotes, rules, within
from answerable.gate.readers.sheet import letter
from answerable.gate.spans import Span, hidden, note, unshown, visible

_FAR_ROWS, _FAR_COLUMNS = 500, 40
_LOW, _NARROW = 30, 60  # twentieths of a point; parts of 256 of a letter
_CONTINUED, _TEXT_BOX, _COMMENT = 0x3C, 0x1B6, 0x1C


class Book(Protocol):
    """What a sheet needs of its workbook."""

    table: list[str]
    looks: Looks


@dataclass
class _Cells:
    """The cells of a sheet, and which rows and columns are shut."""

    rows: dict[int, list[tuple[int, str, int]]] = field(default_factory=dict)  # column, text, style
    shut_rows: set[int] = field(default_factory=set)
    shut: list[tuple[int, int]] = field(default_factory=list)  # first and last column
    notes: list[tuple[int, int]] = field(default_factory=list)  # row and column
    joined: list[Area] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)  # words in the formulas of cells

    def take(self, kind: int, body: bytes, table: list[str]) -> None:
        """One record of the sheet."""
        if kind == 0x208:
            row, height = struct.unpack_from("<H4xH", body)
            if body[12] & 0x20 or height & 0x7FFF < _LOW:
                self.shut_rows.add(row)
        elif kind == 0x7D:
            first, last, width, _, flags = struct.unpack_from("<5H", body)
            if flags & 1 or width < _NARROW:
                self.shut.append((first, last))
        elif kind == _COMMENT:
            row, column = struct.unpack_from("<HH", body)
            self.notes.append((row, column))
        elif kind == 0xE5:
            for n in range(struct.unpack_from("<H", body)[0]):
                top, low, left, right = struct.unpack_from("<4H", body, 2 + 8 * n)
                self.joined.append((top, low, left, right))
        else:
            self._value(kind, body, table)

    def _value(self, kind: int, body: bytes, table: list[str]) -> None:
        if kind == 0xFD:
            row, column, style, index = struct.unpack_from("<HHHI", body)
            if index >= len(table):
                raise HeldError("the workbook is damaged: a cell points to words it does not have")
            self._put(row, column, table[index], style)
        elif kind in (0x203, 0x27E, 0x06):
            row, column, style = struct.unpack_from("<3H", body)
            value = _number(kind, body)
            if kind == 0x06:
                self.quoted += in_quotes(body[20:])
            self._put(row, column, f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}", style)
        elif kind == 0xBD:
            row, column = struct.unpack_from("<HH", body)
            for at in range(4, len(body) - 7, 6):
                style, number = struct.unpack_from("<HI", body, at)
                self._put(row, column, f"{_rk(number):g}", style)
                column += 1
        elif kind in (0x204, 0xD6):
            row, column, style = struct.unpack_from("<3H", body)
            self._put(row, column, text_at(body, 6), style)
        elif kind == 0x207 and self.rows:  # the words that a formula came to
            cells = self.rows[next(reversed(self.rows))]
            cells[-1] = (cells[-1][0], text_at(body, 0), cells[-1][2])

    def _put(self, row: int, column: int, text: str, style: int) -> None:
        self.rows.setdefault(row, []).append((column, text, style))

    def is_shut(self, column: int) -> bool:
        """Whether nobody sees the column."""
        return any(low <= column <= high for low, high in self.shut)

    def is_covered(self, row: int, column: int) -> bool:
        """Whether the cell lies under another that it is joined with."""
        return any(
            within(row, column, area) and (row, column) != (area[0], area[2])
            for area in self.joined
        )


def sheet(records: list[Record], label: str, carrier: str, book: Book) -> Iterator[Span]:
    """Spans of one sheet; ``carrier`` judges all of it if the sheet as a whole is hidden."""
    cells = _Cells()
    for _, kind, body in _own(records):
        cells.take(kind, body, book.table)
    for row, column in cells.notes:
        where = f"comment on {label} cell {letter(column + 1)}{row + 1}"
        yield hidden("comment", _boxes(records) or "note", where)
    for words in dict.fromkeys(cells.quoted):
        yield replace(note("formula_text", words, f"{label}, formulas"), unless_shown=True)
    yield from rules(records, label, book.looks)
    previous = -1
    for row in sorted(cells.rows):
        texts = tuple(text for _, text, _ in cells.rows[row] if text)
        if not texts:
            continue
        whole = " · ".join(texts)
        if carrier != "visible":
            yield hidden(carrier, whole, label, texts, "rows")
        elif row in cells.shut_rows:
            yield hidden("hidden_row", whole, f"{label}, hidden rows", texts, "rows")
        elif row - previous > _FAR_ROWS:
            yield hidden("far_cell", whole, f"{label}, row {row + 1}, far below the rest")
        else:
            yield from _row(row, label, cells, book)
        previous = row


def _own(records: list[Record]) -> Iterator[Record]:
    """Records of the sheet itself, without those of the charts in it."""
    depth = 0
    for one in records:
        depth += (one[1] == 0x809) - (one[1] == 0x0A)
        if depth == 1:
            yield one


def _row(row: int, label: str, cells: _Cells, book: Book) -> Iterator[Span]:
    """A row that shows, but for its cells that do not."""
    seen: list[str] = []
    last = 0
    for column, text, style in sorted(cells.rows[row]):
        if not text:
            continue
        name = letter(column + 1)
        where = f"{label}, cell {name}{row + 1}"
        if cells.is_shut(column):
            yield hidden("hidden_column", text, f"{label}, column {name}", unit="cells")
        elif cells.is_covered(row, column):
            yield unshown("merged_cells", text, where)
        elif carrier := book.looks.unseen(style):
            yield hidden(carrier, text, where)
        elif seen and column - last > _FAR_COLUMNS:
            yield hidden("far_cell", text, f"{where}, far to the right")
        else:
            seen.append(text)
            last = column
    if seen:
        yield visible(" · ".join(seen), label, tuple(seen))


def _boxes(records: list[Record]) -> str:
    """The words of the text boxes of a sheet: where the format keeps what a note says."""
    found = []
    previous = 0
    for _, kind, body in records:
        if kind == _CONTINUED and previous == _TEXT_BOX:
            found.append(body[1:].decode("utf-16le" if body[:1] == b"\1" else "latin-1", "replace"))
        previous = kind
    return " ".join(found)


def text_at(body: bytes, at: int) -> str:
    """A string that begins with its length and width, "" if the record ends before it."""
    if len(body) < at + 3:
        return ""
    size, wide = struct.unpack_from("<HB", body, at)
    return body[at + 3 : at + 3 + size * (1 + (wide & 1))].decode(
        "utf-16le" if wide & 1 else "latin-1", "replace"
    )


def _number(kind: int, body: bytes) -> float:
    if kind == 0x27E:
        return _rk(struct.unpack_from("<I", body, 6)[0])
    return float(struct.unpack_from("<d", body, 6)[0])


def _rk(number: int) -> float:
    value: float
    if number & 2:
        value = float((number >> 2) - (1 << 30 if number & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", number & 0xFFFFFFFC))[0]
    return value / 100 if number & 1 else value
