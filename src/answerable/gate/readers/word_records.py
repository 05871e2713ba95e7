"""The characters of an old Word document in order, each stretch with what is said of its look."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from answerable.gate.limits import HeldError
from answerable.gate.readers.word_properties import Properties, properties
from answerable.gate.readers.word_styles import STYLE, Styles

_WORD_97 = 0xC1
_PAGE = 512


class Stretch(NamedTuple):
    """Characters that look the same: the place of the first, what they say, how they look."""

    start: int
    text: str
    own: Properties
    paragraph: Properties
    in_shaded_table: bool = False  # of a style that gives its cells a ground


class _Fixed(NamedTuple):
    """Where properties begin in the file, and they; sorted."""

    starts: list[int]
    found: list[Properties]

    def at(self, place: int) -> tuple[Properties, int]:
        """The properties at a place, and where the next begin."""
        index = bisect_right(self.starts, place) - 1
        after = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
        return (self.found[index] if index >= 0 else {}), after


def stretches(ole: Any, data: bytes) -> Iterator[Stretch]:
    """All characters of the document, its footnotes, headers, comments and boxes, in order.

    Raises:
        HeldError: damaged, or of a version before 97.
    """
    if struct.unpack_from("<H", data, 2)[0] < _WORD_97:
        raise HeldError(
            "the document is of a version of Word before 97; save it as .docx and inspect that"
        )
    table = table_of(ole, data)
    try:
        runs = _fixed(data, table, 0xFA, _run)
        paragraphs = _fixed(data, table, 0x102, _paragraph)
        styles = Styles(data, table)
        for start, count, at, wide in _pieces(data, table):
            for one in _piece(data, (start, count, at, wide), runs, paragraphs):
                yield one._replace(
                    own=styles.letters(one.own, one.paragraph),
                    paragraph=styles.paragraph(one.paragraph),
                    in_shaded_table=styles.shades_tables,
                )
    except (struct.error, IndexError) as problem:
        raise HeldError("the document is damaged and cannot be read") from problem


def table_of(ole: Any, data: bytes) -> bytes:
    """The stream that says where everything is.

    Raises:
        HeldError: it is missing.
    """
    name = "1Table" if struct.unpack_from("<H", data, 0x0A)[0] & 0x0200 else "0Table"
    if not ole.exists(name) or len(data) < 0x1AA:
        raise HeldError("the document is damaged: the list of its parts is missing")
    return bytes(ole.openstream(name).read())


def _piece(
    data: bytes, piece: tuple[int, int, int, int], runs: _Fixed, paragraphs: _Fixed
) -> Iterator[Stretch]:
    start, count, at, wide = piece
    end = at + count * wide
    if end > len(data):
        raise HeldError("the document is damaged: it breaks off")
    place = at
    while place < end:
        own, after = runs.at(place)
        paragraph, later = paragraphs.at(place)
        stop = max(place + wide, min(end, after, later))
        text = data[place:stop].decode("utf-16le" if wide == 2 else "cp1252", "replace")
        yield Stretch(start + (place - at) // wide, text, own, paragraph)
        place = stop


def _pieces(data: bytes, table: bytes) -> Iterator[tuple[int, int, int, int]]:
    """First character, how many, where they stand, bytes a character."""
    at, size = struct.unpack_from("<II", data, 0x1A2)
    end = at + size
    while at < end and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise HeldError("the document is damaged: the list of its parts is missing")
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for index in range(count):
        where = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * index + 2)[0]
        narrow = where & 0x40000000
        first = (where & 0x3FFFFFFF) // 2 if narrow else where & 0x3FFFFFFF
        yield places[index], places[index + 1] - places[index], first, 1 if narrow else 2


def _fixed(data: bytes, table: bytes, pointer: int, take: Any) -> _Fixed:
    """Properties of all runs, or all paragraphs, by where they begin."""
    start, size = struct.unpack_from("<II", data, pointer)
    made = _Fixed([], [])
    if size < 12:
        return made
    count = (size - 4) // 8
    for page in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1)):
        block = data[(page & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(block) < _PAGE:
            raise HeldError("the document is damaged: what says how it looks is missing")
        many = block[_PAGE - 1]
        starts = struct.unpack_from(f"<{many + 1}I", block)
        made.starts.extend(starts[:many])
        made.found.extend(take(block, many, index) for index in range(many))
    order = sorted(range(len(made.starts)), key=made.starts.__getitem__)
    return _Fixed([made.starts[n] for n in order], [made.found[n] for n in order])


def _run(block: bytes, many: int, index: int) -> Properties:
    at = block[4 * (many + 1) + index] * 2
    return properties(block[at + 1 : at + 1 + block[at]]) if at else {}


def _paragraph(block: bytes, many: int, index: int) -> Properties:
    at = block[4 * (many + 1) + 13 * index] * 2
    if not at:
        return {}
    size = block[at] * 2 - 1
    if block[at] == 0:
        at, size = at + 1, block[at + 1] * 2
    return {STYLE: block[at + 1 : at + 3], **properties(block[at + 3 : at + 1 + size])}
