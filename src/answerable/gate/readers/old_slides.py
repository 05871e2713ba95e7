"""PowerPoint of before 2007 (.ppt): slides, notes, comments, and what nobody sees on a slide."""

import struct
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from answerable.gate.limits import HeldError
from answerable.gate.readers.inks import WHITE, Ink, carrier
from answerable.gate.readers.slide_masters import Masters
from answerable.gate.readers.slide_outlines import link_of, outlines, with_outline
from answerable.gate.readers.slide_records import (
    Record,
    Run,
    everywhere,
    ink_of,
    inside,
    runs,
    scheme_of,
    words,
)
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, hidden, visible

_DOCUMENT, _SLIDE, _NOTES, _MASTER = 1000, 1006, 1008, 1016
_SHAPE, _GROUP, _IS, _LOOKS, _PLACE, _TEXT = 0xF004, 0xF003, 0xF00A, 0xF00B, 0xF010, 0xF00D
_BACKGROUND = 0x400
_TAGS, _COMMENT = 5003, 12000
_IS_OF_KIND, _IN_BOX = 3999, 4
_MANY: Ink = (-99, -99, -99)  # a picture or a shading: no one colour
_PICTURE, _KIND, _FILL, _FILLED = 0x104, 0x180, 0x181, 0x1BF
_Box = tuple[int, int, int, int]  # left, top, right, bottom


class _Shape(NamedTuple):
    at: _Box | None
    fill: Ink | None
    text: bytes  # the records of its words
    background: bool


class _Deck(NamedTuple):
    size: tuple[int, int]
    ground: Ink | None  # of the masters, if they have the same
    below: list[_Shape]  # filled shapes of the masters
    masters: Masters
    outlines: dict[int, list[bytes]]  # words kept in the list of slides, by the place of the slide


def slides(ole: Any) -> Iterator[Span]:
    """Spans of a PowerPoint 97–2003 presentation.

    Raises:
        HeldError: it is damaged.
    """
    data = ole.openstream("PowerPoint Document").read()
    top = list(inside(data))
    if not any(one.kind == _DOCUMENT for one in top) or _breaks_off(data):
        raise HeldError("the presentation is damaged and cannot be read")
    deck = _deck(top)
    number = at = 0
    for one in top:
        begins, at = at, at + 8 + len(one.body)
        if one.kind == _NOTES and (text := words(one.body)):
            yield hidden("speaker_notes", text, "speaker notes")
        elif one.kind == _SLIDE:
            number += 1
            yield from _slide(one.body, f"slide {number}", deck, deck.outlines.get(begins, []))
        elif one.kind == _DOCUMENT:
            yield from _outline(one.body, deck)
        yield from _comments(one.body)


