"""Rules of a sheet of an old Excel workbook: white by condition, drop-down lists, prompts, links."""

import struct
from collections.abc import Iterator

from answerable.gate.readers.biff_looks import Looks
from answerable.gate.readers.biff_records import Record
from answerable.gate.readers.sheet import letter
from answerable.gate.readers.sheet_parts import CODES, LIKE_NAMES
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note

Area = tuple[int, int, int, int]  # first and last row, first and last column
_AREAS, _RULE, _VALIDITY, _LINK, _TIP = 0x1B0, 0x1B1, 0x1BE, 0x1B8, 0x800
_HEADER, _FOOTER = 0x14, 0x15
_WORDS, _LONG = b"\x17", 10  # of a formula: words in quotes, told from so many characters on


def within(row: int, column: int, area: Area) -> bool:
    """Whether a cell lies in an area."""
    return area[0] <= row <= area[1] and area[2] <= column <= area[3]


def in_quotes(formula: bytes) -> list[str]:
    """The longer words in quotes in the codes of a formula, short ones left out."""
    found: list[str] = []
    at = formula.find(_WORDS)
    while 0 <= at < len(formula) - 3:
        size, wide = formula[at + 1], formula[at + 2]
        end = at + 3 + size * (1 + (wide & 1))
        said = formula[at + 3 : end].decode("utf-16le" if wide & 1 else "latin-1", "replace")
        if size >= _LONG and wide < 2 and end <= len(formula) and said.isprintable():
            found.append(said)
        at = formula.find(_WORDS, end if found and found[-1] is said else at + 1)
    return found


def rules(records: list[Record], label: str, looks: Looks) -> Iterator[Span]:
    """Spans of what a sheet says beside its cells."""
    scope = ""
    for _, kind, body in records:
        if kind == _AREAS:
            scope = _areas(body)
        elif kind == _RULE and looks.pale(body):
            where = f"{label}, cells {scope}"
            yield hidden("white_text", "white by a conditional format", where)
        elif kind == _VALIDITY:
            yield from _validity(body, label)
        elif kind in (_HEADER, _FOOTER) and len(body) > 3:
            size, wide = struct.unpack_from("<HB", body)
            text = body[3:].decode("utf-16le" if wide & 1 else "latin-1", "replace")
            if said := CODES.sub(" ", text[:size]).strip():
                yield note("header_footer", said, f"{label}, header or footer")
        elif kind in (_LINK, _TIP) and (said := strings(body)):
            yield note("link", said, f"{label}, addresses and tips of links")


def _areas(body: bytes) -> str:
    top, low, left, right = struct.unpack_from("<4H", body, 4)
    return f"{letter(left + 1)}{top + 1}:{letter(right + 1)}{low + 1}"


def _validity(body: bytes, label: str) -> Iterator[Span]:
    """The drop-down list of a validity rule, and the words that go with it."""
    flags, at = struct.unpack_from("<I", body)[0], 4
    for _ in range(4):
        size, wide = struct.unpack_from("<HB", body, at)
        end = at + 3 + size * (1 + (wide & 1))
        text = body[at + 3 : end].decode("utf-16le" if wide & 1 else "latin-1", "replace")
        if text.strip("\0 "):
            yield hidden("validation_prompt", text, f"{label}, input message")
        at = end
    formula = body[at + 4 :][: struct.unpack_from("<H", body, at)[0]]
    if flags & 0xF == 3 and formula[:1] == b"\x17":
        coding = "utf-16le" if formula[2] & 1 else "latin-1"
        items = formula[3:].decode(coding, "replace").replace("\0", ",")
        if LIKE_NAMES.search(items):
            yield hidden("validation_list", items, f"{label}, drop-down list")
