"""Excel of before 2007 (.xls), record by record: sheets, rows, columns, notes, pivot caches."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.biff_looks import Looks
from answerable.gate.readers.biff_records import Record, walk, whole
from answerable.gate.readers.biff_sheet import sheet, text_at
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note

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
    if any(kind == 0x2F for _, (_, kind, _) in zip(range(20), walk(data), strict=False)):
        raise TooMuchError("is encrypted; send it without a password")
    parts = whole(data)
    try:
        yield from _parts(parts)
    except (struct.error, IndexError) as problem:
        raise HeldError("the workbook is damaged and cannot be read") from problem
    yield from _beside(ole)


def _parts(parts: dict[int, list[Record]]) -> Iterator[Span]:
    book = _Book()
    first, *rest = parts
    for index in range(len(parts[first])):
        yield from book.take(index, parts[first])
    for start, (title, _) in book.sheets.items():
        if start not in rest:
            raise HeldError(f"the workbook is damaged: its sheet '{title}' cannot be read")
    for start in rest:
        title, state = book.sheets.get(start, ("that no list names", 2))
        word = {1: " (hidden)", 2: " (very hidden)"}.get(state, "")
        carrier = {1: "hidden_sheet", 2: "very_hidden_sheet"}.get(state, "visible")
        label = f"sheet '{title}'{word}"
        empty = True
        for span in sheet(parts[start], label, carrier, book):
            empty = False
            yield span
        if empty and carrier != "visible":
            yield hidden(carrier, title, label, unit="rows")


@dataclass
class _Book:
    """What the records before the sheets say of them all."""

    sheets: dict[int, tuple[str, int]] = field(default_factory=dict)  # where, name and state
    table: list[str] = field(default_factory=list)  # the shared strings
    looks: Looks = field(default_factory=Looks)
    dead: set[int] = field(default_factory=set)  # references to sheets that were deleted

    def take(self, index: int, records: list[Record]) -> Iterator[Span]:
        """One record: what it says is kept, or told."""
        _, kind, body = records[index]
        if kind == 0x85:
            start, state = struct.unpack_from("<IH", body)
            self.sheets[start] = (_short(body, 6), state & 3)
        elif kind == 0xFC:
            self.table = _table(index, records)
        elif kind in (0x31, 0x41E, 0xE0, 0x92):
            self.looks.take(kind, body)
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


def _beside(ole: Any) -> Iterator[Span]:
    """Pivot caches and the log of changes, which are streams of their own."""
    for path in ole.listdir():
        if path[0].startswith("_SX_DB_CUR"):
            body = ole.openstream(path).read()
            texts = " · ".join(text_at(one, 0) for _, kind, one in walk(body) if kind == 0xCD)
            where = f"pivot cache ({'/'.join(path)})"
            yield hidden("pivot_cache", texts or strings(body) or "pivot cache", where, unit="rows")
        elif path[0] == "Revision Log":
            body = ole.openstream(path).read()
            yield hidden("revision_log", strings(body) or "log", "log of changes")


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


def _short(body: bytes, at: int) -> str:
    size, wide = body[at], body[at + 1] & 1
    return body[at + 2 : at + 2 + size * (1 + wide)].decode(
        "utf-16le" if wide else "latin-1", "replace"
    )


def _table(index: int, records: list[Record]) -> list[str]:
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
