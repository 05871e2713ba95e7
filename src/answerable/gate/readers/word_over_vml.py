"""Boxes and pictures in front of the text as Word drew them before 2010."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from answerable.gate.readers.inks import BLACK, WHITE, Ink, ink
from answerable.gate.readers.over_words import Box
from answerable.gate.readers.trees import attr, each, local, words

_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|in|cm|mm|px)?$")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, None: 0.75}
_NAMED = {"black": BLACK, "white": WHITE, "#000": BLACK, "#fff": WHITE}
_SOME: Ink = (128, 128, 128)
_SEEN_THROUGH = 0.9


def drawn_before_2010(pict: Any, opaque: Callable[[str], bool]) -> Iterator[Box]:
    """The filled boxes and opaque pictures below a drawing, as if it hung on line 0."""
    for shape in each(pict, "rect", "shape", "roundrect", "oval"):
        group = shape.getparent() if local(shape.getparent()) == "group" else None
        holder = shape if group is None else group
        look = _style(holder)
        if look.get("position") != "absolute" or look.get("z-index", "0").startswith("-"):
            continue
        if any(attr(x, "type") not in ("", "none") for x in holder if local(x) == "wrap"):
            continue
        pictures = [attr(x, "id") for x in each(shape, "imagedata")]
        fill = None if pictures else _fill(shape)
        if (fill is None and not any(map(opaque, pictures))) or each(shape, "textpath"):
            continue
        at = _place(look)
        if group is not None:
            at = _in_group(at, group, _style(shape))
        across, down = (
            look.get(f"mso-position-{way}-relative") == "page" for way in ("horizontal", "vertical")
        )
        yield Box(0, *at, (across, down), 0, fill, words(shape, "t"))


_At = tuple[float, float, float, float]


def _place(look: dict[str, str]) -> _At:
    left, top, wide, high = (
        _length(look.get(key, "")) for key in ("margin-left", "margin-top", "width", "height")
    )
    return left, top, wide, high


def _in_group(at: _At, group: Any, look: dict[str, str]) -> _At:
    """Where a shape of a group lies, which it says in the measure of the group."""
    size, origin = (_pair(attr(group, name)) for name in ("coordsize", "coordorigin"))
    wide, high = at[2] / (size[0] or 1000.0), at[3] / (size[1] or 1000.0)
    left, top, width, height = (_units(look.get(x, "")) for x in ("left", "top", "width", "height"))
    return (
        at[0] + (left - origin[0]) * wide, at[1] + (top - origin[1]) * high,
        width * wide, height * high,
    )  # fmt: skip


def _pair(text: str) -> tuple[float, float]:
    one, _, other = text.partition(",")
    return _units(one), _units(other)


def _units(text: str) -> float:
    found = _LENGTH.match(text.strip())
    return float(found.group(1)) if found and not found.group(2) else 0.0


def _fill(shape: Any) -> Ink | None:
    if attr(shape, "filled") in ("f", "false", "0"):
        return None
    for one in (x for x in shape if local(x) == "fill"):
        clear = attr(one, "opacity")
        share = float(clear[:-1]) / 65536 if re.fullmatch(r"\d+f", clear) else None
        if share is None and re.fullmatch(r"\d*\.?\d+", clear):
            share = float(clear)
        if share is not None and share < _SEEN_THROUGH:
            return None
    colour = attr(shape, "fillcolor").split(" ")[0].lower()
    return (_NAMED.get(colour) or ink(colour) or _SOME) if colour else WHITE


def _style(shape: Any) -> dict[str, str]:
    pairs = (one.partition(":") for one in attr(shape, "style").split(";"))
    return {key.strip().lower(): value.strip().lower() for key, _, value in pairs}


def _length(text: str) -> float:
    found = _LENGTH.match(text)
    return float(found.group(1)) * _POINTS[found.group(2)] if found else 0.0
