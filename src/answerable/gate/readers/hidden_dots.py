"""Dots of a picture that are wholly see-through and keep a picture of their own."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.spans import Span, hidden

_EDGE = 5  # dots beside what is seen are left out: programs smooth the colour there
_STEP = 40  # levels between neighbours that make a line
_LEAST, _SHARE = 200, 0.002  # dots on lines that make a picture, and of all that are see-through


def hidden_dots(picture: Any) -> Iterator[Span]:
    """A span if the see-through part of an open picture has lines in its colours."""
    if not _see_through(picture):
        return
    from PIL import ImageFilter

    dots = picture.convert("RGBA")
    clear = dots.getchannel("A").point(lambda value: 0 if value else 255)
    if clear.histogram()[255] < _LEAST:
        return
    inside = clear.filter(ImageFilter.MinFilter(_EDGE))
    count = inside.histogram()[255]
    lined = sum(_lines(dots.convert("RGB")).histogram(mask=inside)[_STEP:])
    if lined >= max(_LEAST, _SHARE * count):
        yield hidden(
            "hidden_dots",
            f"{count:,} dots that are wholly see-through keep a picture of their own",
            "see-through part of the picture",
        )


def _see_through(picture: Any) -> bool:
    return picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or (
        picture.mode == "P" and isinstance(picture.info.get("transparency"), bytes)
    )


def _lines(colours: Any) -> Any:
    """How far each dot is from the darkest to the lightest of its neighbours, in any colour."""
    from PIL import ImageChops, ImageFilter

    most = ImageChops.difference(
        colours.filter(ImageFilter.MaxFilter(3)), colours.filter(ImageFilter.MinFilter(3))
    )
    red, green, blue = most.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
