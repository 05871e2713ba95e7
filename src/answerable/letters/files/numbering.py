"""The numbers Word draws beside list paragraphs, which are not in the text itself.

Questions are told apart by these numbers, so they must be put back. ECMA-376 part 1, 17.9.
"""

import re
from collections import defaultdict
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVEL = re.compile(r"%([1-9])")


class Numbering:
    """Counts the lists of one document as its paragraphs go by, in order."""

    def __init__(
        self, root: etree._Element | None = None, styles: etree._Element | None = None
    ) -> None:
        self._formats: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = _style_numbers(styles) if styles is not None else {}
        if root is not None:
            self._load(root)

    def label(self, paragraph: etree._Element) -> str:
        """The label of a list paragraph ("2. ", "(b) ", "- "), or nothing."""
        number, level = self._place(paragraph)
        known = self._formats.get(number, {}).get(level)
        if known is None:
            return ""
        style, pattern, start = known
        if style in ("bullet", "none"):
            return "- " if style == "bullet" else ""
        counts = self._counts[number]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._spell(number, pattern) + " "

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and level a paragraph belongs to, by itself or by its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return _number(own)
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return self._styles.get(style, ("", 0))

    def _spell(self, number: str, pattern: str) -> str:
        counts, formats = self._counts[number], self._formats[number]

        def one(match: re.Match[str]) -> str:
            level = int(match.group(1)) - 1
            style, _, start = formats.get(level, ("decimal", "", 1))
            return _SPELL.get(style, str)(counts.get(level, start))

        return _LEVEL.sub(one, pattern)

    def _load(self, root: etree._Element) -> None:
        abstract = {
            element.get(f"{W}abstractNumId"): _levels(element)
            for element in root.iterfind(f"{W}abstractNum")
        }
        for element in root.iterfind(f"{W}num"):
            known = abstract.get(_value(element.find(f"{W}abstractNumId")))
            if known is not None:
                self._formats[element.get(f"{W}numId", "")] = known


def _levels(element: etree._Element) -> dict[int, tuple[str, str, int]]:
    levels = {}
    for level in element.iterfind(f"{W}lvl"):
        start = _value(level.find(f"{W}start")) or "1"
        depth = level.get(f"{W}ilvl", "0")
        levels[int(depth) if depth.isdigit() else 0] = (
            _value(level.find(f"{W}numFmt")) or "decimal",
            _value(level.find(f"{W}lvlText")),
            int(start) if start.isdigit() else 1,
        )
    return levels


def _style_numbers(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """Paragraph styles that number their paragraphs ("List Number")."""
    return {
        style.get(f"{W}styleId", ""): _number(place)
        for style in styles.iterfind(f"{W}style")
        if (place := style.find(f"{W}pPr/{W}numPr")) is not None
    }


def _number(place: etree._Element) -> tuple[str, int]:
    level = _value(place.find(f"{W}ilvl"))
    return _value(place.find(f"{W}numId")), int(level) if level.isdigit() else 0


def _value(element: etree._Element | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def letter(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """Lower-case Roman numerals, for numbers from 1."""
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Number formats by the names Word gives them.
_SPELL: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}
