"""Colours of letters and of what is under them, and when nobody can tell the two apart."""

import re

Ink = tuple[int, int, int]
WHITE: Ink = (255, 255, 255)
BLACK: Ink = (0, 0, 0)
SMALLEST = 3.0  # points; smaller letters nobody reads
_NEAR = 12  # of 255, in each of the three
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


def ink(text: str) -> Ink | None:
    """The colour that six hexadecimal digits stand for, None for words such as "transparent"."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    value = int(found.group(1), 16)
    return (value >> 16, value >> 8 & 255, value & 255)


def alike(one: Ink | None, other: Ink | None) -> bool:
    """Whether letters of one colour on the other cannot be seen; what is not known differs."""
    if one is None or other is None:
        return False
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def carrier(letters: Ink | None, ground: Ink | None, size: float) -> str:
    """The check that judges words of this look, "" if they can be read; size 0 is not known."""
    if alike(letters, ground):
        return "text_under_box" if ground is not None and max(ground) < 64 else "white_text"
    return "tiny_text" if 0 < size < SMALLEST else ""