def _breaks_off(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        at += 8 + int(struct.unpack_from("<I", data, at + 4)[0])
    return at > len(data)


def _deck(top: list[Record]) -> _Deck:
    size = (0, 0)
    for one in (x for x in top if x.kind == _DOCUMENT):
        for atom in everywhere(one.body, 1001):
            width, height = struct.unpack_from("<ii", atom.body)
            size = (width, height)
    grounds: set[Ink] = set()
    below: list[_Shape] = []
    for one in (x for x in top if x.kind == _MASTER):
        shapes = list(_shapes(one.body, scheme_of(one.body)))
        grounds.update(_ground(shapes, scheme_of(one.body)))
        below += [x for x in shapes if x.fill and x.at and not x.background]
    masters = Masters(x.body for x in top if x.kind in (_DOCUMENT, _MASTER))
    ground = grounds.pop() if len(grounds) == 1 else None
    return _Deck(size, ground, below, masters, outlines(top))


def _ground(shapes: list[_Shape], scheme: list[Ink]) -> list[Ink]:
    found = [one.fill for one in shapes if one.background and one.fill]
    return found or scheme[:1] or [WHITE]


def _comments(body: bytes) -> Iterator[Span]:
    for tags in everywhere(body, _TAGS, _COMMENT):
        found = [tags] if tags.kind == _COMMENT else everywhere(tags.body, _COMMENT)
        for one in found:
            yield hidden("comment", words(one.body) or strings(one.body), "comment on a slide")


def _slide(body: bytes, where: str, deck: _Deck, outline: list[bytes]) -> Iterator[Span]:
    scheme = scheme_of(body)
    drawn = list(_shapes(body, scheme))
    led_to = {link_of(one.text) for one in drawn}
    loose = [text for number, text in enumerate(outline) if number not in led_to]
    shapes = [one._replace(text=with_outline(one.text, outline)) for one in drawn]
    flags = next((one.body for one in inside(body) if one.kind == 1017), b"")
    if len(flags) >= 12 and struct.unpack_from("<H", flags, 10)[0] & 0x04:
        text = " ".join(filter(None, map(words, (*(one.text for one in shapes), *loose))))
        yield hidden("hidden_slide", text or "slide", f"{where} (hidden)")
        return
    for one_text in loose:  # no shape has it: its place and ground are not known
        yield from _judged(one_text, scheme, None, where, deck)
    of_master = next((one.body for one in inside(body) if one.kind == 1007), b"")
    own = len(of_master) >= 22 and not struct.unpack_from("<H", of_master, 20)[0] & 0x04
    ground = _ground(shapes, scheme)[0] if own else deck.ground
    below = list(deck.below)
    for one in (x for x in shapes if not x.background):
        text = words(one.text)
        if one.at and _is_off(one.at, deck.size):
            said = text or "a shape"
            yield Span("off_slide", said, f"{where}, off the slide", Visibility.OFF_PAGE)
        elif text:
            under = one.fill or _behind(one.at, below) or (ground if one.at else None)
            yield from _judged(one.text, scheme, under, where, deck)
        if one.at and not text and one.fill:
            for covered in (x for x in below if x.at and _covers(one.at, x.at)):
                if said := words(covered.text):
                    yield Span("text_under_box", said, f"{where}, under a box", Visibility.COVERED)
        below.append(one)


def _judged(
    text: bytes, scheme: list[Ink], ground: Ink | None, where: str, deck: _Deck
) -> Iterator[Span]:
    """The words of a box, each run by its look."""
    said, kind = "", _IN_BOX
    for one in inside(text):
        if one.kind == _IS_OF_KIND and len(one.body) >= 4:
            yield from _by_runs((said, kind), b"", scheme, ground, where, deck.masters)
            said, kind = "", struct.unpack_from("<I", one.body)[0]
        elif one.kind in (4000, 4008):
            yield from _by_runs((said, kind), b"", scheme, ground, where, deck.masters)
            said = one.body.decode("latin-1" if one.kind == 4008 else "utf-16le", "replace")
        elif one.kind == 4001 and said:
            yield from _by_runs((said, kind), one.body, scheme, ground, where, deck.masters)
            said = ""
    yield from _by_runs((said, kind), b"", scheme, ground, where, deck.masters)


def _by_runs(
    worded: tuple[str, int], style: bytes, scheme: list[Ink], ground: Ink | None, where: str,
    masters: Masters,
) -> Iterator[Span]:  # fmt: skip
    """The words of one text of a kind (a title, words of a box …), by what each run looks like."""
    said, kind = worded
    try:
        found = runs(style, len(said))
    except struct.error as problem:
        raise HeldError(f"the words of {where} are damaged and cannot be read") from problem
    at = 0
    pieces: list[tuple[str, str]] = []
    for one in [*found, Run(len(said), 0.0, b"")]:
        usual = masters.look(kind, one.level)
        letters = ink_of(one.colour or usual.colour, scheme)
        look = carrier(letters, ground, one.size or usual.size)
        pieces.append((look, said[at : at + one.length]))
        at += one.length
    for look, same in groupby(pieces, key=lambda one: one[0]):
        if text := squash("".join(x for _, x in same)).strip("* "):
            found_ = "white_text" if look == "text_under_box" else look
            yield hidden(found_, text, where) if found_ else visible(text, where)


def _outline(body: bytes, deck: _Deck) -> Iterator[Span]:
    """Words in the list of slides whose slide is not known: their place and ground are not."""
    if deck.outlines:
        return
    ground = None if deck.below else deck.ground
    for one in everywhere(body, 4080):
        if one.instance == 0:
            yield from _judged(one.body, [], ground, "slides", deck)


def _shapes(body: bytes, scheme: list[Ink]) -> Iterator[_Shape]:
    """The shapes of a slide from the lowest up; those in groups say no place."""
    for drawing in everywhere(body, _GROUP):
        yield from _members(drawing.body, scheme, 0)
    for drawing in everywhere(body, 0xF002):
        for one in inside(drawing.body):
            if one.kind == _SHAPE:
                yield _shape(one.body, scheme, True)


def _members(body: bytes, scheme: list[Ink], depth: int) -> Iterator[_Shape]:
    for one in inside(body):
        if one.kind == _SHAPE:
            yield _shape(one.body, scheme, depth == 0)
        elif one.kind == _GROUP and depth < 12:
            yield from _members(one.body, scheme, depth + 1)


def _shape(body: bytes, scheme: list[Ink], placed: bool) -> _Shape:
    at: _Box | None = None
    looks: dict[int, int] = {}
    text, flags = b"", 0
    for one in inside(body):
        if one.kind == _IS and len(one.body) >= 8:
            flags = struct.unpack_from("<I", one.body, 4)[0]
        elif one.kind == _PLACE and placed:
            at = _box(one.body)
        elif one.kind == _LOOKS:
            for n in range(min(one.instance, len(one.body) // 6)):
                name, value = struct.unpack_from("<HI", one.body, 6 * n)
                looks[name & 0x3FFF] = value
        elif one.kind == _TEXT:
            text = one.body
    return _Shape(at, _fill(looks, scheme), text, bool(flags & _BACKGROUND))


def _box(body: bytes) -> _Box | None:
    if len(body) == 8:
        top, left, right, bottom = struct.unpack("<4h", body)
    elif len(body) == 16:
        top, left, right, bottom = struct.unpack("<4i", body)
    else:
        return None
    return left, top, right, bottom


def _fill(looks: dict[int, int], scheme: list[Ink]) -> Ink | None:
    """The colour a shape says that it is filled with, None if it is clear or does not say."""
    if _PICTURE in looks:
        return _MANY
    filled = looks.get(_FILLED, 0)
    if filled & 0x100000 and not filled & 0x10:
        return None
    if looks.get(_KIND, 0):
        return _MANY
    value = looks.get(_FILL)
    if value is None:
        return None
    index, kind = value & 0xFF, value >> 24
    if kind & 0x08:
        return scheme[index] if index < len(scheme) else _MANY
    return (value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF) if not kind else _MANY


def _is_off(at: _Box, size: tuple[int, int]) -> bool:
    return all(size) and (at[0] >= size[0] or at[1] >= size[1] or at[2] <= 0 or at[3] <= 0)


def _covers(over: _Box, under: _Box) -> bool:
    wide, high = (under[2] - under[0]) // 10, (under[3] - under[1]) // 10
    return (
        over[0] <= under[0] + wide
        and over[1] <= under[1] + high
        and over[2] >= under[2] - wide
        and over[3] >= under[3] - high
    )


def _behind(at: _Box | None, below: list[_Shape]) -> Ink | None:
    """What lies behind the middle of a shape: the topmost fill there."""
    if at is None:
        return None
    x, y = (at[0] + at[2]) / 2, (at[1] + at[3]) / 2
    for one in reversed(below):
        if one.fill and one.at and one.at[0] <= x <= one.at[2] and one.at[1] <= y <= one.at[3]:
            return one.fill
    return None
