"""Lengths and places in OpenDocument files, in centimetres."""

import re
from typing import Any

from answerable.gate.readers.trees import attr

_LENGTH = re.compile(r"(-?\d*\.?\d+)(cm|in|mm|pt|pc|px)?$")
_CM = {"cm": 1.0, "in": 2.54, "mm": 0.1, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_MOVED = re.compile(r"translate\s*\(\s*(\S+?)[\s,]+(\S+?)\s*\)")
Box = tuple[float, float, float, float]  # left, top, width, height


def length(text: str) -> float | None:
    """A length in centimetres, None if there is none."""
    found = _LENGTH.match(text.strip())
    return float(found.group(1)) * _CM[found.group(2) or "pt"] if found else None


def box(shape: Any) -> Box | None:
    """Where a shape lies, None if it does not say."""
    x, y = attr(shape, "x"), attr(shape, "y")
    moved = _MOVED.search(attr(shape, "transform"))
    if moved and not x:
        x, y = moved.groups()
    left, top = length(x), length(y)
    if left is None or top is None:
        return None
    return left, top, length(attr(shape, "width")) or 0.0, length(attr(shape, "height")) or 0.0
