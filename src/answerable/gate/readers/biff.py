"""Excel of before 2007 (.xls), record by record: sheets, rows, columns, notes, pivot caches."""

import struct
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.sheet import letter
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
    sheets: dict[int, tuple[str, int]] = {}
    table: list[str] = []
    fonts: list[int] = []
    styles: list[bool] = []
    formats: dict[int, str] = {}
    dead: set[int] = set()
    try:
        for index, (_, kind, body) in enumerate(records):
            if kind == 0x85:
                start, state = struct.unpack_from("<IH", body)
                sheets[start] = (_short(body, 6), state & 3)
            elif kind == 0xFC:
                table = _table(index, records)
            elif kind == 0x31:
                fonts.append(struct.unpack_from("<H", body, 4)[0])
            elif kind == 0x41E:
                formats[struct.unpack_from("<H", body)[0]] = (
                    body[5:].replace(b"\0", b"").decode("latin-1")
                )
            elif kind == 0xE0:
                font, form = struct.unpack_from("<HH", body)
                font -= 1 if font > 4 else 0
                fill = body[17] >> 2 if len(body) >= 20 else 0
                white = font < len(fonts) and fonts[font] in (1, 9) and fill == 0
                styles.append(white or formats.get(form, "").strip() == ";;;")
            elif kind == 0x18:
                yield from _name(body, dead)
            elif kind == 0x17:
                dead = _deleted(body)
            elif kind == 0x1AE and len(body) > 8:
                yield hidden(
                    "external_link",
                    strings(body) or body[5:].decode("latin-1"),
                    "link to another workbook",
                )
            elif kind in (0x5A,) and len(body) > 5:
                yield hidden(
                    "external_link_cache",
                    strings(body) or "values",
                    "values kept from another workbook",
                    unit="rows",
                )
    except (struct.error, IndexError) as problem:
        raise HeldError("the workbook is damaged and cannot be read") from problem
    for start, (title, state) in sheets.items():
        word = {1: " (hidden)", 2: " (very hidden)"}.get(state, "")
        carrier = {1: "hidden_sheet", 2: "very_hidden_sheet"}.get(state, "visible")
        label = f"sheet '{title}'{word}"
        empty = True
        for span in _sheet(data, start, label, carrier, table, styles):
            empty = False
            yield span
        if empty and carrier != "visible":
            yield hidden(carrier, title, label, unit="rows")
    for path in ole.listdir():
        if path[0].startswith("_SX_DB_CUR"):
            body = ole.openstream(path).read()
            texts = [_long(b, 0) for _, k, b in _records(body) if k == 0xCD]
            yield hidden(
                "pivot_cache",
                " · ".join(texts) or strings(body) or "pivot cache",
                f"pivot cache ({'/'.join(path)})",
                unit="rows",
            )
        elif path[0] in ("Revision Log", "User Names"):
            body = ole.openstream(path).read()
            if path[0] == "Revision Log":
                yield hidden("revision_log", strings(body) or "log", "log of changes")


def _sheet(
    data: bytes, start: int, label: str, carrier: str, table: list[str], styles: list[bool]
) -> Iterator[Span]:
    rows: dict[int, list[tuple[int, str, int]]] = {}
    shut_rows: set[int] = set()
    shut: list[tuple[int, int]] = []
    depth = 0
    for _, kind, body in _records(data, start):
        if kind == 0x809:
            depth += 1
        elif kind == 0x0A:
            depth -= 1
            if depth <= 0:
                break
        elif kind == 0x208 and len(body) >= 16:
            if body[12] & 0x20 or struct.unpack_from("<H", body, 6)[0] & 0x7FFF < 20:
                shut_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == 0x7D and len(body) >= 10:
            first, last, width, _, flags = struct.unpack_from("<5H", body)
            if flags & 1 or width < 60:
                shut.append((first, last))
        elif kind == 0xFD and len(body) >= 10:
            row, column, style, index = struct.unpack_from("<HHHI", body)
            rows.setdefault(row, []).append(
                (column, table[index] if index < len(table) else "", style)
            )
        elif kind in (0x203, 0x27E, 0x06) and len(body) >= 10:
            row, column, style = struct.unpack_from("<3H", body)
            value = (
                _rk(struct.unpack_from("<I", body, 6)[0])
                if kind == 0x27E
                else struct.unpack_from("<d", body, 6)[0]
                if len(body) >= 14
                else 0.0
            )
            rows.setdefault(row, []).append(
                (column, f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}", style)
            )
        elif kind == 0xBD and len(body) >= 12:
            row, column = struct.unpack_from("<HH", body)
            for at in range(4, len(body) - 7, 6):
                style, number = struct.unpack_from("<HI", body, at)
                rows.setdefault(row, []).append((column, f"{_rk(number):g}", style))
                column += 1
        elif kind == 0x204 and len(body) >= 9:
            row, column, style = struct.unpack_from("<3H", body)
            rows.setdefault(row, []).append((column, _long(body, 6), style))
        elif kind == 0x1C and len(body) >= 8:
            row, column = struct.unpack_from("<HH", body)
            yield hidden(
                "comment",
                _near(data, start) or "note",
                f"comment on {label} cell {letter(column + 1)}{row + 1}",
            )
    previous = -1
    for row in sorted(rows):
        cells = rows[row]
        texts = tuple(text for _, text, _ in cells if text)
        if not texts:
            continue
        if carrier != "visible":
            yield hidden(carrier, " · ".join(texts), label, texts, "rows")
        elif row in shut_rows:
            yield hidden("hidden_row", " · ".join(texts), f"{label}, hidden rows", texts, "rows")
        elif row - previous > 500:
            yield hidden(
                "far_cell", " · ".join(texts), f"{label}, row {row + 1}, far below the rest"
            )
        else:
            seen = []
            for column, text, style in cells:
                if any(low <= column <= high for low, high in shut):
                    yield hidden(
                        "hidden_column", text, f"{label}, column {letter(column + 1)}", unit="cells"
                    )
                elif style < len(styles) and styles[style]:
                    yield hidden("white_text", text, f"{label}, cell {letter(column + 1)}{row + 1}")
                else:
                    seen.append(text)
            if seen:
                yield visible(" · ".join(seen), label, tuple(seen))
        previous = row


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
