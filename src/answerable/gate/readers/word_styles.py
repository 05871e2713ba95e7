"""The styles of an old Word document, and what words look like by them and by what they say themselves."""

import struct
from typing import NamedTuple

from answerable.gate.readers.word_properties import Properties, properties

_LIST, _NONE = 0xA2, 0xFFF
_OF_PARAGRAPHS, _OF_LETTERS, _OF_TABLES = 1, 2, 3
_NAMED = 0x4A30  # says of a run which style of letters it has
STYLE = -1  # the style of a paragraph, kept among its properties
_DEEPEST = 30
_SWITCHES = frozenset((*range(0x0835, 0x083D), 0x0854, 0x0858))  # on, off, or as the style does
_AS_STYLE, _OTHERWISE = 0x80, 0x81
_SHADES = frozenset(
    (0xC64D, 0x442D, 0xD609, 0xD612, 0xD616, 0xD60C, 0xD670, 0xD671, 0xD672, 0xD660)
)


class _Style(NamedTuple):
    kind: int
    base: int
    letters: Properties
    paragraph: Properties


class Styles:
    """What the named styles of a document say."""

    def __init__(self, data: bytes, table: bytes) -> None:
        """Read the list of styles; a style that breaks off says nothing."""
        self._styles: list[_Style | None] = []
        self._known: dict[tuple[int, bool], Properties] = {}
        self.shades_tables = False
        at, size = struct.unpack_from("<II", data, _LIST)
        end = min(at + size, len(table))
        if size < 6 or at + 6 > len(table):
            return
        head, count, base = struct.unpack_from("<HHH", table, at)
        at += 2 + head
        for _ in range(count):
            if at + 2 > end:
                return
            size = struct.unpack_from("<H", table, at)[0]
            self._styles.append(self._style(table[at + 2 : at + 2 + size], base))
            at += 2 + size + size % 2

    def _style(self, body: bytes, base: int) -> _Style | None:
        if len(body) < base + 2:
            return None
        _, kinds, parts = struct.unpack_from("<HHH", body)
        at = base + 2 + 2 * int(struct.unpack_from("<H", body, base)[0]) + 2
        found: list[bytes] = []
        for _ in range(parts & 15):
            if at + 2 > len(body):
                break
            size = struct.unpack_from("<H", body, at)[0]
            found.append(body[at + 2 : at + 2 + size])
            at += 2 + size + size % 2
        kind = kinds & 15
        if kind == _OF_TABLES:
            said = [*(properties(x) for x in found[:1]), *(properties(x[2:]) for x in found[1:2])]
            self.shades_tables |= any(not _SHADES.isdisjoint(x) for x in said)
        if kind == _OF_PARAGRAPHS and found:
            letters = properties(found[1]) if len(found) > 1 else {}
            return _Style(kind, kinds >> 4, letters, properties(found[0][2:]))
        if kind == _OF_LETTERS and found:
            return _Style(kind, kinds >> 4, properties(found[0]), {})
        return None

    def _said(self, number: int, letters: bool) -> Properties:
        """What a style says, with what it stands on."""
        key = number, letters
        if key not in self._known:
            chain: list[Properties] = []
            for _ in range(_DEEPEST):
                one = self._styles[number] if number < len(self._styles) else None
                if one is None:
                    break
                chain.append(one.letters if letters else one.paragraph)
                number = one.base
            made: Properties = {}
            for said in reversed(chain):
                made = merged(made, said)
            self._known[key] = made
        return self._known[key]

    def letters(self, own: Properties, paragraph: Properties) -> Properties:
        """How a run looks by the style of its paragraph, its own style and itself."""
        made = self._said(_number(paragraph.get(STYLE, b"\0\0")), True)
        if _NAMED in own:
            made = merged(made, self._said(_number(own[_NAMED]), True))
        return merged(made, own) if made else own

    def paragraph(self, own: Properties) -> Properties:
        """How a paragraph looks by its style and itself."""
        made = self._said(_number(own.get(STYLE, b"\0\0")), False)
        return merged(made, own) if made else own


def merged(under: Properties, over: Properties) -> Properties:
    """The properties of both; a switch of the upper may stand as the lower one does, or not."""
    made = {**under, **over}
    for code in _SWITCHES & over.keys():
        value, below = over[code][:1], under.get(code, b"\0")[:1] == b"\1"
        if value and value[0] in (_AS_STYLE, _OTHERWISE):
            made[code] = bytes([below if value[0] == _AS_STYLE else not below])
    return made


def _number(body: bytes) -> int:
    return int.from_bytes(body[:2], "little")
