"""The sheets of an OpenDocument workbook, row by row: what a person sees, and why not the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from answerable.gate.readers.odf_lengths import length
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.odf_words import judged, paragraphs
from answerable.gate.readers.sheet_look import letter
from answerable.gate.readers.trees import attr, each, local, squash
from answerable.gate.spans import Span, hidden, unshown, visible

FAR_ROWS, FAR_COLUMNS = 500, 40
MOST_COLUMNS = 2000
_NARROW = 0.07  # centimetres
_GONE = ("collapse", "filter")
SHAPES = ("custom-shape", "rect", "ellipse", "polygon", "path", "circle", "frame")
_ANY_SHAPE = tuple("{*}" + name for name in SHAPES)


class Cell(NamedTuple):
    """A cell with words: its column from 0, its words, its style, whether it is covered."""

    column: int
    text: str
    style: str
    covered: bool
    element: Any
    emptied: bool  # it has a value and shows nothing of it


@dataclass
class Columns:
    """The columns of a sheet: which nobody sees, and the style of cells that name none."""

    shut: list[bool] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, table: Any, styles: Styles) -> "Columns":
        """Those that a table declares."""
        made = cls()
        for one in each(table, "table-column"):
            width = length(styles.props("table-column", attr(one, "style-name")).get("width", ""))
            shut = attr(one, "visibility") in _GONE or (width is not None and width < _NARROW)
            repeat = min(int(attr(one, "number-columns-repeated") or 1), MOST_COLUMNS)
            made.shut += [shut] * repeat
            made.styles += [attr(one, "default-cell-style-name")] * repeat
        return made

    def is_shut(self, column: int) -> bool:
        """Whether nobody sees a column, counted from 0."""
        return column < len(self.shut) and self.shut[column]

    def style(self, column: int) -> str:
        """The style of the cells of a column that have none of their own."""
        return self.styles[column] if column < len(self.styles) else ""


def is_cache(table: Any) -> bool:
    """Whether a sheet only keeps the values of another file; it is never shown."""
    return "'#" in attr(table, "name") and attr(table, "name").startswith("'")


def is_low(row: Any, styles: Styles) -> bool:
    """Whether a row is hidden, or too low to be seen."""
    return attr(row, "visibility") in _GONE or styles.is_low(row)


class SheetRows:
    """Judges the rows of one sheet in order."""

    def __init__(self, table: Any, styles: Styles) -> None:
        self._styles = styles
        self._shut = "external_link_cache" if is_cache(table) else ""
        if not self._shut and styles.is_off(table):
            self._shut = "hidden_sheet"
        self._label = f"sheet '{attr(table, 'name')}'" + (" (hidden)" if self._shut else "")
        self._columns = Columns.of(table, styles)
        self._number = self._last = 0
        self._widest = -1

    def row(self, row: Any) -> Iterator[Span]:
        """Spans of the next row."""
        number = self._number + 1
        self._number += int(attr(row, "number-rows-repeated") or 1)
        yield from self.shapes(row)
        found = list(cells(row, self._columns))
        if not found:
            return
        gap, self._last = number - self._last, self._number
        texts = tuple(one.text for one in found if not one.covered)
        whole, label = " · ".join(texts), self._label
        if self._shut:
            yield hidden(self._shut, whole, label, texts, "rows")
        elif is_low(row, self._styles):
            yield hidden("hidden_row", whole, f"{label}, hidden rows", texts, "rows")
        elif gap > FAR_ROWS and number > FAR_ROWS:
            where = f"{label}, row {number}, {gap:,} rows below the rest"
            yield hidden("far_cell", whole, where)
        else:
            yield from self._seen(number, found)
            return
        yield from self._under(number, found)

    def _seen(self, number: int, found: list[Cell]) -> Iterator[Span]:
        yield from self._under(number, found)
        texts: list[str] = []
        last = self._widest
        for one in found:
            where = f"{self._label}, cell {letter(one.column + 1)}{number}"
            if one.covered:
                continue
            if self._columns.is_shut(one.column):
                where = f"{self._label}, column {letter(one.column + 1)}"
                yield hidden("hidden_column", one.text, where, unit="cells")
            elif carrier := "hidden_format" if one.emptied else self._styles.cell(one.style):
                yield hidden(carrier, one.text, where)
            elif (texts or self._widest >= 0) and one.column - last > FAR_COLUMNS:
                yield hidden("far_cell", one.text, f"{where}, far to the right")
            else:
                last = one.column
                text = yield from self._runs(one, where)
                texts += [text] if text else []
        self._widest = max(self._widest, last)
        if texts:
            yield visible(" · ".join(texts), self._label, tuple(texts))

    def _runs(self, cell: Cell, where: str) -> Any:
        """Tells of the words in a cell that nobody sees, and hands back the rest."""
        own = [p for p in cell.element if local(p) == "p"]
        if not any(len(p) for p in own):
            return cell.text
        seen: list[str] = []
        for paragraph in own:
            for carrier, text in judged(paragraph, self._styles):
                if carrier and attr(paragraph, "style-name") + _spans(paragraph):
                    yield hidden(carrier, text, where)
                else:
                    seen.append(text)
        return " ".join(seen)

    def _under(self, number: int, found: list[Cell]) -> Iterator[Span]:
        for one in found:
            if one.covered:
                where = f"{self._label}, row {number}, under the cell it is joined to"
                yield unshown("merged_cells", one.text, where)

    def shapes(self, holder: Any) -> Iterator[Span]:
        """Words in the shapes of a row, or of the whole sheet, and shapes that hide cells."""
        for shape in holder.iter(*_ANY_SHAPE):
            yield from paragraphs(shape, self._styles, f"{self._label}, shapes")
            if covers(shape, self._styles):
                told = f"shape '{attr(shape, 'name')}' on {self._label}"
                yield hidden("covered_cells", "an opaque shape lies over cells", told)


def covers(shape: Any, styles: Styles) -> bool:
    """Whether a shape without words hides what lies under it."""
    if local(shape) == "frame" or squash("".join(shape.itertext())):
        return False
    return styles.fill(shape) is not None


def _spans(paragraph: Any) -> str:
    return "".join(attr(one, "style-name") for one in each(paragraph, "span"))


def cells(row: Any, columns: Columns) -> Iterator[Cell]:
    """The cells of a row that hold words or a value."""
    column = 0
    usual = attr(row, "default-cell-style-name")
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        lines = [p for p in cell if local(p) == "p"]
        text = squash(" ".join("".join(p.itertext()) for p in lines))
        value = "" if text else next((v for name in VALUES if (v := attr(cell, name))), "")
        emptied = bool(lines and not text and value)
        if text or value:
            style = attr(cell, "style-name") or usual or columns.style(column)
            covered = local(cell) != "table-cell"
            yield Cell(column, text or value, style, covered, cell, emptied)
        column += int(attr(cell, "number-columns-repeated") or 1)


VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value")
