"""Word of before 2007 (.doc): what a reader sees of its characters, and why not the rest."""

import struct
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.inks import WHITE, Ink, alike, carrier, ink
from answerable.gate.readers.old_word_over import laid_over
from answerable.gate.readers.trees import squash
from answerable.gate.readers.word_properties import Properties
from answerable.gate.readers.word_records import Stretch, stretches, table_of
from answerable.gate.spans import Span, Visibility, hidden, note, visible

_DELETED, _INSERTED, _VANISHED, _OFF_THE_WEB = 0x0800, 0x0801, 0x083C, 0x0811
_NUMBERED, _COLOUR, _SIZE = 0x2A42, 0x6870, 0x4A43
_HIGHLIGHT, _GROUND_OLD, _GROUND = 0x2A0C, 0x4866, 0xCA71
_SHADE_OLD, _SHADE, _IN_TABLE = 0x442D, 0xC64D, 0x2416
_TABLE_SHADES = frozenset((0xD609, 0xD612, 0xD616, 0xD60C, 0xD670, 0xD671, 0xD672, 0xD660))
_NUMBERS = (
    "? 000000 0000FF 00FFFF 00FF00 FF00FF FF0000 FFFF00 FFFFFF 000080 008080 008000 800080"
    " 800000 808000 808080 C0C0C0"
)
_COLOURS = tuple(map(ink, _NUMBERS.split()))  # as colours are numbered, the first is automatic
_ROW_ENDS, _ROW_HEIGHT, _LOWEST = 0x2417, 0x9407, -60  # the last in twentieths of a point
_LOW_ROW = -2  # our own mark: of a row that is too low to be seen
_DARK = 64
_SOLID, _CLEAR = 1, 0
_WHAT = {
    _DELETED: ("tracked_changes", "tracked deletion"),
    _INSERTED: ("tracked_changes", "tracked insertion"),
    _VANISHED: ("hidden_text", "hidden words"),
    _LOW_ROW: ("hidden_row", "row of a table too low to be seen"),
}
#: The parts of a document in their order, with the place in the header that says how long each is.
_PARTS = (
    ("text", 0x4C), ("footnotes", 0x50), ("margins", 0x54), ("macros", 0x58), ("comments", 0x5C),
    ("endnotes", 0x60), ("boxes", 0x64), ("margin boxes", 0x68),
)  # fmt: skip


class _Look(NamedTuple):
    part: str
    carrier: str
    what: str


def word(ole: Any) -> Iterator[Span]:
    """Spans of a Word 97–2003 document.

    Raises:
        TooMuchError: locked. HeldError: damaged, or of a version before 97.
    """
    data = ole.openstream("WordDocument").read()
    if len(data) < 0x6C:
        raise HeldError("the document is damaged and cannot be read")
    flags = struct.unpack_from("<H", data, 0x0A)[0]
    if flags & 0x0100:
        raise TooMuchError("is encrypted; send it without a password")
    if flags & 0x0004:
        said = "the file was saved fast and keeps what was deleted"
        yield Span("old_revision", said, "earlier text", Visibility.REMOVED)
    ends = _ends(data)
    found = _low_rows(list(stretches(ole, data)))
    shaded = any(
        one.in_shaded_table or not _TABLE_SHADES.isdisjoint(one.paragraph) for one in found
    )
    pieces = (p for one in found for p in _split(one, ends, shaded))
    for look, same in groupby(pieces, key=lambda one: one[0]):
        yield from _told(look, "".join(text for _, text in same))
    yield from laid_over(data, table_of(ole, data), found, ends[0][0])


def _low_rows(found: list[Stretch]) -> list[Stretch]:
    """The stretches, those in rows of tables that are too low to be seen marked so."""
    low, made = False, []
    for one in reversed(found):
        if _ROW_ENDS in one.paragraph:
            height = struct.unpack("<h", one.paragraph.get(_ROW_HEIGHT, b"\0\0")[:2])[0]
            low = _LOWEST < height < 0  # one that no letter widens is below nought
        elif _IN_TABLE not in one.paragraph:
            low = False
        made.append(one._replace(own={**one.own, _LOW_ROW: b"\1"}) if low else one)
    return made[::-1]


