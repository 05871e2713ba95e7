"""One worksheet, streamed: its rows as a person sees them, and the cells that are not seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.archive import Measured
from answerable.gate.spans import Span, hidden, note, visible

_CHUNK = 1 << 17
_FAR_ROWS, _FAR_COLUMNS = 500, 40
#: Items of a drop-down list that look like people or references, not like "Not applicable".
_LIKE_NAMES = re.compile(
    r"[A-Z][a-z]+ (?!Applicable|Known|Started|Progress|Required|Available|Sure)[A-Z][a-z]+|\d{3}|[A-Z]{3,}-"
)


#: Column, text, number of the style, kind ("s" shared string, "n" number, "b", "d", "str" …).
Value = tuple[int, str, int, str]


@dataclass
class Kept:
    """What a sheet shows, for a copy of it: rows of cells, and ranges that turn white by a rule."""

    rows: list[tuple[int, list[Value]]] = field(default_factory=list)
    pale: list[str] = field(default_factory=list)


@dataclass
class Look:
    """What the workbook says that a sheet needs: strings, unseen styles, the state of the sheet."""

    strings: list[str]
    used: bytearray
    unseen: dict[int, str]  # style number to carrier
    carrier: str = "visible"  # "hidden_sheet" when the whole sheet is
    label: str = ""
    pale: frozenset[int] = frozenset()  # conditional styles that write in white
    kept: Kept | None = None  # filled with what is seen, if it is given


@dataclass
class _State:
    columns: list[tuple[int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    last_row: int = 0
    hidden_row: bool = False
    style: int = 0
    kind: str = ""
    text: list[str] = field(default_factory=list)
    collect: bool = False
    cells: list[Value] = field(default_factory=list)
    out: list[Span] = field(default_factory=list)
    widest: int = 0
    extra: str = ""
    hidden_rows: int = 0
    scope: str = ""


def letter(number: int) -> str:
    """1 is A, 27 is AA."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _number(ref: str) -> int:
    value = 0
    for character in ref:
        if not "A" <= character <= "Z":
            break
        value = value * 26 + ord(character) - 64
    return value


