"""The visible cells of an OpenDocument sheet."""

from typing import Any

from answerable.gate.cleaning.grids import Cell, Numbered, Sheet, Source, Squeezed
from answerable.gate.readers.opendocument import gone, unseen_style
from answerable.gate.readers.trees import attr, each, local

_MOST_COLUMNS, _MOST_REPEATS, _FAR = 2000, 1000, 500


def sheets(root: Any) -> list[Sheet]:
    """Every visible table of a content part, as it shows."""
    styles = {attr(one, "name"): one for one in each(root, "style")}
    unseen = {name for name, style in styles.items() if unseen_style(style)}
    found: list[Sheet] = []
    for table in each(root, "table"):
        if local(table.getparent()) != "spreadsheet":
            continue
        if gone(styles.get(attr(table, "style-name")), "display", "false"):
            continue
        found.append(_sheet(table, unseen))
    return found


def _sheet(table: Any, unseen: set[str]) -> Sheet:
    shut: set[int] = set()
    at = 1
    for one in each(table, "table-column"):
        repeat = min(int(attr(one, "number-columns-repeated") or 1), _MOST_COLUMNS)
        if attr(one, "visibility") in ("collapse", "filter"):
            shut.update(range(at, at + repeat))
        at += repeat
    rows: list[tuple[int, dict[int, Cell]]] = []
    number, last = 0, 0
    for row in each(table, "table-row"):
        repeat = int(attr(row, "number-rows-repeated") or 1)
        cells = {} if attr(row, "visibility") in ("collapse", "filter") else _cells(row, unseen)
        cells = {column: cell for column, cell in cells.items() if column not in shut}
        if cells and number - last <= _FAR:
            rows += [(number + n + 1, cells) for n in range(min(repeat, _MOST_REPEATS))]
            last = number + repeat
        number += repeat
    return Sheet(attr(table, "name"), Squeezed(_Rows(rows)))


class _Rows(Source):
    def __init__(self, rows: list[Numbered]) -> None:
        self._rows = rows

    def numbered(self) -> list[Numbered]:
        return self._rows


def _cells(row: Any, unseen: set[str]) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    column = 1
    for one in (x for x in row if local(x) in ("table-cell", "covered-table-cell")):
        repeat = int(attr(one, "number-columns-repeated") or 1)
        text = "\n".join(_seen(p, unseen) for p in one if local(p) == "p").strip()
        hidden = attr(one, "style-name") in unseen or local(one) == "covered-table-cell"
        if text and not hidden:
            for n in range(min(repeat, _MOST_COLUMNS)):
                cells[column + n] = _cell(text, attr(one, "value-type"))
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