def _ends(data: bytes) -> list[tuple[int, str]]:
    """Where each part of the document ends, in characters."""
    made, at = [], 0
    for name, pointer in _PARTS:
        at += struct.unpack_from("<I", data, pointer)[0]
        made.append((at, name))
    return made


def _split(one: Stretch, ends: list[tuple[int, str]], shaded: bool) -> Iterator[tuple[_Look, str]]:
    """A stretch cut where a part of the document ends."""
    at, text = one.start, one.text
    for end, name in ends:
        if text and at < end:
            piece, text = text[: end - at], text[end - at :]
            at += len(piece)
            yield _look(name, one, shaded), piece


def _told(look: _Look, text: str) -> Iterator[Span]:
    words = squash(_plain(text))
    if not words:
        return
    if look.part == "comments":
        yield hidden("comment", words, "comments")
    elif look.carrier:
        sight = Visibility.COVERED if look.carrier == "text_under_box" else Visibility.REMOVED
        yield Span(look.carrier, words, look.what, sight)
    elif look.part in ("margins", "margin boxes"):
        yield note("header_footer", words, "header or footer")
    elif look.part != "macros":
        yield visible(words, "the text")


def _plain(text: str) -> str:
    """Words without the codes of fields and the marks of pictures, cells and notes."""
    kept: list[str] = []
    depth = 0
    for character in text:
        if character == "\x13":
            depth += 1
        elif character in "\x14\x15":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(character if character >= " " or character in "\t" else " ")
    return "".join(kept)


def _look(part: str, one: Stretch, shaded: bool) -> _Look:
    for code, (found, what) in _WHAT.items():
        if one.own.get(code, b"\0")[:1] == b"\1":
            return _Look(part, found, what)
    letters, size = _letters(one.own), struct.unpack("<H", one.own.get(_SIZE, b"\0\0"))[0] / 2
    own = _own_ground(one.own)
    if own is not None:
        if max(own) < _DARK and (letters is None or alike(letters, own)):
            return _Look(part, "text_under_box", "the text")
        return _Look(part, carrier(letters, own, size), "the text")
    under = _shade(one.paragraph)
    if under is None and not (shaded and _IN_TABLE in one.paragraph) and "boxes" not in part:
        under = WHITE
    return _Look(part, carrier(letters, under, size), "the text")


def _letters(own: Properties) -> Ink | None:
    if _COLOUR in own and len(own[_COLOUR]) == 4:
        red, green, blue, automatic = own[_COLOUR]
        return None if automatic else (red, green, blue)
    number = own.get(_NUMBERED, b"\0")[0]
    return _COLOURS[number] if number < len(_COLOURS) else None


def _own_ground(own: Properties) -> Ink | None:
    number = own.get(_HIGHLIGHT, b"\0")[0]
    if 0 < number < len(_COLOURS):
        return _COLOURS[number]
    return _shading(own.get(_GROUND, b""), own.get(_GROUND_OLD, b""))


def _shade(paragraph: Properties) -> Ink | None:
    return _shading(paragraph.get(_SHADE, b""), paragraph.get(_SHADE_OLD, b""))


def _shading(new: bytes, old: bytes) -> Ink | None:
    """The one colour of a shading, None if there is none."""
    if len(new) >= 11:
        pattern = struct.unpack_from("<H", new, 9)[0]
        colour = new[1:5] if pattern == _SOLID else new[5:9]
        if pattern == _SOLID and colour[3]:
            return (0, 0, 0)
        return None if colour[3] or pattern > _SOLID else (colour[0], colour[1], colour[2])
    if len(old) == 2:
        said = struct.unpack("<H", old)[0]
        pattern, number = said >> 10, said & 31 if said >> 10 == _SOLID else said >> 5 & 31
        if pattern == _SOLID and number == 0:
            return (0, 0, 0)
        return _COLOURS[number] if pattern <= _SOLID and 0 < number < len(_COLOURS) else None
    return None
