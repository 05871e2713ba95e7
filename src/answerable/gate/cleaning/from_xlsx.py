"""The visible cells of an Excel workbook, read by the same reader that judges it."""

import re
from typing import Any

from answerable.gate.cleaning.grids import Cell, Sheet, squeezed
from answerable.gate.cleaning.shown import format_code, shown
from answerable.gate.readers.parts import Package
from answerable.gate.readers.sheet import Kept, Look, Value, rows
from answerable.gate.readers.styles import pale_rules, unseen_styles
from answerable.gate.readers.trees import attr, each, local
from answerable.gate.readers.workbook import shared_strings, sheet_link

_REF = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
_Area = tuple[int, int, int, int]  # first row, first column, last row, last column


def sheets(package: Package) -> list[Sheet]:
    """Every visible sheet, without hidden rows and columns and cells that nobody sees.

    Raises:
        HeldError, TooMuchError: as for inspecting.
    """
    root = package.tree(package.main)
    strings = shared_strings(package)
    part = package.first("/styles.xml")
    styles = package.tree(part) if part else None
    unseen = unseen_styles(styles) if styles is not None else {}
    pale = pale_rules(styles) if styles is not None else frozenset()
    codes = _codes(styles) if styles is not None else []
    since_1904 = any(attr(one, "date1904") in ("1", "true") for one in each(root, "workbookPr"))
    links = package.links(package.main)
    found: list[Sheet] = []
    for one in each(root, "sheet"):
        target = links.get(sheet_link(one), "")
        if attr(one, "state") in ("hidden", "veryHidden") or target not in package.archive.names:
            continue
        kept = Kept()
        look = Look(strings, bytearray(len(strings)), unseen, pale=pale, kept=kept)
        with package.archive.stream(target) as stream:
            for _ in rows(stream, look):
                pass
        areas = [area for scope in kept.pale for area in _areas(scope)]
        areas += _covered(package, target)
        made = [
            (
                number,
                {
                    value[0]: _cell(value, codes, since_1904)
                    for value in cells
                    if not any(_within(number, value[0], area) for area in areas)
                },
            )
            for number, cells in kept.rows
        ]
        used = {column for _, cells in made for column in cells}
        shut = set(range(1, max(used, default=0))) - used
        found.append(squeezed(attr(one, "name"), made, shut))
    return found


def _cell(value: Value, codes: list[str], since_1904: bool) -> Cell:
    _, text, style, kind = value
    if kind == "b":
        return Cell("TRUE" if text == "1" else "FALSE")
    if kind in ("n", ""):
        return shown(text, codes[style] if style < len(codes) else "", since_1904)
    return Cell(text)


def _codes(styles: Any) -> list[str]:
    own: dict[str, str] = {}
    found: list[str] = []
    for part in styles:
        if local(part) == "numFmts":
            own = {attr(one, "numFmtId"): attr(one, "formatCode") for one in part}
        elif local(part) == "cellXfs":
            found = [format_code(attr(one, "numFmtId"), own) for one in part]
    return found


def _column(letters: str) -> int:
    value = 0
    for character in letters:
        value = value * 26 + ord(character) - 64
    return value


def _areas(scope: str) -> list[_Area]:
    return [
        (int(low), _column(left), int(high or low), _column(right or left))
        for left, low, right, high in _REF.findall(scope)
    ]


def _covered(package: Package, part: str) -> list[_Area]:
    """Cells below a filled shape without words."""
    found: list[_Area] = []
    for drawing in package.links(part).values():
        if "/drawings/" not in drawing or not drawing.endswith(".xml"):
            continue
        if drawing not in package.archive.names:
            continue
        for anchor in each(package.tree(drawing), "twoCellAnchor"):
            filled = any(
                local(fill) == "solidFill" for props in each(anchor, "spPr") for fill in props
            )
            if filled and not any(t.text for t in each(anchor, "t")):
                at = [int(one.text or 0) for one in each(anchor, "row", "col")]
                if len(at) == 4:
                    found.append((at[1] + 1, at[0] + 1, at[3] + 1, at[2] + 1))
    return found


def _within(row: int, column: int, area: _Area) -> bool:
    return area[0] <= row <= area[2] and area[1] <= column <= area[3]
