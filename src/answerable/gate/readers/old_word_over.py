"""Boxes and pictures that lie over the words of an old Word document."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from answerable.gate.limits import HeldError
from answerable.gate.readers.drawn import fill_of
from answerable.gate.readers.inks import Ink
from answerable.gate.readers.opaque import hides_all
from answerable.gate.readers.over_words import Box, Line, Paper, covered, lead_of
from answerable.gate.readers.slide_records import Record, everywhere, inside
from answerable.gate.readers.trees import squash
from answerable.gate.readers.word_records import Stretch
from answerable.gate.spans import Span, Visibility

_ANCHORS, _DRAWN = 0x1DA, 0x22A  # places in the header
_ANCHOR = 26  # bytes
_TWIPS = 20
_SIZE, _BEFORE, _AFTER, _SIDE_OLD, _SIDE, _ROW_ENDS = 0x4A43, 0xA413, 0xA414, 0x2403, 0x2461, 0x2417
_LEADING, _BREAKS = 0x6412, 0x2407
_ALL, _DRAWING, _GROUP, _SHAPE = 0xF000, 0xF002, 0xF003, 0xF004
_IS, _LOOKS, _MORE, _WORDS, _OF_GROUP, _IN_GROUP = 0xF00A, 0xF00B, 0xF122, 0xF00D, 0xF009, 0xF00F
_PICTURE, _BEHIND = 0x104, 0x3BF
_NAMES = {"fillType": 0x180, "fillColor": 0x181, "fillOpacity": 0x182}
_DARK = 0x60
_IN_FRONT = (3, 5)  # how words go round a shape: not at all


class _Anchor(NamedTuple):
    place: int  # a character
    shape: int
    at: tuple[int, int, int, int]  # left, top, right, bottom in twentieths of a point
    across: int  # from what it is measured: 0 margin, 1 edge of the paper, 2 text
    down: int


class _Shape(NamedTuple):
    number: int
    kind: int
    looks: dict[int, int]
    worded: bool
    part: tuple[float, float, float, float] | None = None  # of its group: left, top, wide, high


def laid_over(data: bytes, table: bytes, found: list[Stretch], end: int) -> Iterator[Span]:
    """Spans of the words that a box in front of the text lies over; ``end`` is where the text ends.

    Raises:
        HeldError: what is said of the boxes is damaged.
    """
    try:
        anchors = [one for one in _anchors(data, table) if one.place < end]
        drawn = _drawn(data, table) if anchors else b""
        shapes = list(_shapes(drawn)) if drawn else []
    except struct.error as problem:
        raise HeldError("the document is damaged: what is drawn on it cannot be read") from problem
    if not shapes:
        return
    starts, lines = _lines(found, end)
    boxes = []
    for one in anchors:
        line = sum(start <= one.place for start in starts) - 1
        for shape in (x for x in shapes if x.number == one.shape):
            fill = _fill(shape)
            picture = _PICTURE in shape.looks and _opaque(shape.looks[_PICTURE], drawn, data)
            if picture or fill is not None:
                boxes.append(_box(one, shape, line, None if picture else fill))
    for words in dict.fromkeys(covered(boxes, lines, Paper())):
        place = "the text, under a box drawn over the words"
        yield Span("text_under_box", words, place, Visibility.COVERED)


def _anchors(data: bytes, table: bytes) -> Iterator[_Anchor]:
    start, size = struct.unpack_from("<II", data, _ANCHORS)
    count = (size - 4) // (4 + _ANCHOR) if size > 4 else 0
    for number in range(count):
        place = struct.unpack_from("<I", table, start + 4 * number)[0]
        at = start + 4 * (count + 1) + _ANCHOR * number
        shape, *corners, flags = struct.unpack_from("<IiiiiH", table, at)
        if flags >> 5 & 15 in _IN_FRONT and not flags >> 14 & 1:
            left, top, right, bottom = corners
            yield _Anchor(place, shape, (left, top, right, bottom), flags >> 1 & 3, flags >> 3 & 3)


def _drawn(data: bytes, table: bytes) -> bytes:
    start, size = struct.unpack_from("<II", data, _DRAWN)
    return table[start : start + size]


def _shapes(drawn: bytes) -> Iterator[_Shape]:
    """The shapes of the text, those of a group under the number of the group."""
    at = 8 + int(struct.unpack_from("<I", drawn, 4)[0]) if len(drawn) > 8 else len(drawn)
    while at + 9 <= len(drawn):
        of_margins = drawn[at]
        size = int(struct.unpack_from("<I", drawn, at + 5)[0])
        if not of_margins:
            for top in everywhere(drawn[at + 1 : at + 9 + size], _GROUP):
                yield from _members(top, depth=0)
        at += 9 + size


def _members(group: Record, depth: int) -> Iterator[_Shape]:
    for one in inside(group.body):
        if one.kind == _SHAPE:
            yield _shape(one.body, None)
        elif one.kind == _GROUP and depth == 0:
            yield from _grouped(one)


def _grouped(group: Record) -> Iterator[_Shape]:
    """The members of a group that is anchored whole."""
    members = list(everywhere(group.body, _SHAPE))
    if not members:
        return
    first = _shape(members[0].body, None)
    frame = next((x.body for x in inside(members[0].body) if x.kind == _OF_GROUP), b"")
    for one in members[1:]:
        made = _shape(one.body, frame if len(frame) == 16 else None)
        yield made._replace(number=first.number)


def _shape(body: bytes, frame: bytes | None) -> _Shape:
    number, kind, looks, worded, part = 0, 0, {}, False, None
    for one in inside(body):
        if one.kind == _IS:
            number, kind = struct.unpack_from("<I", one.body)[0], one.instance
        elif one.kind in (_LOOKS, _MORE):
            for n in range(min(one.instance, len(one.body) // 6)):
                name, value = struct.unpack_from("<HI", one.body, 6 * n)
                looks[name & 0x3FFF] = value
        elif one.kind == _WORDS:
            worded = True
        elif one.kind == _IN_GROUP and frame and len(one.body) == 16:
            part = _part(struct.unpack("<4i", frame), struct.unpack("<4i", one.body))
    return _Shape(number, kind, looks, worded, part)


def _part(frame: tuple[int, ...], own: tuple[int, ...]) -> tuple[float, float, float, float]:
    wide, high = max(frame[2] - frame[0], 1), max(frame[3] - frame[1], 1)
    left, top = (own[0] - frame[0]) / wide, (own[1] - frame[1]) / high
    return left, top, (own[2] - own[0]) / wide, (own[3] - own[1]) / high


def _fill(shape: _Shape) -> Ink | None:
    """The colour of a box; a box with words of its own counts if it is dark."""
    looks = shape.looks
    filled, hidden = looks.get(0x1BF, 0x10), looks.get(_BEHIND, 0)
    if hidden & 0x200020 == 0x200020 or hidden & 0x20002 == 0x20002:
        return None
    said = {name: looks.get(code) for name, code in _NAMES.items()}
    said |= {"shapeType": shape.kind, "fFilled": 0 if _is_off(filled) else 1}
    fill = None if _PICTURE in looks else fill_of(said.get)
    return None if fill is not None and shape.worded and max(fill) > _DARK else fill


def _is_off(filled: int) -> bool:
    return bool(filled & 0x100000) and not filled & 0x10


def _opaque(number: int, drawn: bytes, data: bytes) -> bool:
    """Whether the picture of this number in the file's list hides what is under it."""
    listed = list(everywhere(drawn[: 8 + int(struct.unpack_from("<I", drawn, 4)[0])], 0xF007))
    if not 0 < number <= len(listed) or len(listed[number - 1].body) < 36:
        return False
    body = listed[number - 1].body
    size, _, at = struct.unpack_from("<III", body, 20)
    blip = body[36:] if len(body) > 44 else data[at : at + size]
    starts = [blip.find(sign) for sign in (b"\x89PNG", b"\xff\xd8\xff")]
    start = min((x for x in starts if 0 <= x < 80), default=-1)
    return start >= 0 and hides_all(blip[start:])


