"""Plain text and tables of values (.csv)."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from answerable.gate.limits import HeldError
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, hidden, visible

FAR_COLUMNS = 40
_PIECE = 16_000  # characters of running text that are looked at together
_HEAD = 4096
_ROWS = 200  # of a table, by which its number of columns is told
_VALUES = 16_384  # in a row: as many as the widest sheet of any office program
_MARKS = 4 * _VALUES  # in a line, where some may stand within a value
_TOO_WIDE = f"a line of the table has more values than the {_VALUES:,} that a sheet can show"


def table(data: bytes) -> Iterator[Span]:
    """Spans of a text file: row by row if it is a table; it is never whole in memory."""
    csv.field_size_limit(1 << 24)
    end = data.find(b"\x1a") if _coding(data) != "utf-16" else -1
    if end >= 0 and data[end + 1 :].strip(b"\0\r\n\t \x1a"):
        rest = data[end + 1 :][:_PIECE].decode("utf-8", "replace")
        yield hidden("trailing_data", squash(rest), "words after the mark that ends the file")
        data = data[:end]
    mark = mark_of(data)
    if not mark:
        yield from _running(data)
        return
    blank = widest = 0
    usual = _usual(data, mark)
    for number, row in enumerate(csv.reader(_narrow(data, mark), delimiter=mark), 1):
        if len(row) > _VALUES:
            raise HeldError(_TOO_WIDE)
        texts = tuple(filter(None, map(str.strip, row)))
        if not texts:
            blank += 1
            continue
        if blank > 60:
            yield hidden(
                "far_cell",
                " · ".join(texts),
                f"row {number}, {blank} empty rows below the rest",
                texts,
            )
            continue
        blank = 0
        near = widest + FAR_COLUMNS
        if number > 1 and len(row) > near and (far := [one for one in row[near:] if one.strip()]):
            where = f"row {number}, more than {FAR_COLUMNS} columns to the right of the rest"
            yield hidden("far_cell", " · ".join(far), where, tuple(far))
            texts = tuple(one.strip() for one in row[:near] if one.strip())
        else:
            widest = max(widest, len(row))
        if usual and len(row) > usual and _say(row[usual:]):
            beyond = tuple(one.strip() for one in row[usual:] if one.strip())
            where = f"row {number}, beyond the {usual} columns of the table"
            yield hidden("ragged_row", " · ".join(beyond), where)
            texts = tuple(one.strip() for one in row[:usual] if one.strip())
        if texts:
            yield visible(" · ".join(texts), "the table", texts)


def _usual(data: bytes, mark: str) -> int:
    """The number of columns of a table that is one; 0 if its rows are of many widths."""
    widths: Counter[int] = Counter()
    for row in islice(csv.reader(_narrow(data, mark), delimiter=mark), _ROWS):
        if any(map(str.strip, row)):
            widths[len(row)] += 1
    if not widths:
        return 0
    usual, often = widths.most_common(1)[0]
    wider = sum(count for width, count in widths.items() if width > usual)
    even = often >= 0.5 * widths.total() and wider <= max(1, widths.total() // 10)
    return usual if usual > 1 and even else 0


def _say(values: list[str]) -> bool:
    """Whether values say something in words."""
    return sum(word.strip(".,;:").isalpha() for one in values for word in one.split()) >= 3


def _narrow(data: bytes, mark: str) -> Iterator[str]:
    """The lines of a table, none of which is so wide that to take it apart is a load.

    Raises:
        HeldError: one is.
    """
    for line in lines(data):
        if len(line) > _MARKS and line.count(mark) > _MARKS:
            raise HeldError(_TOO_WIDE)
        yield line


def mark_of(data: bytes) -> str:
    """What stands between the values of a table, "" if the text is no table."""
    head = data[: 4 * _HEAD].decode(_coding(data), "replace")[:_HEAD]
    mark = max(",;\t|", key=head.count)
    return mark if head.count(mark) >= 2 else ""


def lines(data: bytes) -> Iterator[str]:
    """The lines of a text, as they end in it, without what no text holds."""
    stream = io.TextIOWrapper(io.BytesIO(data), _coding(data), "replace", newline="")
    for line in stream:
        yield line.replace("\0", "") if "\0" in line else line


def _coding(data: bytes) -> str:
    return "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def _running(data: bytes) -> Iterator[Span]:
    held: list[str] = []
    size = 0
    for line in lines(data):
        for at in range(0, len(line), _PIECE):
            held.append(line[at : at + _PIECE])
            size += len(held[-1])
            if size >= _PIECE:
                yield visible("".join(held), "the text")
                held, size = [], 0
    if held:
        yield visible("".join(held), "the text")
