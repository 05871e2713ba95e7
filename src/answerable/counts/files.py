"""Rows of a table from the bytes of a file: delimited text, XLSX or ODS, and nothing executed.

A light reader: one sheet that is not hidden, stored values only. Files are opened within limits;
what is hidden in a file is the business of another check.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answerable.counts.layout import around, frame
from answerable.counts.read_table import Sheet, from_rows, read_sheet
from answerable.counts.table import Table
from answerable.counts.workbook import Ods, Xlsx
from answerable.model import UnusableInputError


def read_counts(
    data: bytes,
    suffix: str,
    within: Mapping[str, str] | None = None,
    sheet: str = "",
    said: Sequence[str] = (),
) -> Table:
    """A two-way table of true counts from a file; of a workbook from the ``sheet`` named.

    ``within`` and ``said`` as in ``from_rows``.

    Raises:
        UnusableInputError: it holds no table of counts.
        RefusedInputError: it unpacks to more than is allowed.
    """
    found = sheet_of(data, suffix, sheet)
    table = from_rows(found.rows, within, said)
    return replace(table, notes=(*found.notes, *table.notes))


def rows_of(data: bytes, suffix: str, sheet: str = "") -> list[list[str]]:
    """The fields of a table in a file; see ``sheet_of``."""
    return sheet_of(data, suffix, sheet).rows


def sheet_of(data: bytes, suffix: str, sheet: str = "") -> Sheet:
    """One table of a file: of a workbook the sheet named, or the first that holds anything.

    Raises:
        UnusableInputError: it holds no table, or no sheet of that name.
        RefusedInputError: it unpacks to more than is allowed.
    """
    if data[:2] == b"PK":
        with _open(data) as archive:
            book = Xlsx(archive) if suffix.casefold() != ".ods" else Ods(archive)
            return _chosen(book, sheet)
    if sheet:
        raise UnusableInputError(f"There is no sheet “{sheet}”: the file is no workbook.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return read_sheet(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UnusableInputError("The table is not text, XLSX or ODS; save it as CSV.")


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise UnusableInputError("The workbook cannot be read; save the table as CSV.") from None


def _chosen(book: Xlsx | Ods, wanted: str) -> Sheet:
    """The sheet wanted; the others that hold something are named."""
    if not book.names:
        raise UnusableInputError("The workbook has no visible sheet.")
    if wanted and wanted not in book.names:
        listed = ", ".join(f"“{name}”" for name in book.names)
        raise UnusableInputError(f"There is no visible sheet “{wanted}”; there are {listed}.")
    name = wanted or next((each for each in book.names if book.holds(each)), book.names[0])
    others = [f"“{each}”" for each in book.names if each != name and book.holds(each)]
    notes = []
    if others and not wanted:
        many = "is another sheet" if len(others) == 1 else "are other sheets"
        notes.append(
            f"Only the sheet “{name}” was read; {', '.join(others)} {many}, to be chosen by name."
        )
    rows = _trimmed(book.rows(name))
    first, last = frame(rows)
    kept = _trimmed(rows[first:last])
    return Sheet(kept, (*notes, *around(rows, first, last)))


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without empty rows and empty columns at the end; every row as long as the first."""
    kept = [[field.strip() for field in row] for row in rows if any(f.strip() for f in row)]
    if not kept:
        raise UnusableInputError("The sheet is empty.")
    width = max(max(k for k, f in enumerate(row) if f) for row in kept) + 1
    return [[*row[:width], *[""] * (width - len(row))] for row in kept]
