"""The visible cells of an OpenDocument sheet."""

import re
from typing import Any

from answerable.gate.cleaning.copying import NoCopyError
from answerable.gate.cleaning.grids import Cell, Numbered, Sheet, Source, Squeezed
from answerable.gate.readers.odf_beside_sheets import pale
from answerable.gate.readers.odf_sheets import (
    FAR_COLUMNS,
    FAR_ROWS,
    MOST_COLUMNS,
    SHAPES,
    Columns,
    covers,
    is_cache,
    is_low,
)
from answerable.gate.readers.odf_sheets import cells as read_cells
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.odf_words import runs
from answerable.gate.readers.sheet_look import column
from answerable.gate.readers.trees import Readable, attr, each, local, streamed

_MOST_REPEATS = 1000
_Area = tuple[int, int, int, int]  # first row, first column, last row, last column
_AREA = re.compile(
    r"(?:\$?(?:'((?:[^']|'')+)'|([^\s.':]+)))?\.\$?([A-Z]+)\$?(\d+)(?::(?:[^\s.]*)\.\$?([A-Z]+)\$?(\d+))?"
)


def sheets(stream: Readable, common: list[Any]) -> list[Sheet]:
    """Every visible table of a content part that shows a row, as it shows.

    ``common`` are the roots of the parts with styles.

    Raises:
        HeldError, TooMuchError: as for inspecting. NoCopyError: something lies over its cells.
    """
    made: list[tuple[str, _Table]] = []
    styles: Styles | None = None
    current: Any = None
    for one in streamed(stream, "content.xml", "table-row"):
        if local(one) != "table-row":
            _finish(one, made, styles or Styles(*common, one))
            break
        table = next((above for above in one.iterancestors() if local(above) == "table"), None)
        if table is None or local(table.getparent()) != "spreadsheet":
            continue
        if table is not current:
            styles = styles or Styles(*common, one.getroottree().getroot())
            current = table
            made.append((attr(table, "name"), _Table(table, styles)))
        _bare(one, styles or Styles())
        made[-1][1].take(one)
        one.clear()
    return [Sheet(name, Squeezed(_Rows(table.rows))) for name, table in made if table.shown]


def _bare(holder: Any, styles: Styles) -> None:
    if any(covers(shape, styles) for shape in each(holder, *SHAPES)):
        raise NoCopyError(
            "has a shape without words over its cells; delete the shape and what is under it first"
        )


def _finish(root: Any, made: list[tuple[str, "_Table"]], styles: Styles) -> None:
    """What is known only at the end: shapes of whole sheets, and cells that a rule makes unseen."""
    for table in each(root, "table"):
        if local(table.getparent()) == "spreadsheet":
            _bare(table, styles)
    areas = [area for scope in pale(root, styles) for area in _areas(scope)]
    for name, table in made:
        mine = [area for sheet, area in areas if sheet in ("", name)]
        if mine:
            table.rows = [
                (n, {c: v for c, v in cells.items() if not _within(n, c, mine)})
                for n, cells in table.rows
            ]


def _areas(scope: str) -> list[tuple[str, _Area]]:
    return [
        (
            (quoted or plain).replace("''", "'"),
            (int(top), column(left), int(low or top), column(right or left)),
        )
        for quoted, plain, left, top, right, low in _AREA.findall(scope)
    ]


def _within(row: int, at: int, areas: list[_Area]) -> bool:
    return any(top <= row <= low and left <= at <= right for top, left, low, right in areas)


class _Table:
    """The rows that one table shows, gathered as they come."""

    def __init__(self, table: Any, styles: Styles) -> None:
        self.rows: list[Numbered] = []
        self.shown = not styles.is_off(table) and not is_cache(table)
        self._styles = styles
        self._columns = Columns.of(table, styles)
        self._known: dict[tuple[str, str], Cell] = {}  # the same words are one cell
        self._number = self._last = self._widest = 0

    def take(self, row: Any) -> None:
        """One more row."""
        repeat = int(attr(row, "number-rows-repeated") or 1)
        if self.shown and not is_low(row, self._styles):
            cells = self._cells(row)
            if cells and self._number - self._last <= FAR_ROWS:
                most = min(repeat, _MOST_REPEATS)
                self.rows += [(self._number + n + 1, cells) for n in range(most)]
                self._last = self._number + repeat
        self._number += repeat

    def _cells(self, row: Any) -> dict[int, Cell]:
        """The cells of a row that a person sees, by their column from 1."""
        found: dict[int, Cell] = {}
        last = self._widest
        for one in read_cells(row, self._columns):
            at = one.column + 1
            unseen = one.covered or one.emptied or self._columns.is_shut(one.column)
            if unseen or self._styles.cell(one.style):
                continue
            if last and at - last > FAR_COLUMNS:
                continue
            text = _seen_text(one, self._styles)
            if not text:
                continue
            kind = attr(one.element, "value-type")
            cell = self._known.setdefault((text, kind), _cell(text, kind))
            repeat = int(attr(one.element, "number-columns-repeated") or 1)
            for n in range(min(repeat, MOST_COLUMNS)):
                if not self._columns.is_shut(one.column + n):
                    found[at + n] = cell
            last = at
        self._widest = max(self._widest, last)
        return found


class _Rows(Source):
    def __init__(self, rows: list[Numbered]) -> None:
        self._rows = rows

    def numbered(self) -> list[Numbered]:
        return self._rows


def _seen_text(cell: Any, styles: Styles) -> str:
    """The words of a cell without comments and without runs that nobody sees."""
    lines = [p for p in cell.element if local(p) == "p"]
    if not lines:
        return str(cell.text)
    return "\n".join(
        "".join(text for holder, text in runs(p) if not (holder is not p and styles.unseen(holder)))
        for p in lines
        if not attr(p, "style-name") or not styles.unseen(p)
    ).strip()


def _cell(text: str, kind: str) -> Cell:
    """The number that is shown, not the one that is stored."""
    bare = text.replace(",", "")
    if kind in ("float", "percentage", "currency"):
        share = bare.endswith("%")
        try:
            number = float(bare.rstrip("%"))
        except ValueError:
            return Cell(text)
        places = len(bare.rstrip("%").partition(".")[2])
        code = ("#,##0" if "," in text else "0") + ("." + "0" * places if places else "")
        return Cell(text, number / 100 if share else number, code + ("%" if share else ""))
    return Cell(text)
