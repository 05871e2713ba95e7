"""Shapes of a Word document by where they are put: off the page, or laid over the words."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.spans import Span, Visibility

_POINT, _INCH = 12_700, 914_400
_PAGE_WIDE, _PAGE_HIGH, _MARGIN = 17 * _INCH, 24 * _INCH, 2 * _INCH  # the largest there are
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?$")
_UNITS = {"pt": _POINT, "in": _INCH, "cm": 360_000, "mm": 36_000, "px": 9_525, None: 9_525}
_DARK = 0x60  # levels of red, green and blue up to which a fill hides what is under it
_TALL, _WIDE = 8 * _POINT, 20 * _POINT  # a word
_DESIGN = 4 * _INCH  # what is taller is the ground of a cover


def off_page(root: Any) -> list[Any]:
    """Shapes that lie wholly beside the paper."""
    found = []
    for shape in each(root, "anchor"):
        across, down = (_offset(shape, f"position{way}") for way in "HV")
        size = next(iter(each(shape, "extent")), shape)
        if _off(across, down, _number(attr(size, "cx")), _number(attr(size, "cy"))):
            found.append(shape)
    for shape in each(root, "shape", "rect", "roundrect"):
        style = _style(shape)
        if style.get("position") == "absolute":
            at = [_length(style.get(key, "")) for key in ("margin-left", "margin-top")]
            size = [_length(style.get(key, "")) for key in ("width", "height")]
            if _off(at[0], at[1], size[0] or 0, size[1] or 0):
                found.append(shape)
    return found


def laid_over(root: Any, where: str) -> Iterator[Span]:
    """Dark boxes without words in front of the text, where words stand in the same place."""
    for shape in each(root, "anchor"):
        in_front = attr(shape, "behindDoc") not in ("1", "true") and each(shape, "wrapNone")
        size = next(iter(each(shape, "extent")), shape)
        fill = next(
            (c for p in each(shape, "spPr") for f in p if local(f) == "solidFill" for c in f), None
        )
        if in_front and fill is not None and _dark(attr(fill, "val"), local(fill)):
            yield from _box(shape, _number(attr(size, "cx")), _number(attr(size, "cy")), where)
    for shape in each(root, "rect", "shape", "roundrect"):
        style = _style(shape)
        behind = style.get("position") != "absolute" or style.get("z-index", "0").startswith("-")
        if not behind and _dark(attr(shape, "fillcolor"), "name"):
            wide, high = (_length(style.get(key, "")) or 0 for key in ("width", "height"))
            yield from _box(shape, wide, high, where)


def _box(shape: Any, wide: int, high: int, where: str) -> Iterator[Span]:
    """A box of the size of words, told with those that it was laid over, if there are any."""
    if wide < _WIDE or not _TALL <= high <= _DESIGN or words(shape, "t"):
        return
    above = shape.getparent()
    while above is not None and local(above) != "p":
        above = above.getparent()
    if above is None:
        return
    near = [above, above.getprevious(), above.getnext()]
    said = next((text for one in near if one is not None and (text := words(one, "t"))), "")
    if said:
        place = f"{where}, under a box drawn over the words"
        yield Span("text_under_box", said, place, Visibility.COVERED)


def _off(across: int | None, down: int | None, wide: int, high: int) -> bool:
    left = across is not None and (across + wide < -_MARGIN or across > _PAGE_WIDE)
    return left or (down is not None and (down + high < -_MARGIN or down > _PAGE_HIGH))


def _offset(anchor: Any, name: str) -> int | None:
    for one in (x for position in each(anchor, name) for x in position):
        if local(one) == "posOffset":
            return _number(one.text or "")
    return None


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.lstrip("-").isdigit() else 0


def _style(shape: Any) -> dict[str, str]:
    pairs = (one.partition(":") for one in attr(shape, "style").split(";"))
    return {key.strip().lower(): value.strip().lower() for key, _, value in pairs}


def _length(text: str) -> int | None:
    found = _LENGTH.match(text)
    return int(float(found.group(1)) * _UNITS[found.group(2)]) if found else None


def _dark(colour: str, kind: str) -> bool:
    colour = colour.strip("#").split(" ")[0].lower()
    if kind == "schemeClr":
        return colour in ("tx1", "dk1")
    if colour in ("black", "000"):
        return True
    levels = re.fullmatch(r"[0-9a-f]{6}", colour)
    return bool(levels) and all(int(colour[at : at + 2], 16) <= _DARK for at in (0, 2, 4))
