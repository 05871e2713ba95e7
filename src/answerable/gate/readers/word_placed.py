"""Shapes of a Word document that lie off the page."""

import re
from typing import Any

from answerable.gate.readers.trees import attr, each, local

_POINT, _INCH = 12_700, 914_400
_PAGE_WIDE, _PAGE_HIGH, _MARGIN = 17 * _INCH, 24 * _INCH, 2 * _INCH  # the largest there are
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px)?$")
_UNITS = {"pt": _POINT, "in": _INCH, "cm": 360_000, "mm": 36_000, "px": 9_525, None: 9_525}


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
    return int(text) if re.fullmatch(r"-?[0-9]{1,12}", text) else 0


def _style(shape: Any) -> dict[str, str]:
    pairs = (one.partition(":") for one in attr(shape, "style").split(";"))
    return {key.strip().lower(): value.strip().lower() for key, _, value in pairs}


def _length(text: str) -> int | None:
    found = _LENGTH.match(text)
    return int(float(found.group(1)) * _UNITS[found.group(2)]) if found else None
