"""The sheets of a workbook, XLSX or ODS: names first, and the rows of one when it is asked for."""

import zipfile
from typing import Any

from answerable.counts.table import MOST_CELLS
from answerable.model import RefusedInputError, UnusableInputError

_UNPACKED = 64 * 1024 * 1024
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


class Xlsx:
    """A workbook whose visible sheets are read one by one."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        book, links = _part(archive, "xl/workbook.xml"), _part(archive, _LINKS)
        targets = {each.get("Id"): each.get("Target") for each in links}
        shown = [s for s in book.iter(f"{_MAIN}sheet") if s.get("state", "visible") == "visible"]
        self._parts = {s.get("name", ""): targets[s.get(f"{_REL}id")].lstrip("/") for s in shown}
        self.names = list(self._parts)
        self._strings = self._shared()

    def _shared(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._archive.namelist():
            return []
        return [
            "".join(t.text or "" for t in item.iter(f"{_MAIN}t"))
            for item in _part(self._archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")
        ]

    def _sheet(self, name: str) -> Any:
        target = self._parts[name]
        return _part(self._archive, target if target.startswith("xl/") else f"xl/{target}")

    def holds(self, name: str) -> bool:
        """Whether a sheet has any cell with something in it."""
        wanted = (f"{_MAIN}v", f"{_MAIN}is", f"{_MAIN}f")
        return next(self._sheet(name).iter(*wanted), None) is not None

    def rows(self, name: str) -> list[list[str]]:
        """The cells of a sheet, by their stored values.

        Raises:
            UnusableInputError: a formula has none.
        """
        rows: list[list[str]] = []
        for row in self._sheet(name).iter(f"{_MAIN}row"):
            fields: dict[int, str] = {}
            for k, cell in enumerate(row.iter(f"{_MAIN}c")):
                fields[_column(cell.get("r"), k)] = _value(cell, self._strings)
            rows.append([fields.get(k, "") for k in range(max(fields, default=-1) + 1)])
            _limit(rows)
        return rows


_LINKS = "xl/_rels/workbook.xml.rels"


def _value(cell: Any, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(f"{_MAIN}t"))
    text = cell.findtext(f"{_MAIN}v") or ""
    if not text and cell.find(f"{_MAIN}f") is not None and kind != "str":
        where = f"In cell {cell.get('r')}" if cell.get("r") else "In a cell"
        raise UnusableInputError(
            f"{where} stands a formula whose result is not stored; open the workbook, let it work "
            "that out, and save it again, or save the table as CSV."
        )
    if kind == "s" and text.isdigit() and int(text) < len(strings):
        return strings[int(text)]
    return text


def _column(reference: str | None, otherwise: int) -> int:
    letters = "".join(c for c in reference or "" if c.isalpha())
    number = 0
    for letter in letters[:3]:
        number = number * 26 + ord(letter.upper()) - 64
    return number - 1 if letters else otherwise


class Ods:
    """A workbook of the open format."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        content = _part(archive, "content.xml")
        self._tables = {
            each.get(f"{_TABLE}name") or f"sheet {k}": each
            for k, each in enumerate(content.iter(f"{_TABLE}table"), start=1)
        }
        self.names = list(self._tables)

    def holds(self, name: str) -> bool:
        """Whether a sheet has any cell with something in it."""
        return any(
            cell.get(f"{_OFFICE}value") or "".join(cell.itertext()).strip()
            for cell in self._tables[name].iter(f"{_TABLE}table-cell")
        )

    def rows(self, name: str) -> list[list[str]]:
        """The cells of a sheet, by their stored values."""
        rows: list[list[str]] = []
        for row in self._tables[name].iter(f"{_TABLE}table-row"):
            fields: list[str] = []
            for cell in row:
                times = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 2000)
                value = cell.get(f"{_OFFICE}value")
                text = value if value is not None else "".join(cell.itertext())
                fields += [text] * (times if text or times < 1000 else 0)
            times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
            rows += [fields] * (min(times, 2000) if any(fields) else 1)
            _limit(rows)
        return rows


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    try:
        info = archive.getinfo(name)
        if info.file_size > _UNPACKED:
            raise RefusedInputError(f"“{name}” unpacks to over 64 MB; give the one table.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(archive.read(name), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
        raise UnusableInputError("The workbook cannot be read; save the table as CSV.") from None


def _limit(rows: list[list[str]]) -> None:
    if len(rows) > MOST_CELLS:
        raise RefusedInputError(
            f"The sheet has over {MOST_CELLS:,} rows; give the table, not the records behind it."
        )
