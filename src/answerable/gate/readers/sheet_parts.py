"""The elements of a worksheet, told by the parser one at a time."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from xml.parsers import expat

from answerable.gate.limits import TooMuchError
from answerable.gate.readers.margins import unused
from answerable.gate.readers.sheet_cells import Rows
from answerable.gate.readers.sheet_look import Value, column
from answerable.gate.spans import hidden, note, unshown

#: Items of a drop-down list that look like people or references, not like "Not applicable".
LIKE_NAMES = re.compile(
    r"[A-Z][a-z]+ (?!Applicable|Known|Started|Progress|Required|Available|Sure)[A-Z][a-z]+|\d{3}|[A-Z]{3,}-"
)
IN_QUOTES = re.compile(r'"((?:[^"]|""){10,})"')
_WORDS = re.compile(r'"((?:[^"]|""){5,})"')
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
#: Codes in headers and footers for place, font, colour, and what a program fills in.
CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Z])')
_At = dict[str, str]


def shut_row(at: _At) -> bool:
    """Whether a row of these attributes is hidden, or too low to be seen."""
    return at.get("hidden") in ("1", "true") or float(at.get("ht", 15) or 15) < 1.5


class Parts:
    """Handlers of a parser of worksheets: rows go to ``rows``, the rest is told there too."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.look = rows.look
        self.row = 0
        self.utf8 = True
        self.edge = -1  # the byte where <sheetData> began, or where the last row ended
        self._column = self._style = 0
        self._shut = self._collect = False
        self._kind = self._scope = self._formula = ""
        self._unused: set[str] = {"first", "even"}
        self._text: list[str] = []
        self._cells: list[Value] = []
        self._starts: dict[str, Callable[[_At], None]] = {
            "c": self._cell,
            "row": self._row,
            "v": self._value,
            "f": self._value,
            "t": self._piece,
            "formula1": self._value,
            "formula": self._value,
            "headerFooter": self._margins,
            **dict.fromkeys(_MARGINS, self._value),
            "filter": self._filter,
            "customFilter": self._filter,
            "hyperlink": self._link,
            "col": self._col,
            "conditionalFormatting": self._conditional,
            "cfRule": self._rule,
            "inputCells": self._scenario,
            "dataValidation": self._prompts,
            "customPr": self._property,
            "sheetData": self._table,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "c": self._cell_ends,
            "row": self._row_ends,
            "v": self._value_ends,
            "f": self._formula_ends,
            "t": self._value_ends,
            "formula1": self._list_ends,
            "formula": self._condition_ends,
            **{name: partial(self._header_ends, name) for name in _MARGINS},
        }
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _declared(self, version: str, encoding: str | None, alone: int) -> None:
        self.utf8 = encoding is None or encoding.lower() == "utf-8"

    def _doctype(self, *_: Any) -> None:
        raise TooMuchError("carries a document type, which no office program writes")

    def _start(self, tag: str, at: _At) -> None:
        handler = self._starts.get(tag.rpartition(":")[2])
        if handler is not None:
            handler(at)

    def _end(self, tag: str) -> None:
        handler = self._ends.get(tag.rpartition(":")[2])
        if handler is not None:
            handler()

    def _data(self, text: str) -> None:
        if self._collect:
            self._text.append(text)

    def _table(self, at: _At) -> None:
        self.edge = self.parser.CurrentByteIndex

    def _row(self, at: _At) -> None:
        self.row = int(at.get("r", self.row + 1) or 0)
        self._shut = shut_row(at)
        self.rows.begin(self._shut)
        self._column = 0
        self._cells = []

    def _row_ends(self) -> None:
        self.edge = self.parser.CurrentByteIndex
        self.rows.take(self.row, self._shut, self._cells)

    def _cell(self, at: _At) -> None:
        ref = at.get("r", "")
        self._column = column(ref) if ref else self._column + 1
        self._style = int(at.get("s", 0) or 0)
        self._kind = at.get("t", "n")
        self._text.clear()

    def _cell_ends(self) -> None:
        value = "".join(self._text)
        if self._kind == "s":
            value = self.look.string(value)
        if value:
            self._cells.append((self._column, value, self._style, self._kind))
        if self._formula:
            self._words_of_formula(value)
        self._text.clear()

    def _value(self, at: _At) -> None:
        self._collect = True
        self._text.clear()

    def _piece(self, at: _At) -> None:
        self._collect = True

    def _value_ends(self) -> None:
        self._collect = False

    def _formula_ends(self) -> None:
        self._collect = False
        self._formula = "".join(self._text)
        self._text.clear()

    def _words_of_formula(self, value: str) -> None:
        """Words in quotes in a formula that its cell does not show, short ones left out."""
        for words in IN_QUOTES.findall(self._formula):
            if words not in value:
                where = f"{self.look.label}, formulas"
                self.rows.out.append(note("formula_text", words, where))
        self._formula = ""

    def _link(self, at: _At) -> None:
        if at.get("tooltip"):
            where = f"{self.look.label}, tips of links"
            self.rows.out.append(note("link", at["tooltip"], where))

    def _col(self, at: _At) -> None:
        if at.get("hidden") in ("1", "true") or float(at.get("width", 9) or 9) < 0.3:
            self.rows.columns.append((int(at.get("min", 0)), int(at.get("max", 0))))

    def _conditional(self, at: _At) -> None:
        self._scope = at.get("sqref", "")

    def _rule(self, at: _At) -> None:
        if at.get("dxfId", "").isdigit() and int(at["dxfId"]) in self.look.pale:
            if self.look.kept is not None:
                self.look.kept.pale.append(self._scope)
            self._tell("white_text", "white by a conditional format", f"cells {self._scope}")

    def _scenario(self, at: _At) -> None:
        if at.get("val"):
            self._tell("scenario", at["val"], "scenario")

    def _prompts(self, at: _At) -> None:
        for key in ("prompt", "error", "promptTitle"):
            if at.get(key):
                self._tell("validation_prompt", at[key], "input message")

    def _property(self, at: _At) -> None:
        self._tell("custom_property", at.get("name", ""), "property")

    def _list_ends(self) -> None:
        self._collect = False
        text = "".join(self._text)
        inner = text.strip('"')
        if text.startswith('"') and LIKE_NAMES.search(inner):
            self._tell("validation_list", inner, "drop-down list")

    def _margins(self, at: _At) -> None:
        """Which headers and footers are switched on besides that of every page."""
        on = {"1", "true"}
        self._unused = {"first"} if at.get("differentFirst") not in on else set()
        self._unused |= {"even"} if at.get("differentOddEven") not in on else set()

    def _header_ends(self, name: str) -> None:
        self._collect = False
        text = CODES.sub(" ", "".join(self._text)).strip()
        self._text.clear()
        page = name.removesuffix("Header").removesuffix("Footer")
        if page in self._unused:
            where = f"{self.look.label}, header or footer of {page} pages, switched off"
            self.rows.out.append(unused(text, where))
        else:
            where = f"{self.look.label}, header or footer"
            self.rows.out.append(note("header_footer", text, where))

    def _condition_ends(self) -> None:
        """Words in quotes in the rule of a conditional format."""
        self._collect = False
        where = f"{self.look.label}, rule of a conditional format on {self._scope}"
        for words in _WORDS.findall("".join(self._text)):
            self.rows.out.append(replace(note("formula_text", words, where), unless_shown=True))
        self._text.clear()

    def _filter(self, at: _At) -> None:
        if any(map(str.isalpha, at.get("val", ""))):
            where = f"{self.look.label}, what the filter is set to"
            self.rows.out.append(unshown("filter_criteria", at["val"], where))

    def _tell(self, carrier: str, text: str, where: str) -> None:
        self.rows.out.append(hidden(carrier, text, f"{self.look.label}, {where}"))
