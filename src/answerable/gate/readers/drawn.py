"""The fill of shapes as Office before 2007, and rich text, tell of it."""

from collections.abc import Callable

from answerable.gate.readers.inks import WHITE, Ink

_SOME: Ink = (128, 128, 128)  # a shading, a pattern or a colour of a scheme
_LINES = frozenset((19, 20, *range(32, 41), *range(85, 89), *range(136, 176), *range(185, 189)))
_SEEN_THROUGH = 0.9 * 65536


def fill_of(look: Callable[[str], int | None]) -> Ink | None:
    """The colour a shape is filled with by its properties, None if words are seen through it.

    ``look`` gives a property by its name in rich text, None if it is not said.
    """
    if (look("shapeType") or 0) in _LINES or look("fFilled") == 0:
        return None
    clear = look("fillOpacity")
    if clear is not None and clear < _SEEN_THROUGH:
        return None
    value = look("fillColor")
    if look("fillType"):
        return _SOME
    if value is None:
        return WHITE
    value &= 0xFFFFFFFF
    if value >> 24:
        return _SOME
    return value & 255, value >> 8 & 255, value >> 16 & 255
