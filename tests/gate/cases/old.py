"""Files of before 2007, made byte by byte: workbooks, documents and slides."""

import struct
from collections.abc import Mapping

from tests.gate.cases.making import ole, records

BEGIN, END = 0x809, 0x0A
RED, WHITE, BLACK = 10, 9, 8  # of the palette


def font(colour: int = BLACK, points: float = 11) -> tuple[int, bytes]:
    return 0x31, struct.pack("<3H", int(points * 20), 0, colour) + bytes(10)


def style(font_number: int = 0, form: int = 0, fill: int = 0) -> tuple[int, bytes]:
    """A cell style; ``fill`` is a colour of the palette, 0 for none."""
    pattern = bytes([4 if fill else 0])
    return 0xE0, struct.pack("<HH", font_number, form) + bytes(13) + pattern + struct.pack(
        "<H", fill
    )


def form(number: int, code: str) -> tuple[int, bytes]:
    return 0x41E, struct.pack("<HHB", number, len(code), 0) + code.encode()


def label(text: str, row: int = 0, column: int = 0, style_number: int = 0) -> tuple[int, bytes]:
    return 0x204, struct.pack("<4HB", row, column, style_number, len(text), 0) + text.encode()


def text(said: str) -> bytes:
    return struct.pack("<HB", len(said), 0) + said.encode()