def rows(stream: Measured, look: Look) -> Iterator[Span]:
    """Spans of one worksheet part, row by row.

    Raises:
        TooMuchError: the part carries a document type. HeldError: it is damaged.
    """
    state = _State()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def doctype(*_: Any) -> None:
        raise TooMuchError("carries a document type, which no office program writes")

    def start(tag: str, at: dict[str, str]) -> None:
        name = tag.rpartition(":")[2] if ":" in tag else tag
        if name == "c":
            ref = at.get("r", "")
            state.column = _number(ref) if ref else state.column + 1
            state.style = int(at.get("s", 0) or 0)
            state.kind = at.get("t", "n")
            state.text.clear()
        elif name in ("v", "t", "formula1", "oddHeader", "oddFooter"):
            state.collect = True
            if name != "t":
                state.text.clear()
        elif name == "row":
            state.row = int(at.get("r", state.row + 1) or 0)
            height = float(at.get("ht", 15) or 15)
            state.hidden_row = at.get("hidden") in ("1", "true") or height < 1.5
            state.hidden_rows += state.hidden_row
            state.column = 0
            state.cells = []
        elif name == "col":
            width = float(at.get("width", 9) or 9)
            if at.get("hidden") in ("1", "true") or width < 0.3:
                state.columns.append((int(at.get("min", 0)), int(at.get("max", 0))))
        elif name == "conditionalFormatting":
            state.scope = at.get("sqref", "")
        elif name == "cfRule" and at.get("dxfId", "").isdigit():
            if int(at["dxfId"]) in look.pale:
                place = f"{look.label}, cells {state.scope}"
                if look.kept is not None:
                    look.kept.pale.append(state.scope)
                state.out.append(hidden("white_text", "white by a conditional format", place))
        elif name == "inputCells" and at.get("val"):
            state.out.append(hidden("scenario", at["val"], f"{look.label}, scenario"))
        elif name == "dataValidation":
            for key in ("prompt", "error", "promptTitle"):
                if at.get(key):
                    state.out.append(
                        hidden("validation_prompt", at[key], f"{look.label}, input message")
                    )
        elif name == "customPr":
            state.out.append(
                hidden("custom_property", at.get("name", ""), f"{look.label}, property")
            )

    def data(text: str) -> None:
        if state.collect:
            state.text.append(text)

    def end(tag: str) -> None:
        name = tag.rpartition(":")[2] if ":" in tag else tag
        if name == "c":
            value = "".join(state.text)
            if state.kind == "s" and value.isdigit():
                index = int(value)
                if index < len(look.strings):
                    look.used[index] = 1
                    value = look.strings[index]
            if value:
                state.cells.append((state.column, value, state.style, state.kind))
            state.text.clear()
        elif name == "row":
            _row(state, look)
        elif name in ("v", "t"):
            state.collect = False
        elif name == "formula1":
            state.collect = False
            text = "".join(state.text)
            inner = text.strip('"')
            if text.startswith('"') and _LIKE_NAMES.search(inner):
                state.out.append(hidden("validation_list", inner, f"{look.label}, drop-down list"))
        elif name in ("oddHeader", "oddFooter"):
            state.collect = False
            state.out.append(
                note("header_footer", "".join(state.text), f"{look.label}, header or footer")
            )
            state.text.clear()

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    try:
        while piece := stream.read(_CHUNK):
            parser.Parse(piece, False)
            yield from state.out
            state.out.clear()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as problem:
        raise HeldError(f"{look.label} is damaged and cannot be read") from problem
    yield from state.out
    if look.carrier == "visible":
        for low, high in state.columns:
            name = letter(low) if low == high else f"{letter(low)} to {letter(high)}"
            yield note("empty_hidden", f"column {name}", f"{look.label}, hidden columns")
        if state.hidden_rows:
            yield note("empty_hidden", f"{state.hidden_rows} rows", f"{look.label}, hidden rows")


def _row(state: _State, look: Look) -> None:
    cells = state.cells
    if not cells:
        return
    out = state.out
    gap = state.row - state.last_row
    state.last_row = state.row
    if look.carrier != "visible":
        texts = tuple(text for _, text, _, _ in cells)
        out.append(hidden(look.carrier, " · ".join(texts), look.label, texts, "rows"))
        return
    if gap > _FAR_ROWS and state.row > _FAR_ROWS:
        out.append(
            hidden(
                "far_cell",
                " · ".join(t for _, t, _, _ in cells),
                f"{look.label}, row {state.row}, {gap:,} rows below the rest",
            )
        )
        return
    if state.hidden_row:
        texts = tuple(text for _, text, _, _ in cells)
        out.append(
            hidden(
                "hidden_row",
                " · ".join(texts),
                f"{look.label}, hidden rows from row {_first(state)}",
                texts,
                "rows",
            )
        )
        return
    seen: list[str] = []
    kept: list[Value] = []
    last = 0
    for column, text, style, kind in cells:
        if state.columns and any(low <= column <= high for low, high in state.columns):
            out.append(
                hidden(
                    "hidden_column", text, f"{look.label}, column {letter(column)}", unit="cells"
                )
            )
        elif style in look.unseen:
            out.append(
                hidden(look.unseen[style], text, f"{look.label}, cell {letter(column)}{state.row}")
            )
        elif column - max(last, state.widest) > _FAR_COLUMNS:
            out.append(
                hidden(
                    "far_cell",
                    text,
                    f"{look.label}, cell {letter(column)}{state.row}, far to the right",
                )
            )
            continue
        else:
            seen.append(text)
            if look.kept is not None:
                kept.append((column, text, style, kind))
        last = column
    state.widest = max(state.widest, last)
    if look.kept is not None and kept:
        look.kept.rows.append((state.row, kept))
    if seen:
        out.append(visible(" · ".join(seen), look.label, tuple(seen)))


def _first(state: _State) -> int:
    if not state.extra:
        state.extra = str(state.row)
    return int(state.extra)
