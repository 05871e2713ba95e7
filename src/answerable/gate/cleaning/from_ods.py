"""The visible cells of an OpenDocument sheet."""

from typing import Any

from answerable.gate.cleaning.grids import Cell, Numbered, Sheet, Source, Squeezed
from answerable.gate.readers.opendocument import gone, unseen_style
from answerable.gate.readers.trees import Readable, attr, each, local, streamed

_MOST_COLUMNS, _MOST_REPEATS, _FAR = 2000, 1000, 500


def sheets(stream: Readable) -> list[Sheet]:
    """Every visible table of a content part that shows a row, as it shows.

    Raises:
        HeldError, TooMuchError: as for inspecting.
    """
    made: list[tuple[str, _Table]] = []
    styles: dict[str, Any] = {}
    current: Any = None
    for one in streamed(stream, "content.xml", "table-row"):
        table = next((above for above in one.iterancestors() if local(above) == "table"), None)
        if table is None or local(table.getparent()) != "spreadsheet":
            continue
        if table is not current:
            root = one.getroottree().getroot()
            styles = styles or {attr(style, "name"): style for style in each(root, "style")}
            current = table
            made.append((attr(table, "name"), _Table(table, styles)))
        made[-1][1].take(one)
        one.clear()
    return [Sheet(name, Squeezed(_Rows(table.rows))) for name, table in made if table.shown]


class _Table:
    """The rows that one table shows, gathered as they come."""

    def __init__(self, table: Any, styles: dict[str, Any]) -> None:
        self.rows: list[Numbered] = []
        self.shown = not gone(styles.get(attr(table, "style-name")), "display", "false")
        self._unseen = {name for name, style in styles.items() if unseen_style(style)}
        self._shut: set[int] = set()
        self._known: dict[tuple[str, str], Cell] = {}  # the same words are one cell
        self._number = self._last = 0
        at = 1
        for one in each(table, "table-column"):
            repeat = min(int(attr(one, "number-columns-repeated") or 1), _MOST_COLUMNS)
            if attr(one, "visibility") in ("collapse", "filter"):
                self._shut.update(range(at, at + repeat))
            at += repeat

    def take(self, row: Any) -> None:
        """One more row."""
        repeat = int(attr(row, "number-rows-repeated") or 1)
        if self.shown and attr(row, "visibility") not in ("collapse", "filter"):
            found = _cells(row, self._unseen, self._known)
            cells = {column: cell for column, cell in found.items() if column not in self._shut}
            if cells and self._number - self._last <= _FAR:
                most = min(repeat, _MOST_REPEATS)
                self.rows += [(self._number + n + 1, cells) for n in range(most)]
                self._last = self._number + repeat
        self._number += repeat


class _Rows(Source):
    def __init__(self, rows: list[Numbered]) -> None:
        self._rows = rows

    def numbered(self) -> list[Numbered]:
        return self._rows


def _cells(row: Any, unseen: set[str], known: dict[tuple[str, str], Cell]) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    column = 1
    for one in (x for x in row if local(x) in ("table-cell", "covered-table-cell")):
        repeat = int(attr(one, "number-columns-repeated") or 1)
        text = "\n".join(_seen(p, unseen) for p in one if local(p) == "p").strip()
        hidden = attr(one, "style-name") in unseen or local(one) == "covered-table-cell"
        if text and not hidden:
            kind = attr(one, "value-type")
            cell = known.setdefault((text, kind), _cell(text, kind))
            for n in range(min(repeat, _MOST_COLUMNS)):
                cells[column + n] = cell
        column += repeat
    return cells


def _seen(paragraph: Any, unseen: set[str]) -> str:
    """The words of a paragraph without comments and without runs that nobody sees."""
    parts = [paragraph.text or ""] if attr(paragraph, "style-name") not in unseen else []
    for child in paragraph:
        name = local(child)
        if name == "s":
            parts.append(" " * int(attr(child, "c") or 1))
        elif name in ("tab", "line-break"):
            parts.append(" ")
        elif name in ("span", "a"):
            parts.append(_seen(child, unseen))
        parts.append(child.tail or "")
    return "".join(parts)


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