def stream(*sheet: tuple[int, bytes], common: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    """The record stream of a workbook of one sheet."""
    head = [(BEGIN, struct.pack("<HH12x", 0x600, 5)), *(common or (font(), style()))]
    listed = struct.pack("<IHBB", 0, 0, 6, 0) + b"Answer"
    at = len(records(*head, (0x85, listed), (END, b"")))
    listed = struct.pack("<IHBB", at, 0, 6, 0) + b"Answer"
    body = records((BEGIN, struct.pack("<HH12x", 0x600, 0x10)), *sheet, (END, b""))
    return records(*head, (0x85, listed), (END, b"")) + body


def xls(*sheet: tuple[int, bytes], common: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    return ole({"Workbook": stream(*sheet, common=common)})


def doc(
    *runs: tuple[str, bytes],
    comments: str = "",
    paragraph: bytes = b"",
    kept: Mapping[int, bytes] | None = None,
    number: int = 0,
) -> bytes:
    """A document of runs: words, and their properties as Word keeps them.

    ``kept`` is what else the list of parts holds, by its place in the header; ``number`` is that
    of the style of all paragraphs.
    """
    start = 0x800
    said = "".join(words for words, _ in runs) + comments
    pages = _page([(words, own) for words, own in (*runs, (comments, b""))], start)
    shades = _paragraphs(len(said), start, paragraph, number)
    main = sum(len(words) for words, _ in runs)
    table = _table(len(said), start)
    head = bytearray(start)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", head, 0x0A, 0x0200)
    struct.pack_into("<I", head, 0x4C, main)
    struct.pack_into("<I", head, 0x5C, len(comments))
    struct.pack_into("<II", head, 0xFA, 0, 12)
    struct.pack_into("<II", head, 0x102, 12, 12)
    struct.pack_into("<II", head, 0x1A2, 24, len(table) - 24)
    for pointer, body in (kept or {}).items():
        struct.pack_into("<II", head, pointer, len(table), len(body))
        table += body
    head[0x400:0x600] = pages
    head[0x600:0x800] = shades
    return ole({"WordDocument": bytes(head) + said.encode("cp1252"), "1Table": table})


def _table(size: int, start: int) -> bytes:
    runs = struct.pack("<III", start, start + size, 2)
    paragraphs = struct.pack("<III", start, start + size, 3)
    pieces = struct.pack("<II", 0, size) + struct.pack("<HIH", 0, start * 2 | 0x40000000, 0)
    return runs + paragraphs + b"\2" + struct.pack("<I", len(pieces)) + pieces


def _page(runs: list[tuple[str, bytes]], start: int) -> bytes:
    block, at = bytearray(512), 510
    places = [start]
    for words, _ in runs:
        places.append(places[-1] + len(words))
    struct.pack_into(f"<{len(places)}I", block, 0, *places)
    for number, (_, own) in enumerate(runs):
        if own:
            at -= (len(own) + 2) // 2 * 2
            block[at] = len(own)
            block[at + 1 : at + 1 + len(own)] = own
            block[4 * len(places) + number] = at // 2
    block[511] = len(runs)
    return bytes(block)


def _paragraphs(size: int, start: int, own: bytes, number: int) -> bytes:
    block = bytearray(512)
    struct.pack_into("<II", block, 0, start, start + size)
    body = struct.pack("<H", number) + own
    block[8] = 200
    block[400] = 0
    block[401] = (len(body) + 1) // 2
    block[402 : 402 + len(body)] = body
    block[511] = 1
    return bytes(block)


def named_styles(*styles: tuple[int, int, bytes, bytes]) -> dict[int, bytes]:
    """The list of styles: kind (1 of paragraphs, 2 of letters), the number of the style it stands
    on (4095: none), what it says of letters, what of paragraphs."""
    body = struct.pack("<HHH", 4, len(styles), 10)
    for kind, base, letters, paragraph in styles:
        parts = [letters] if kind == 2 else [struct.pack("<H", 0) + paragraph, letters]
        made = struct.pack("<HHHHH", 0, kind | base << 4, len(parts), 0, 0)
        made += struct.pack("<H", 1) + "s\0".encode("utf-16le")
        for part in parts:
            made += struct.pack("<H", len(part)) + part + bytes(len(part) % 2)
        body += struct.pack("<H", len(made)) + made + bytes(len(made) % 2)
    return {0xA2: body}


def record(kind: int, body: bytes, instance: int = 0, holds: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (15 if holds else 0), kind, len(body)) + body


def box(
    at: tuple[int, int, int, int], words: str = "", looks: bytes = b"", fill: int = -1
) -> bytes:
    """A shape: left, top, right and bottom; the looks of its words; the colour that fills it."""
    left, top, right, bottom = at
    made = record(0xF00A, struct.pack("<II", 1, 0xA00), 202)
    chosen = struct.pack("<HIHI", 0x181, max(fill, 0), 0x1BF, 0x100010 if fill >= 0 else 0x100000)
    made += record(0xF00B, chosen, 2)
    made += record(0xF010, struct.pack("<4h", top, left, right, bottom))
    if words:
        inner = record(4000, words.encode("utf-16le"))
        if looks:
            plain = struct.pack("<IHI", len(words) + 1, 0, 0)
            inner += record(4001, plain + struct.pack("<I", len(words) + 1) + looks)
        made += record(0xF00D, inner, holds=True)
    return record(0xF004, made, holds=True)


def master_style(kind: int, *levels: bytes) -> bytes:
    """How words of a kind (0 titles, 1 body, 4 in boxes) look on each level: their looks."""
    made = struct.pack("<H", len(levels))
    for level in levels:
        made += struct.pack("<I", 0) + level
    return record(4003, made, kind)


def ppt(*shapes: bytes, beside: bytes = b"", styles: bytes = b"", ground: str = "ffffff") -> bytes:
    """A presentation of one slide, on a white ground if none is given; ``styles`` are of its master."""
    document = record(1000, record(1001, struct.pack("<ii", 5760, 4320) + bytes(32)), holds=True)
    scheme = record(2032, bytes.fromhex(f"{ground}0000000000") + bytes(24), 1)
    drawing = record(
        1036, record(0xF002, record(0xF003, b"".join(shapes), holds=True), holds=True), holds=True
    )
    atom = record(1007, bytes(20) + struct.pack("<HH", 7, 0))
    slide = record(1006, atom + drawing + scheme + beside, holds=True)
    master = record(1016, styles + scheme, holds=True)
    return ole({"PowerPoint Document": document + master + slide})
