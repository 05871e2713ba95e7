"""Excel of before 2007 (.xls), record by record: sheets, rows, columns, notes, pivot caches."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.sheet import letter
from answerable.gate.readers.sheet_parts import CODES
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note, visible

_GONE = (0xFFFF, 0xFFFF)  # a sheet that was deleted, in the list of sheets that formulas speak of
#: Cells of a sheet in a formula (one, or several), and what stands for them once they are deleted.
_CELLS = {b"\x3a", b"\x3b", b"\x5a", b"\x5b", b"\x7a", b"\x7b"}
_DEAD = {b"\x3c", b"\x3d", b"\x5c", b"\x5d", b"\x7c", b"\x7d"}


def read(ole: Any) -> Iterator[Span]:
    """Spans of a workbook.

    Raises:
        TooMuchError: locked. HeldError: damaged.
    """
    name = "Workbook" if ole.exists("Workbook") else "Book"
    data = ole.openstream(name).read()
    records = list(_records(data))
    if any(kind == 0x2F for _, kind, _ in records[:20]):
        raise TooMuchError("is encrypted; send it without a password")
    book = _Book()
    try:
        for index in range(len(records)):
            yield from book.take(index, records)
    except (struct.error, IndexError) as problem:
        raise HeldError("the workbook is damaged and cannot be read") from problem
    for start, (title, state) in book.sheets.items():
        word = {1: " (hidden)", 2: " (very hidden)"}.get(state, "")
        carrier = {1: "hidden_sheet", 2: "very_hidden_sheet"}.get(state, "visible")
        label = f"sheet '{title}'{word}"
        empty = True
        for span in _sheet(data, start, label, carrier, book):
            empty = False
            yield span
        if empty and carrier != "visible":
            yield hidden(carrier, title, label, unit="rows")
    yield from _beside(ole)


@dataclass
class _Book:
    """What the records before the sheets say of them all."""

    sheets: dict[int, tuple[str, int]] = field(default_factory=dict)  # where, name and state
    table: list[str] = field(default_factory=list)  # the shared strings
    fonts: list[int] = field(default_factory=list)  # the colour of each
    unseen: list[bool] = field(default_factory=list)  # whether a style shows nothing
    formats: dict[int, str] = field(default_factory=dict)
    dead: set[int] = field(default_factory=set)  # references to sheets that were deleted

    def take(self, index: int, records: list[tuple[int, int, bytes]]) -> Iterator[Span]:
        """One record: what it says is kept, or told."""
        _, kind, body = records[index]
        if kind == 0x85:
            start, state = struct.unpack_from("<IH", body)
            self.sheets[start] = (_short(body, 6), state & 3)
        elif kind == 0xFC:
            self.table = _table(index, records)
        elif kind == 0x31:
            self.fonts.append(struct.unpack_from("<H", body, 4)[0])
        elif kind == 0x41E:
            code = body[5:].replace(b"\0", b"").decode("latin-1")
            self.formats[struct.unpack_from("<H", body)[0]] = code
        elif kind == 0xE0:
            self.unseen.append(self._unseen(body))
        elif kind == 0x17:
            self.dead = _deleted(body)
        elif kind == 0x18:
            yield from _name(body, self.dead)
        elif kind == 0x1AE and len(body) > 8:
            link = strings(body) or body[5:].decode("latin-1")
            yield hidden("external_link", link, "link to another workbook")
        elif kind == 0x5A and len(body) > 5:
            kept = "values kept from another workbook"
            yield hidden("external_link_cache", strings(body) or "values", kept, unit="rows")

    def _unseen(self, body: bytes) -> bool:
        font, form = struct.unpack_from("<HH", body)
        font -= 1 if font > 4 else 0
        fill = body[17] >> 2 if len(body) >= 20 else 0
        white = font < len(self.fonts) and self.fonts[font] in (1, 9) and fill == 0
        return white or self.formats.get(form, "").strip() == ";;;"


def _beside(ole: Any) -> Iterator[Span]:
    """Pivot caches and the log of changes, which are streams of their own."""
    for path in ole.listdir():
        if path[0].startswith("_SX_DB_CUR"):
            body = ole.openstream(path).read()
            texts = " · ".join(_long(one, 0) for _, kind, one in _records(body) if kind == 0xCD)
            where = f"pivot cache ({'/'.join(path)})"
            yield hidden("pivot_cache", texts or strings(body) or "pivot cache", where, unit="rows")
        elif path[0] == "Revision Log":
            body = ole.openstream(path).read()
            yield hidden("revision_log", strings(body) or "log", "log of changes")


@dataclass
class _Cells:
    """The cells of a sheet, and which rows and columns are shut."""

    rows: dict[int, list[tuple[int, str, int]]] = field(default_factory=dict)  # column, text, style
    shut_rows: set[int] = field(default_factory=set)
    shut: list[tuple[int, int]] = field(default_factory=list)  # first and last column
    notes: list[tuple[int, int]] = field(default_factory=list)  # row and column

    def take(self, kind: int, body: bytes, table: list[str]) -> None:
        """One record of the sheet."""
        if kind == 0x208 and len(body) >= 16:
            if body[12] & 0x20 or struct.unpack_from("<H", body, 6)[0] & 0x7FFF < 20:
                self.shut_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == 0x7D and len(body) >= 10:
            first, last, width, _, flags = struct.unpack_from("<5H", body)
            if flags & 1 or width < 60:
                self.shut.append((first, last))
        elif kind == 0xFD and len(body) >= 10:
            row, column, style, index = struct.unpack_from("<HHHI", body)
            self._put(row, column, table[index] if index < len(table) else "", style)
        elif kind in (0x203, 0x27E, 0x06) and len(body) >= 10:
            row, column, style = struct.unpack_from("<3H", body)
            value = _value(kind, body)
            self._put(row, column, f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}", style)
        elif kind == 0xBD and len(body) >= 12:
            row, column = struct.unpack_from("<HH", body)
            for at in range(4, len(body) - 7, 6):
                style, number = struct.unpack_from("<HI", body, at)
                self._put(row, column, f"{_rk(number):g}", style)
                column += 1
        elif kind == 0x204 and len(body) >= 9:
            row, column, style = struct.unpack_from("<3H", body)
            self._put(row, column, _long(body, 6), style)
        elif kind == 0x1C and len(body) >= 8:
            row, column = struct.unpack_from("<HH", body)
            self.notes.append((row, column))

    def _put(self, row: int, column: int, text: str, style: int) -> None:
        self.rows.setdefault(row, []).append((column, text, style))

    def is_shut(self, column: int) -> bool:
        """Whether nobody sees the column."""
        return any(low <= column <= high for low, high in self.shut)


def _value(kind: int, body: bytes) -> float:
    if kind == 0x27E:
        return _rk(struct.unpack_from("<I", body, 6)[0])
    return float(struct.unpack_from("<d", body, 6)[0]) if len(body) >= 14 else 0.0


def _sheet(data: bytes, start: int, label: str, carrier: str, book: _Book) -> Iterator[Span]:
    cells = _Cells()
    depth = 0
    for _, kind, body in _records(data, start):
        if kind == 0x809:
            depth += 1
        elif kind == 0x0A:
            depth -= 1
            if depth <= 0:
                break
        elif kind in (0x14, 0x15) and len(body) > 3:
            text = CODES.sub(" ", _long(body, 0)).strip()
            yield note("header_footer", text, f"{label}, header or footer")
        else:
            cells.take(kind, body, book.table)
    for row, column in cells.notes:
        where = f"comment on {label} cell {letter(column + 1)}{row + 1}"
        yield hidden("comment", _near(data, start) or "note", where)
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
        elif row - previous > 500:
            yield hidden("far_cell", whole, f"{label}, row {row + 1}, far below the rest")
        else:
            yield from _row(row, label, cells, book)
        previous = row


def _row(row: int, label: str, cells: _Cells, book: _Book) -> Iterator[Span]:
    """A row that shows, but for its cells that do not."""
    seen = []
    for column, text, style in cells.rows[row]:
        name = letter(column + 1)
        if cells.is_shut(column):
            yield hidden("hidden_column", text, f"{label}, column {name}", unit="cells")
        elif style < len(book.unseen) and book.unseen[style]:
            yield hidden("white_text", text, f"{label}, cell {name}{row + 1}")
        else:
            seen.append(text)
    if seen:
        yield visible(" · ".join(seen), label, tuple(seen))


def _near(data: bytes, start: int) -> str:
    """The words of the text boxes of a sheet: where BIFF8 keeps what a note says."""
    found = []
    previous = 0
    for _, kind, body in _records(data, start):
        if kind == 0x3C and previous == 0x1B6:
            found.append(body[1:].decode("utf-16le" if body[:1] == b"\1" else "latin-1", "replace"))
        elif kind == 0x0A:
            break
        previous = kind
    return " ".join(found)


def _deleted(body: bytes) -> set[int]:
    """Which references to sheets are to sheets that are no longer there."""
    count = struct.unpack_from("<H", body)[0]
    return {n for n in range(count) if struct.unpack_from("<HH", body, 4 + 6 * n) == _GONE}


def _name(body: bytes, dead: set[int]) -> Iterator[Span]:
    flags, _, size, formula = struct.unpack_from("<HBBH", body)
    if flags & 0x20 or len(body) < 15:
        return
    wide = body[14] & 1
    name = body[15 : 15 + size * (1 + wide)].decode("utf-16le" if wide else "latin-1", "replace")
    rest = body[15 + size * (1 + wide) :][:formula]
    if rest[:1] == b"\x17":
        yield hidden(
            "defined_name", f"{name} = {rest[3:].decode('latin-1')}", f"defined name '{name}'"
        )
    elif rest[:1] in _DEAD or (
        rest[:1] in _CELLS and len(rest) > 2 and struct.unpack_from("<H", rest, 1)[0] in dead
    ):
        yield note("dead_name", f"{name} = #REF!", "defined names")


def _records(data: bytes, at: int = 0) -> Iterator[tuple[int, int, bytes]]:
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield at, kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def _short(body: bytes, at: int) -> str:
    size, wide = body[at], body[at + 1] & 1
    return body[at + 2 : at + 2 + size * (1 + wide)].decode(
        "utf-16le" if wide else "latin-1", "replace"
    )


def _long(body: bytes, at: int) -> str:
    if len(body) < at + 3:
        return ""
    size, wide = struct.unpack_from("<HB", body, at)
    return body[at + 3 : at + 3 + size * (1 + (wide & 1))].decode(
        "utf-16le" if wide & 1 else "latin-1", "replace"
    )


def _rk(number: int) -> float:
    value: float
    if number & 2:
        value = float((number >> 2) - (1 << 30 if number & 0x80000000 else 0))
    else:
        value = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", number & 0xFFFFFFFC))[0]
    return value / 100 if number & 1 else value


def _table(index: int, records: list[tuple[int, int, bytes]]) -> list[str]:
    """The shared strings; a string may run on into the next record with a new width."""
    pieces = [records[index][2]]
    for _, kind, body in records[index + 1 :]:
        if kind != 0x3C:
            break
        pieces.append(body)
    total = struct.unpack_from("<I", pieces[0], 4)[0]
    found: list[str] = []
    piece, at = 0, 8
    while len(found) < total and piece < len(pieces):
        if at >= len(pieces[piece]):
            piece, at = piece + 1, 0
            continue
        body = pieces[piece]
        size, flags = struct.unpack_from("<HB", body, at)
        at += 3
        runs = extra = 0
        if flags & 8:
            runs = struct.unpack_from("<H", body, at)[0]
            at += 2
        if flags & 4:
            extra = struct.unpack_from("<I", body, at)[0]
            at += 4
        text, left, wide = "", size, flags & 1
        while left and piece < len(pieces):
            take = min(left, (len(pieces[piece]) - at) // (1 + wide))
            text += pieces[piece][at : at + take * (1 + wide)].decode(
                "utf-16le" if wide else "latin-1", "replace"
            )
            at += take * (1 + wide)
            left -= take
            if left:
                piece += 1
                if piece < len(pieces):
                    wide, at = pieces[piece][0] & 1, 1
        skip = runs * 4 + extra
        while skip and piece < len(pieces):
            take = min(skip, len(pieces[piece]) - at)
            at, skip = at + take, skip - take
            if skip:
                piece, at = piece + 1, 0
        found.append(text)
    return found
