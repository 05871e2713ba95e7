"""Tables of values (.csv): read, and written from a sheet."""

import csv
import io

from answerable.gate.cleaning.grids import Cell, Sheet

_BLANK = 60  # rows further below than this are no part of the table; the reader flags them


def read(data: bytes) -> tuple[Sheet, str]:
    """The table and the mark that stands between its values."""
    words = data.decode(
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace"
    )
    mark = max(",;\t|", key=words[:4096].count)
    csv.field_size_limit(1 << 24)
    rows: list[list[Cell | None]] = []
    blank = 0
    for row in csv.reader(io.StringIO(words.replace("\0", ""), newline=""), delimiter=mark):
        if not any(one.strip() for one in row):
            blank += 1
            continue
        if blank > _BLANK:
            continue
        rows += [[] for _ in range(blank)]
        blank = 0
        rows.append([Cell(one) for one in row])
    return Sheet("Table", rows), mark


def write(sheet: Sheet, mark: str = ",") -> bytes:
    """The table as UTF-8 text, one line a row."""
    out = io.StringIO(newline="")
    made = csv.writer(out, delimiter=mark, lineterminator="\r\n")
    for row in sheet.rows:
        made.writerow([cell.text if cell else "" for cell in row])
    return out.getvalue().encode("utf-8")
