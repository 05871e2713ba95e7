"""Cell styles that make a value unseen: ink on the same ground, ``;;;``, letters too small."""

from typing import Any

from answerable.gate.readers.trees import attr, local

_WHITE = {"FFFFFFFF", "00FFFFFF", "FFFFFF"}


def unseen_styles(root: Any) -> dict[int, str]:
    """Number of each cell style that hides its value, with the check that judges it."""
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
                elif colour and colour == ground:
                    found[index] = "white_text"
                elif size < 3:
                    found[index] = "tiny_text"
    return found


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
        return f"theme{attr(one, 'theme')}{tint:.2f}"
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
