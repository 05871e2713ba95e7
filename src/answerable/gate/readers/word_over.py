"""Boxes and pictures that lie over the words of a Word document."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.inks import BLACK, WHITE, Ink, ink
from answerable.gate.readers.opaque import hides_all
from answerable.gate.readers.over_words import Box, Line, Paper, covered
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local, squash
from answerable.gate.readers.word_over_vml import drawn_before_2010
from answerable.gate.readers.word_spaces import Spaces
from answerable.gate.spans import Span, Visibility

_EMU = 12_700  # of a point
_TWIPS = 20
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_SEEN_THROUGH = 90_000  # of 100,000: a fill of less lets the words through
_ASIDE = frozenset(("txbxContent", "Fallback", "drawing", "pict", "object", "del", "moveFrom"))
_OF_PAPER = ("page", "leftMargin", "topMargin", "insideMargin", "outsideMargin")
_HOLLOW = frozenset(
    ("line", "frame", "donut", "noSmoking", "blockArc", "bracketPair", "bracePair", "leftBracket",
     "rightBracket", "leftBrace", "rightBrace")
)  # fmt: skip
_SOME: Ink = (128, 128, 128)  # a colour of the theme, a shading or a pattern
_THEME = {"tx1": BLACK, "dk1": BLACK, "bg1": WHITE, "lt1": WHITE}


def laid_over(root: Any, package: Package) -> Iterator[Span]:
    """Spans of the words that a box in front of the text of ``root`` lies over."""
    anchors = [one for one in each(root, "anchor") if _is_in_front(one)]
    old = [one for one in each(root, "pict") if not _is_within(one, "Fallback")]
    if not anchors and not old:
        return
    holders = [one for one in root.iter() if _is_line(one)]
    numbers = {one: at for at, one in enumerate(holders)}
    spaces, paper = Spaces(package), _paper(root)
    links = package.links(package.main)

    def opaque(link: str) -> bool:
        part = links.get(link, "")
        return part in package.archive.names and hides_all(package.archive.read(part))

    boxes: list[Box] = []
    for one in (*anchors, *old):
        line = next((numbers[x] for x in one.iterancestors() if x in numbers), None)
        if line is not None:
            made = _boxes(one, paper, opaque) if one in anchors else drawn_before_2010(one, opaque)
            boxes += [box._replace(line=line) for box in made]
    for words in dict.fromkeys(covered(boxes, [_line(x, spaces) for x in holders], paper)):
        place = "the text, under a box drawn over the words"
        yield Span("text_under_box", words, place, Visibility.COVERED)


def _is_in_front(anchor: Any) -> bool:
    behind = attr(anchor, "behindDoc") in ("1", "true")
    return not behind and bool(each(anchor, "wrapNone")) and not _is_within(anchor, "Fallback")


def _is_within(one: Any, *names: str) -> bool:
    return any(local(above) in names for above in one.iterancestors())


def _is_line(one: Any) -> bool:
    """Whether an element is a paragraph or a row of the text itself."""
    if local(one) not in ("p", "tr") or "wordprocessingml" not in one.tag:
        return False
    return not _is_within(one, "tr", "txbxContent", "Fallback")


def _line(one: Any, spaces: Spaces) -> Line:
    first = one if local(one) == "p" else next(iter(each(one, "p")), one)
    props = next((x for x in first if local(x) == "pPr"), None)
    space = spaces.of(props)
    sizes = [_number(attr(x, "val"), 0) / 2 for x in each(one, "sz") if not _is_within(x, "pPr")]
    size = max(sizes, default=0) or space.size
    breaks = props is not None and any(
        attr(x, "val") not in ("0", "false") for x in each(props, "pageBreakBefore")
    )
    breaks = breaks or any(attr(x, "type") == "page" for x in each(one, "br"))
    breaks = breaks or bool(each(one, "lastRenderedPageBreak")) or _after_section(one)
    anywhere = local(one) == "tr" or space.side in ("center", "right", "end")
    said = squash("".join(_letters(one)))
    return Line(said, size, space.before, space.after, anywhere, breaks, space.lead(size))


def _after_section(one: Any) -> bool:
    """Whether the paragraph before ends a section, and the next begins on a new page."""
    before = one.getprevious()
    ends = each(before, "sectPr") if before is not None and local(before) == "p" else []
    return any("continuous" not in [attr(x, "val") for x in each(end, "type")] for end in ends)


def _letters(holder: Any) -> Iterator[str]:
    for one in holder:
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name and name not in _ASIDE:
            yield from _letters(one)
            if name == "p":
                yield " "


def _paper(root: Any) -> Paper:
    size, margin = (next(iter(each(root, name)[-1:]), None) for name in ("pgSz", "pgMar"))
    if size is None or margin is None:
        return Paper()
    left, right, top, bottom = (
        _number(attr(margin, side), 1440) / _TWIPS for side in ("left", "right", "top", "bottom")
    )
    wide = _number(attr(size, "w"), 11906) / _TWIPS - left - right
    high = _number(attr(size, "h"), 16838) / _TWIPS - abs(top) - abs(bottom)
    return Paper(wide, high, left, abs(top)) if wide > 0 and high > 0 else Paper()


def _boxes(anchor: Any, paper: Paper, opaque: Any) -> Iterator[Box]:
    """The filled boxes and opaque pictures of an anchor; those of a group each by itself."""
    size = next((x for x in anchor if local(x) == "extent"), anchor)
    wide, high = (_number(attr(size, name), 0) / _EMU for name in ("cx", "cy"))
    across, left = _position(anchor, "positionH", paper.wide - wide)
    down, top = _position(anchor, "positionV", 0.0)
    if down == "margin":
        top += paper.top
    edge = across in _OF_PAPER, down in (*_OF_PAPER, "margin")
    group = next(iter(each(anchor, "wgp")), None)
    for shape in each(anchor, "wsp", "pic"):
        picture = local(shape) == "pic"
        fill = None if picture else fill_of_shape(shape)
        seen = not picture and fill is None
        if seen or (picture and not any(opaque(attr(x, "embed")) for x in each(shape, "blip"))):
            continue
        label = squash(" ".join("".join(_letters(x)) for x in each(shape, "txbxContent")))
        at = left, top, wide, high
        if group is not None:
            at = _in_group(group, shape, at)
        yield Box(0, *at, edge, 0, fill, label)


def _position(anchor: Any, name: str, room: float) -> tuple[str, float]:
    """What a place is measured from, and how far it is from there."""
    for one in each(anchor, name):
        for said in one:
            if local(said) == "posOffset":
                return attr(one, "relativeFrom"), _number(said.text or "", 0) / _EMU
            if local(said) == "align":
                share = {"center": 0.5, "right": 1.0}.get(said.text or "", 0.0)
                return attr(one, "relativeFrom").replace("page", "margin"), room * share
    return "", 0.0


_At = tuple[float, float, float, float]


def _in_group(group: Any, shape: Any, at: _At) -> _At:
    """Where a shape of a group lies, by the group's own measure."""
    frame = next((x for p in group if local(p) == "grpSpPr" for x in each(p, "xfrm")), None)
    own = next((x for p in each(shape, "spPr") for x in each(p, "xfrm")), None)
    if frame is None or own is None:
        return at
    said = {local(x): x for x in frame}
    mine = {local(x): x for x in own}
    if not {"chOff", "chExt"} <= said.keys() or not {"off", "ext"} <= mine.keys():
        return at
    wide = at[2] / max(_number(attr(said["chExt"], "cx"), 1), 1)
    high = at[3] / max(_number(attr(said["chExt"], "cy"), 1), 1)
    return (
        at[0] + (_number(attr(mine["off"], "x"), 0) - _number(attr(said["chOff"], "x"), 0)) * wide,
        at[1] + (_number(attr(mine["off"], "y"), 0) - _number(attr(said["chOff"], "y"), 0)) * high,
        _number(attr(mine["ext"], "cx"), 0) * wide,
        _number(attr(mine["ext"], "cy"), 0) * high,
    )


