"""One row of a worksheet at a time: which of its cells a person sees, and why the others not."""

from collections.abc import Iterator

from answerable.gate.readers.sheet_look import Look, Shape, Value, letter
from answerable.gate.spans import Span, Visibility, hidden, note, unshown, visible

_FAR_ROWS, _FAR_COLUMNS = 500, 40


class Rows:
    """Judges the rows of a sheet in order; the spans gather in ``out``.

    What is seen goes to ``look.kept`` instead, if that is given.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.out: list[Span] = []
        self.columns: list[tuple[int, int]] = []  # hidden ones, first and last
        self._last_row = 0
        self._widest = 0
        self._hidden_rows = 0
        self._first_hidden = 0

    def begin(self, shut: bool) -> None:
        """A row begins; ``shut`` if it is hidden or too low to be seen."""
        self._hidden_rows += shut

    def take(self, number: int, shut: bool, cells: list[Value]) -> None:
        """A row of cells, those without a value left out."""
        if cells and not self._whole(number, shut, tuple(text for _, text, _, _ in cells)):
            self._cells(number, cells)

    def take_plain(self, number: int, shape: Shape, texts: tuple[str, ...]) -> bool:
        """A row of cells that all have values, of styles that all are seen.

        False if it must be judged cell by cell.
        """
        if self.columns or (self.look.apart is not None and self.look.apart.touches(number)):
            return False
        if self.look.carrier == "visible" and shape.widest - self._widest > _FAR_COLUMNS:
            return False
        if self._whole(number, False, texts):
            return True
        self._widest = max(self._widest, shape.columns[-1])
        if self.look.kept is None:
            self.out.append(visible(" · ".join(texts), self.look.label, texts))
        else:
            cells = zip(shape.columns, texts, shape.styles, shape.kinds, strict=True)
            self.look.kept.rows.append((number, list(cells)))
        return True

    def rest(self) -> Iterator[Span]:
        """Notes on hidden columns and rows, whatever is in them."""
        if self.look.carrier != "visible":
            return
        for low, high in self.columns:
            name = letter(low) if low == high else f"{letter(low)} to {letter(high)}"
            yield note("empty_hidden", f"column {name}", f"{self.look.label}, hidden columns")
        if self._hidden_rows:
            yield note(
                "empty_hidden", f"{self._hidden_rows} rows", f"{self.look.label}, hidden rows"
            )

    def _whole(self, number: int, shut: bool, texts: tuple[str, ...]) -> bool:
        """Whether the row is unseen as a whole; if so it has been told."""
        label = self.look.label
        gap = number - self._last_row
        self._last_row = number
        if self.look.carrier != "visible":
            span = hidden(self.look.carrier, " · ".join(texts), label, texts, "rows")
        elif gap > _FAR_ROWS and number > _FAR_ROWS:
            where = f"{label}, row {number}, {gap:,} rows below the rest"
            span = hidden("far_cell", " · ".join(texts), where)
        elif shut:
            self._first_hidden = self._first_hidden or number
            where = f"{label}, hidden rows from row {self._first_hidden}"
            span = hidden("hidden_row", " · ".join(texts), where, texts, "rows")
        else:
            return False
        self.out.append(span)
        return True

    def _cells(self, number: int, cells: list[Value]) -> None:
        seen: list[Value] = []
        last = 0
        for cell in cells:
            span = self._unseen(number, cell, max(last, self._widest))
            if span is None:
                seen.append(cell)
            else:
                self.out.append(span)
            if span is None or span.carrier != "far_cell":
                last = cell[0]
        self._widest = max(self._widest, last)
        if seen and self.look.kept is not None:
            self.look.kept.rows.append((number, seen))
        elif seen:
            texts = tuple(text for _, text, _, _ in seen)
            self.out.append(visible(" · ".join(texts), self.look.label, texts))

    def _unseen(self, number: int, cell: Value, widest: int) -> Span | None:
        column, text, style, _ = cell
        label = self.look.label
        if self.columns and any(low <= column <= high for low, high in self.columns):
            return hidden("hidden_column", text, f"{label}, column {letter(column)}", unit="cells")
        if style in self.look.unseen:
            where = f"{label}, cell {letter(column)}{number}"
            return hidden(self.look.unseen[style], text, where)
        if column - widest > _FAR_COLUMNS:
            where = f"{label}, cell {letter(column)}{number}, far to the right"
            return hidden("far_cell", text, where)
        return self._beneath(number, cell)

    def _beneath(self, number: int, cell: Value) -> Span | None:
        """A cell that a picture or another cell stands on."""
        carrier = self.look.apart.judge(number, cell) if self.look.apart is not None else ""
        if not carrier:
            return None
        where = f"{self.look.label}, cell {letter(cell[0])}{number}"
        if carrier == "merged_cells":  # some programs write one value into all that are joined
            return unshown(carrier, cell[1], f"{where}, under the cell it is joined to")
        return Span(carrier, cell[1], f"{where}, under a picture", Visibility.COVERED)
