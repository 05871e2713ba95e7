"""The records of an old PowerPoint file: what is in what, and how runs of words look."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from answerable.gate.readers.inks import Ink

_DEEPEST = 16
_HEAD = 8
#: Fields of a run of paragraphs, by the bit that says they are there, in the order of the file.
_PARAGRAPH = (
    (0xF, 2), (0x80, 2), (0x10, 2), (0x40, 2), (0x20, 4), (0x800, 2), (0x1000, 2), (0x2000, 2),
    (0x4000, 2), (0x100, 2), (0x400, 2), (0x8000, 2),
)  # fmt: skip
_AFTER_TABS = ((0x10000, 2), (0xE0000, 2), (0x200000, 2))
_TABS, _SIZE, _COLOUR = 0x100000, 0x20000, 0x40000
_LETTERS = ((0xFFFF, 2), (0x10000, 2), (0x200000, 2), (0x400000, 2), (0x800000, 2))
_OWN_COLOUR = 0xFE


class Record(NamedTuple):
    """One record: its kind, its instance, its body, and whether it holds others."""

    kind: int
    instance: int
    body: bytes
    holds: bool


def inside(body: bytes) -> Iterator[Record]:
    """The records right in a body, as far as they go."""
    at = 0
    while at + _HEAD <= len(body):
        version, kind, size = struct.unpack_from("<HHI", body, at)
        yield Record(kind, version >> 4, body[at + _HEAD : at + _HEAD + size], version & 15 == 15)
        at += _HEAD + size


def everywhere(body: bytes, *kinds: int, depth: int = 0) -> Iterator[Record]:
    """All records of these kinds, however deep; what is in one of them is not gone through."""
    for one in inside(body):
        if one.kind in kinds:
            yield one
        elif one.holds and depth < _DEEPEST:
            yield from everywhere(one.body, *kinds, depth=depth + 1)


def words(body: bytes) -> str:
    """The words of a body: what its records of characters say."""
    found = []
    for one in everywhere(body, 4000, 4008, 4026):
        found.append(one.body.decode("latin-1" if one.kind == 4008 else "utf-16le", "replace"))
    return " ".join(" ".join(one.split()) for one in found if one.strip("*\r\n\x0b "))


class Run(NamedTuple):
    """A run of words: how many characters, their size in points (0: not said), their colour.

    ``colour`` is as it is kept, none if it is not said; ``level`` is that of the paragraph.
    """

    length: int
    size: float
    colour: bytes
    level: int = 0


def runs(style: bytes, length: int) -> list[Run]:
    """The looks of a text of so many characters.

    Raises:
        struct.error: it is cut short.
    """
    at = left = 0
    levels: list[tuple[int, int]] = []  # where a paragraph ends, and its level
    while left <= length and at + 10 <= len(style):
        count, level = struct.unpack_from("<IH", style, at)
        at = past_paragraph(style, at + 6)
        left += count
        levels.append((left, level))
    found: list[Run] = []
    begun = 0
    while at + 8 <= len(style):
        count = int(struct.unpack_from("<I", style, at)[0])
        at, size, colour = past_letters(style, at + 4)
        for end, level in levels:  # a run of letters goes on over paragraphs
            if begun < end and count > 0:
                part = min(end - begun, count)
                found.append(Run(part, size, colour, level))
                begun, count = begun + part, count - part
        if count > 0:
            found.append(Run(count, size, colour))
            begun += count
    return found


def past_paragraph(body: bytes, at: int) -> int:
    """Where the looks of a paragraph end that begin here with what they say."""
    mask = int(struct.unpack_from("<I", body, at)[0])
    at += 4 + _skipped(mask, _PARAGRAPH)
    if mask & _TABS:
        at += 2 + 4 * int(struct.unpack_from("<H", body, at)[0])
    return at + _skipped(mask, _AFTER_TABS)


def past_letters(body: bytes, at: int) -> tuple[int, float, bytes]:
    """Where the looks of letters end that begin here, with the size and the colour they say."""
    mask = int(struct.unpack_from("<I", body, at)[0])
    at += 4 + _skipped(mask, _LETTERS)
    size, colour = 0.0, b""
    if mask & _SIZE:
        size, at = float(struct.unpack_from("<H", body, at)[0]), at + 2
    if mask & _COLOUR:
        colour, at = body[at : at + 4], at + 4
    return at + 2 * bool(mask & 0x80000), size, colour


def _skipped(mask: int, fields: tuple[tuple[int, int], ...]) -> int:
    return sum(size for bit, size in fields if mask & bit)


def ink_of(said: bytes, scheme: list[Ink]) -> Ink | None:
    """A colour of its own, or one of the eight of the scheme of its slide."""
    if len(said) < 4:
        return None
    red, green, blue, index = said
    if index == _OWN_COLOUR:
        return red, green, blue
    return scheme[index] if index < len(scheme) else None


def scheme_of(slide: bytes) -> list[Ink]:
    """The eight colours of a slide or a master, ground first."""
    for one in inside(slide):
        if one.kind == 2032 and one.instance == 1:
            return [
                (one.body[n], one.body[n + 1], one.body[n + 2])
                for n in range(0, len(one.body) - 3, 4)
            ]
    return []