def _box(one: _Anchor, shape: _Shape, line: int, fill: Ink | None) -> Box:
    left, top, right, bottom = (x / _TWIPS for x in one.at)
    wide, high = right - left, bottom - top
    if shape.part is not None:
        left, top = left + shape.part[0] * wide, top + shape.part[1] * high
        wide, high = shape.part[2] * wide, shape.part[3] * high
    across = shape.looks.get(0x390, one.across)
    down = shape.looks.get(0x392, one.down)
    top += Paper().top if down == 0 else 0.0
    return Box(line, left, top, wide, high, (across == 1, down in (0, 1)), 0, fill)


def _lines(found: list[Stretch], end: int) -> tuple[list[int], list[Line]]:
    """Where each paragraph or row begins, and the paragraphs and rows."""
    starts, lines = [0], []
    said, size, row, breaks = "", 0.0, False, False
    for one in found:
        at = one.start
        for character in one.text[: max(end - one.start, 0)]:
            at += 1
            said += character if character >= " " else " "
            if character.strip():
                size = max(size, _points(one, _SIZE, 2))
            row = row or character == "\x07"
            if character in "\r\x0c" or (character == "\x07" and _ROW_ENDS in one.paragraph):
                lines.append(_line(one, said, size or _points(one, _SIZE, 2) or 10.0, row, breaks))
                starts.append(at)
                said, size, row, breaks = "", 0.0, False, character == "\x0c"
    return starts[: len(lines)], lines


def _line(one: Stretch, said: str, size: float, row: bool, breaks: bool) -> Line:
    side = (one.paragraph.get(_SIDE) or one.paragraph.get(_SIDE_OLD) or b"\0")[0]
    leading = one.paragraph.get(_LEADING, b"")
    lead = 1.0
    if len(leading) == 4:
        height, by_lines = struct.unpack("<hh", leading)
        if height:
            lead = height / 240 if by_lines == 1 else lead_of(height / _TWIPS, size)
    before, after = _points(one, _BEFORE, _TWIPS), _points(one, _AFTER, _TWIPS)
    breaks = breaks or one.paragraph.get(_BREAKS, b"\0")[:1] == b"\1"
    return Line(squash(said), size, before, after, row or side in (1, 2), breaks, lead)


def _points(one: Stretch, code: int, unit: int) -> float:
    said = one.own.get(code) or one.paragraph.get(code) or b""
    return int(struct.unpack("<H", said)[0]) / unit if len(said) == 2 else 0.0
