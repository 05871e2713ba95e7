"""Rows of a table from the bytes of a file: delimited text, XLSX or ODS, and nothing executed.

A light reader: the first sheet that is not hidden, stored values only. Files are opened within
limits; what is hidden in a file is the business of another check.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from answerable.counts.read_table import from_rows, read_rows
from answerable.counts.table import MOST_CELLS, Table
from answerable.model import RefusedInputError, UnusableInputError

_UNPACKED = 64 * 1024 * 1024
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_counts(data: bytes, suffix: str, within: Mapping[str, str] | None = None) -> Table:
    """A two-way table of true counts from a file; ``within`` as in ``from_rows``.

    Raises:
        UnusableInputError: it holds no table of counts.
        RefusedInputError: it unpacks to more than is allowed.
    """
    return from_rows(rows_of(data, suffix), within)


def rows_of(data: bytes, suffix: str) -> list[list[str]]:
    """The fields of a table in a file; see ``read_counts``."""
    if data[:2] == b"PK":
        return _trimmed(_xlsx(data) if suffix.casefold() != ".ods" else _ods(data))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return read_rows(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UnusableInputError("The table is not text, XLSX or ODS; save it as CSV.")


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


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise UnusableInputError("The workbook cannot be read; save the table as CSV.") from None


def _xlsx(data: bytes) -> list[list[str]]:
    with _open(data) as archive:
        book = _part(archive, "xl/workbook.xml")
        links = _part(archive, "xl/_rels/workbook.xml.rels")
        targets = {each.get("Id"): each.get("Target") for each in links}
        shown = [s for s in book.iter(f"{_MAIN}sheet") if s.get("state", "visible") == "visible"]
        if not shown:
            raise UnusableInputError("The workbook has no visible sheet.")
        target = targets[shown[0].get(f"{_REL}id")].lstrip("/")
        sheet = _part(archive, target if target.startswith("xl/") else f"xl/{target}")
        strings: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = _part(archive, "xl/sharedStrings.xml")
            strings = [
                "".join(t.text or "" for t in item.iter(f"{_MAIN}t"))
                for item in shared.iter(f"{_MAIN}si")
            ]
    rows: list[list[str]] = []
    for row in sheet.iter(f"{_MAIN}row"):
        fields: dict[int, str] = {}
        for k, cell in enumerate(row.iter(f"{_MAIN}c")):
            fields[_column(cell.get("r"), k)] = _value(cell, strings)
        rows.append([fields.get(k, "") for k in range(max(fields, default=-1) + 1)])
        _limit(rows)
    return rows


def _value(cell: Any, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in cell.iter(f"{_MAIN}t"))
    text = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s" and text.isdigit() and int(text) < len(strings):
        return strings[int(text)]
    return text


def _column(reference: str | None, otherwise: int) -> int:
    letters = "".join(c for c in reference or "" if c.isalpha())
    number = 0
    for letter in letters[:3]:
        number = number * 26 + ord(letter.upper()) - 64
    return number - 1 if letters else otherwise


def _ods(data: bytes) -> list[list[str]]:
    with _open(data) as archive:
        content = _part(archive, "content.xml")
    rows: list[list[str]] = []
    sheet = next(content.iter(f"{_TABLE}table"), None)
    if sheet is None:
        raise UnusableInputError("The file holds no sheet.")
    for row in sheet.iter(f"{_TABLE}table-row"):
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


def _limit(rows: list[list[str]]) -> None:
    if len(rows) > MOST_CELLS:
        raise RefusedInputError(
            f"The sheet has over {MOST_CELLS:,} rows; give the table, not the records behind it."
        )


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without empty rows and empty columns at the end; every row as long as the first."""
    kept = [[field.strip() for field in row] for row in rows if any(f.strip() for f in row)]
    if not kept:
        raise UnusableInputError("The sheet is empty.")
    width = max(max(k for k, f in enumerate(row) if f) for row in kept) + 1
    return [[*row[:width], *[""] * (width - len(row))] for row in kept]
