"""Whether words in a colour can be read on white. WCAG 2.2, success criterion 1.4.3."""

import re

LEAST = 4.5
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """The relative luminance of "#1d4f76", 0 for black to 1 for white."""
    red, green, blue = (_channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_with_white(colour: str) -> float:
    """From 1 (white) to 21 (black)."""
    return 1.05 / (luminance(colour) + 0.05)


def is_colour(text: str) -> bool:
    """Whether ``text`` is a colour as "#1d4f76", and nothing else."""
    return _COLOUR.fullmatch(text) is not None
