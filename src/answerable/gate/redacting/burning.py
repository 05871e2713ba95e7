"""Marks burnt into a picture: black, with the provision in white."""

import math
from dataclasses import dataclass
from typing import Any

from answerable.gate.redacting.wanted import Box

_LEAST, _MOST = 8, 18  # height of a label in dots
_FRAME = (176, 0, 32)


@dataclass
class Mark:
    """A mark in points (in dots on a picture), and where its label stands, if it fits."""

    box: Box
    text: str
    label: Box | None = None


class Canvas:
    """The picture of a page of ``size`` points."""

    def __init__(self, picture: Any, size: tuple[float, float]) -> None:
        """Burn into ``picture`` itself."""
        self.picture, self.size = picture, size
        self.across, self.down = picture.width / size[0], picture.height / size[1]

    def dots(self, box: Box) -> tuple[int, int, int, int]:
        """The window of a box: every dot that it touches, inside the picture."""
        return (
            min(max(math.floor(box[0] * self.across + 1e-6), 0), self.picture.width),
            min(max(math.floor(box[1] * self.down + 1e-6), 0), self.picture.height),
            max(min(math.ceil(box[2] * self.across - 1e-6), self.picture.width), 0),
            max(min(math.ceil(box[3] * self.down - 1e-6), self.picture.height), 0),
        )

    def to_its_ink(self, box: Box) -> Box:
        """The box of a letter, wider to the side and higher as far as its own ink goes.

        Boxes that fonts give are off by a dot or two; where ink goes on beyond three it is
        another letter's, and the box stays.
        """
        left, top, right, bottom = self.dots(box)
        if right <= left or bottom <= top:
            return box
        grey = self.picture.crop((left - 4, top - 4, right + 4, bottom + 4)).convert("L")
        wide, high = grey.size
        low, light = grey.getextrema()
        ink = light - max((light - low) // 6, 8)

        def blank(strip: tuple[int, int, int, int]) -> bool:
            return bool(grey.crop(strip).getextrema()[0] >= ink)

        def out(strips: list[tuple[int, int, int, int]]) -> int:
            return next((at for at, strip in enumerate(strips) if blank(strip)), 1)

        west = out([(3 - n, 4, 4 - n, high - 4) for n in range(4)])
        east = out([(wide - 4 + n, 4, wide - 3 + n, high - 4) for n in range(4)])
        north = out([(4, 3 - n, wide - 4, 4 - n) for n in range(4)])
        south = out([(4, high - 4 + n, wide - 4, high - 3 + n) for n in range(4)])
        return (
            (left - west) / self.across,
            (top - north) / self.down,
            (right + east) / self.across,
            (bottom + south) / self.down,
        )

    def burn(self, mark: Mark) -> Mark:
        """Black from edge to edge, and the provision as large as it fits."""
        from PIL import ImageDraw

        window = self.dots(mark.box)
        if window[2] <= window[0] or window[3] <= window[1]:
            return mark
        self.picture.paste(_ink(self.picture, (0, 0, 0)), window)
        pen = ImageDraw.Draw(self.picture)
        wide, high = window[2] - window[0], window[3] - window[1]
        font, span = _fitting(pen, mark.text, wide - 6, high - 3)
        if font is None:
            return mark
        middle = (window[1] + window[3]) / 2
        ink = _ink(self.picture, (255, 255, 255))
        pen.text((window[0] + 3, middle), mark.text, fill=ink, font=font, anchor="lm")
        half = min(font.size * 0.75, high / 2)
        mark.label = (
            (window[0] + 2) / self.across,
            (middle - half) / self.down,
            (window[0] + 5 + span) / self.across,
            (middle + half) / self.down,
        )
        return mark

    def frame(self, box: Box, text: str) -> None:
        """A frame that shows what others do not get, with its provision above or in it."""
        from PIL import ImageDraw

        left, top, right, bottom = self.dots(box)
        pen = ImageDraw.Draw(self.picture)
        ink = _ink(self.picture, _FRAME)
        pen.rectangle((left - 2, top - 2, right + 1, bottom + 1), outline=ink, width=2)
        font, span = _fitting(pen, text, self.picture.width, 12)
        if font is None:
            return
        x, y = min(left, self.picture.width - int(span) - 2), max(top - 12, 6)
        pen.rectangle((x - 1, y - 6, x + span + 1, y + 7), fill=_ink(self.picture, (255,) * 3))
        pen.text((x, y), text, fill=ink, font=font, anchor="lm")

    def ground(self, window: tuple[int, int, int, int]) -> Any:
        """The colour that most of a window has."""
        strip = self.picture.crop(window)
        return max(strip.getcolors(strip.width * strip.height))[1]


def _fitting(pen: Any, text: str, wide: float, high: float) -> tuple[Any, float]:
    from PIL import ImageFont

    if not text:
        return None, 0.0
    for size in range(int(min(high, _MOST)), _LEAST - 1, -1):
        font = ImageFont.load_default(size=size)
        span = pen.textlength(text, font=font)
        if span <= wide:
            return font, span
    return None, 0.0


def _ink(picture: Any, colour: tuple[int, ...]) -> Any:
    """A colour as the picture holds it."""
    if picture.mode == "L":
        return round(0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2])
    return (*colour, 255) if picture.mode == "RGBA" else tuple(colour)