def fill_of_shape(shape: Any) -> Ink | None:
    """The colour that a shape is filled with, None if words are seen through it."""
    for props in each(shape, "spPr")[:1]:
        kind = next((attr(x, "prst") for x in props if local(x) == "prstGeom"), "")
        if kind in _HOLLOW or "onnector" in kind:
            return None
        for one in props:
            if local(one) == "noFill":
                return None
            if local(one) in ("gradFill", "pattFill", "blipFill"):
                return _SOME
            if local(one) == "solidFill":
                return next((_colour(x) for x in one), None)
    styled = any(attr(x, "idx") not in ("", "0") for x in each(shape, "fillRef"))
    return _SOME if styled else None


def _colour(said: Any) -> Ink | None:
    clear = next((_number(attr(x, "val"), 0) for x in said if local(x) == "alpha"), None)
    if clear is not None and clear < _SEEN_THROUGH:
        return None
    changed = any(local(x) in ("lumMod", "lumOff", "tint", "shade") for x in said)
    if local(said) == "schemeClr":
        return _SOME if changed else _THEME.get(attr(said, "val"), _SOME)
    if local(said) == "sysClr":
        return ink(attr(said, "lastClr")) or _SOME
    return ink(attr(said, "val")) or {"black": BLACK, "white": WHITE}.get(attr(said, "val"), _SOME)


def _number(text: str, otherwise: float) -> float:
    text = text.strip()
    return float(text) if _WHOLE.fullmatch(text) else otherwise
