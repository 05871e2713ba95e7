"""The visible cells of an Excel workbook, read by the same reader that judges it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from answerable.gate.cleaning.grids import Cell, Numbered, Sheet, Source, Squeezed, Survey
from answerable.gate.cleaning.shown import format_code, shown
from answerable.gate.readers.parts import Package
from answerable.gate.readers.sheet import Kept, Look, Value, kept_rows
from answerable.gate.readers.sheet_apart import apart
from answerable.gate.readers.styles import pale_rules, theme_colours, unseen_styles
from answerable.gate.readers.trees import attr, each, local
from answerable.gate.readers.workbook import shared_strings, sheet_link

_REF = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
_MOST_KNOWN = 20_000
_Area = tuple[int, int, int, int]  # first row, first column, last row, last column


def sheets(package: Package) -> list[Sheet]:
    """Every visible sheet, without hidden rows and columns and cells that nobody sees.

    Raises:
        HeldError, TooMuchError: as for inspecting; also while the rows are gone through.
    """
    root = package.tree(package.main)
    part = package.first("/styles.xml")
    styles = package.tree(part) if part else ()
    strings = shared_strings(package)
    unseen = unseen_styles(styles, theme_colours(package))
    look = Look(strings, bytearray(len(strings)), unseen, pale=pale_rules(styles))
    since_1904 = any(attr(one, "date1904") in ("1", "true") for one in each(root, "workbookPr"))
    cells = _Cells(_codes(styles), since_1904)
    links = package.links(package.main)
    found: list[Sheet] = []
    for one in each(root, "sheet"):
        target = links.get(sheet_link(one), "")
        if attr(one, "state") in ("hidden", "veryHidden") or target not in package.archive.names:
            continue
        own = replace(look, apart=apart(package, target))
        shown_rows = _Shown(package, target, own, cells)
        found.append(Sheet(attr(one, "name"), Squeezed(shown_rows)))
    return found


class _Shown(Source):
    """The rows of one sheet, read anew each time they are asked for: they are not kept."""

    def __init__(self, package: Package, part: str, look: Look, cells: "_Cells") -> None:
        self._package, self._part, self._look, self._cells = package, part, look, cells
        self._areas: list[_Area] | None = None  # known when the sheet was read once

    def survey(self) -> Survey:
        """As for any source; a first time through is enough if no area is unseen."""
        if self._areas is not None:
            return super().survey()
        kept, made, self._areas = Kept(), Survey(), []
        for _, cells in self._made(kept):
            made.take(cells.items())
        self._areas = [area for scope in kept.pale for area in _areas(scope)]
        self._areas += _covered(self._package, self._part)
        return super().survey() if self._areas else made

    def numbered(self) -> Iterator[Numbered]:
        """Number and cells of each row."""
        if self._areas is None:
            self.survey()
        return self._made(Kept())

    def _made(self, kept: Kept) -> Iterator[Numbered]:
        made = self._cells.made
        for number, values in self._rows(kept):
            if self._areas:
                values = [v for v in values if not _within(number, v[0], self._areas)]
            yield number, {value[0]: made(value) for value in values}

    def _rows(self, kept: Kept) -> Iterator[tuple[int, list[Value]]]:
        with self._package.archive.stream(self._part) as stream:
            yield from kept_rows(stream, self._look, kept)


class _Cells:
    """Values as they show; what was worked out a moment ago is not worked out again."""

    def __init__(self, codes: list[str], since_1904: bool) -> None:
        self._codes, self._since_1904 = codes, since_1904
        self._known: dict[tuple[str, int, str], Cell] = {}

    def made(self, value: Value) -> Cell:
        """The cell that a value shows as."""
        key = value[1:]
        cell = self._known.get(key)
        if cell is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            cell = self._known[key] = self._cell(*key)
        return cell

    def _cell(self, text: str, style: int, kind: str) -> Cell:
        if kind == "b":
            return Cell("TRUE" if text == "1" else "FALSE")
        if kind in ("n", ""):
            code = self._codes[style] if style < len(self._codes) else ""
            return shown(text, code, self._since_1904)
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


def _within(row: int, column: int, areas: list[_Area]) -> bool:
    return any(top <= row <= low and left <= column <= right for top, left, low, right in areas)
