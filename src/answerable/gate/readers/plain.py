"""Plain text, tables of values (.csv) and rich text (.rtf)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, hidden, note, visible

FAR_COLUMNS = 40
_PIECE = 16_000  # characters of running text that are looked at together
_HEAD = 4096
_ROWS = 200  # of a table, by which its number of columns is told
#: Groups in which an RTF document says who made it and why.
_SAID = "author|operator|manager|company|category|title|subject|keywords|comment|doccomm"
_GROUND = re.compile(
    r"\\(?:highlight|chcbpat|cb)([1-9]\d?)(?!\d)(.{0,2000}?)(?:\}|\\highlight0|\\plain|\\par\b)",
    re.DOTALL,
)
_INK = re.compile(r"\\cf([1-9]\d?)(?!\d)(.{0,2000}?)(?:\}|\\cf\d|\\plain|\\par\b)", re.DOTALL)


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
    for number, row in enumerate(csv.reader(lines(data), delimiter=mark), 1):
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
    for row in islice(csv.reader(lines(data), delimiter=mark), _ROWS):
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


def rich(data: bytes) -> Iterator[Span]:
    """Spans of an RTF document."""
    text = data.decode("latin-1")
    for what, carrier, pattern in (
        ("comment", "comment", r"\{\\\*\\annotation\b(.{0,4000}?)\}\}?"),
        ("deleted words", "tracked_changes", r"\\deleted\b(.{0,2000}?)\}"),
        ("inserted words", "tracked_changes", r"\\revised\b(.{0,2000}?)\}"),
        ("hidden words", "hidden_text", r"\\v(?:\s|\\)(?!0)(.{0,2000}?)\}"),
        ("document variable", "document_variable", r"\{\\\*\\docvar\b(.{0,500}?)\}\}"),
    ):
        for found in re.finditer(pattern, text, re.DOTALL):
            inner = squash(re.sub(r"\\[a-z]+-?\d* ?|[{}\\*]", " ", found.group(1)))
            if inner:
                yield Span(carrier, inner, what, Visibility.HIDDEN)
    yield from _inked(text)
    if "\\object" in text:
        yield hidden("embedded_object", "embedded object", "embedded file")
    for key in re.findall(rf"\{{\\(?:{_SAID})\b ?([^{{}}]+)\}}", text):
        yield note("metadata", key, "document properties")
    end = text.rfind("}")
    if text[end + 1 :].strip("\0\r\n\t "):
        yield hidden("trailing_data", text[end + 1 :], "bytes after the end of the file")
    shown = re.sub(rf"\{{\\(?:{_SAID})\b[^{{}}]*\}}", " ", text)
    yield visible(squash(re.sub(r"\\[a-z]+-?\d* ?|[{}]", " ", shown)), "the text")


def _inked(text: str) -> Iterator[Span]:
    """Words in dark ink on a dark ground, and in white ink on none."""
    table = re.search(r"\{\\colortbl\b([^{}]{0,20000})\}", text)
    colours = [
        tuple(map(int, re.findall(r"\\(?:red|green|blue)(\d{1,3})", one)))
        for one in (table.group(1).split(";") if table else ())
    ]
    dark = {str(n) for n, one in enumerate(colours) if len(one) == 3 and max(one) <= 0x60}
    pale = {str(n) for n, one in enumerate(colours) if len(one) == 3 and min(one) >= 0xF8}
    for found in _GROUND.finditer(text):
        inks = re.findall(r"\\cf(\d+)", found.group(2))
        words = _plain(found.group(2)) if found.group(1) in dark else ""
        if words and all(ink in dark or ink == "0" for ink in inks):
            yield Span("text_under_box", words, "words on a dark ground", Visibility.COVERED)
    if re.search(r"\\(?:clcbpat|cbpat|clshdng|highlight)[1-9]", text):
        return  # white words may stand on a ground
    for found in _INK.finditer(text):
        if found.group(1) in pale and (words := _plain(found.group(2))):
            yield hidden("white_text", words, "words in the colour of the paper")


def _plain(text: str) -> str:
    return squash(re.sub(r"\\[a-z]+-?\d* ?|[{}\\*]", " ", text))
