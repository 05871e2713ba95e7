"""Cell styles that make a value unseen: ink on the same ground, ``;;;``, letters too small."""

import re
from typing import Any

from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local

_HEX = re.compile("[0-9A-F]{6}")
_NEAR = 24  # levels of red, green and blue together that nobody sees
_WHITE = {"FFFFFFFF", "00FFFFFF", "FFFFFF"}


def unseen_styles(root: Any, theme: tuple[str, ...] = ()) -> dict[int, str]:
    """Number of each cell style that hides its value, with the check that judges it.

    ``theme`` are the colours of the theme, if it is known, in the order of their numbers.
    """
    formats: dict[str, str] = {}
    fonts: list[tuple[str, float]] = []
    fills: list[str] = []
    found: dict[int, str] = {}
    for part in root:
        name = local(part)
        if name == "numFmts":
            formats = {attr(one, "numFmtId"): attr(one, "formatCode") for one in part}
        elif name == "fonts":
            fonts = [_font(one) for one in part]
        elif name == "fills":
            fills = [_fill(one) for one in part]
        elif name == "cellXfs":
            for index, one in enumerate(part):
                colour, size = _at(fonts, attr(one, "fontId"), ("", 11.0))
                ground = _at(fills, attr(one, "fillId"), "white")
                if _shows_nothing(formats.get(attr(one, "numFmtId"), "")):
                    found[index] = "hidden_format"
                elif _alike(colour, ground, theme):
                    found[index] = "white_text"
                elif size < 3:
                    found[index] = "tiny_text"
    return found


def _alike(ink: str, ground: str, theme: tuple[str, ...]) -> bool:
    """Whether nobody tells the ink from the ground: the same colour, or nearly."""
    if ink == ground:
        return bool(ink)
    pair = _levels(ink, theme), _levels(ground, theme)
    return all(pair) and sum(abs(a - b) for a, b in zip(*pair, strict=True)) <= _NEAR


def _levels(colour: str, theme: tuple[str, ...]) -> tuple[int, ...]:
    """Red, green and blue of a colour from 0 to 255; nothing if it is not known."""
    tint = 0.0
    if colour.startswith("theme"):
        number, _, shade = colour.removeprefix("theme").partition(":")
        known = number.isdigit() and int(number) < len(theme)
        colour, tint = (theme[int(number)], float(shade)) if known else ("", 0.0)
    colour = {"white": "FFFFFF", "black": "000000"}.get(colour, colour)
    if not _HEX.fullmatch(colour):
        return ()
    levels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return tuple(round(_tinted(level, tint)) for level in levels)


def _tinted(level: int, tint: float) -> float:
    return level * (1 + tint) if tint < 0 else level + (255 - level) * tint


def theme_colours(package: Package) -> tuple[str, ...]:
    """The colours of the theme of a workbook as cells number them: light before dark."""
    part = package.first("/theme1.xml")
    if not part:
        return ()
    found = []
    for one in (one for scheme in each(package.tree(part), "clrScheme") for one in scheme):
        colour = next(iter(one), one)
        found.append((attr(colour, "lastClr") or attr(colour, "val")).upper())
    return (found[1], found[0], found[3], found[2], *found[4:]) if len(found) > 3 else ()


def _shows_nothing(code: str) -> bool:
    return code.replace('"', "").strip() in (";;;", ";;")


def _ground(fill: Any) -> str:
    """The ground of a conditional style, which names it as the back of a pattern as a rule."""
    colours = [
        _colour(one)
        for pattern in fill
        if local(pattern) == "patternFill"
        for one in pattern
        if local(one) == "bgColor"
    ]
    return colours[0] if colours else _fill(fill)


def _at(things: list[Any], number: str, otherwise: Any) -> Any:
    return things[int(number)] if number.isdigit() and int(number) < len(things) else otherwise


def _font(font: Any) -> tuple[str, float]:
    colour, size = "black", 11.0
    for one in font:
        if local(one) == "color":
            colour = _colour(one)
        elif local(one) == "sz":
            size = float(attr(one, "val") or 11)
    return colour, size


def _fill(fill: Any) -> str:
    for pattern in fill:
        if local(pattern) != "patternFill":
            return "other"
        if attr(pattern, "patternType") in ("none", ""):
            return "white"
        for one in pattern:
            if local(one) == "fgColor":
                return _colour(one)
    return "other"


def _colour(one: Any) -> str:
    rgb = attr(one, "rgb").upper()
    tint = float(attr(one, "tint") or 0)
    if rgb:
        return "white" if rgb in _WHITE else ("black" if rgb.endswith("000000") else rgb[-6:])
    if attr(one, "theme"):
        if attr(one, "theme") == "0" and tint > -0.04:
            return "white"
        return f"theme{attr(one, 'theme')}:{tint:.2f}"
    if attr(one, "indexed"):
        return {
            "9": "white",
            "1": "white",
            "8": "black",
            "0": "black",
            "64": "black",
            "65": "white",
        }.get(attr(one, "indexed"), "i" + attr(one, "indexed"))
    return "black"


def pale_rules(root: Any) -> frozenset[int]:
    """Conditional styles that hide a value: white ink, ink of the ground's colour, or ``;;;``."""
    found = set()
    for part in (one for one in root if local(one) == "dxfs"):
        for index, one in enumerate(part):
            parts = {local(x): x for x in one}
            font, fill, form = (parts.get(name) for name in ("font", "fill", "numFmt"))
            ink = _font(font)[0] if font is not None else ""
            ground = "white" if fill is None else _ground(fill)
            hides = form is not None and _shows_nothing(attr(form, "formatCode"))
            if (ink and ink == ground) or hides:
                found.add(index)
    return frozenset(found)
