"""Tables of values (.csv): read row by row, and written from a sheet."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.gate.cleaning.grids import Cell, Row, Sheet
from answerable.gate.readers.plain import FAR_COLUMNS, lines, mark_of

_BLANK = 60  # rows further below than this are no part of the table; the reader flags them


def read(data: bytes) -> tuple[Sheet, str]:
    """The table and the mark that stands between its values; its rows are read as they are asked."""
    mark = mark_of(data) or ","
    return Sheet("Table", _Rows(data, mark)), mark


@dataclass(frozen=True)
class _Rows:
    """The rows of a table, as often as they are gone through."""

    data: bytes
    mark: str

    def __iter__(self) -> Iterator[Row]:
        csv.field_size_limit(1 << 24)
        blank = widest = 0
        for row in csv.reader(lines(self.data), delimiter=self.mark):
            if not any(map(str.strip, row)):
                blank += 1
                continue
            if blank > _BLANK:
                continue
            yield from ([] for _ in range(blank))
            blank = 0
            near = widest + FAR_COLUMNS if widest else len(row)
            if any(map(str.strip, row[near:])):
                row = row[:near]
            else:
                widest = max(widest, len(row))
            yield [Cell(one) for one in row]


def write(sheet: Sheet, mark: str = ",") -> bytes:
    """The table as UTF-8 text, one line a row."""
    out = io.BytesIO()
    stream = io.TextIOWrapper(out, "utf-8", newline="")
    made = csv.writer(stream, delimiter=mark, lineterminator="\r\n")
    for row in sheet.rows:
        made.writerow([cell.text if cell else "" for cell in row])
    stream.flush()
    return out.getvalue()
