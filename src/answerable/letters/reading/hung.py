"""Columns that hang: a label, then words whose lines are all indented to where they began.

"Review      You may ask us to" above "            look again." The label becomes a heading and the
words a paragraph; a list within them stays a list.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from answerable.letters.reading.room import (
    AMONG_OTHERS,
    LONGEST,
    fitted,
    goes_on,
    is_full,
    is_item,
    is_prose,
)

_LEAST = 5  # columns that a label and the gap behind it take
_LABEL = 36  # characters, at most
_DEEPER = 8  # columns that a list may be indented within its cell
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_LISTED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.):]{0,2}|[-o*•]", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:part|item|q|question|request|point|answer|response)s?[ .]?(?:\d{1,2}|[a-h])[.:)]?",
    re.IGNORECASE,
)
_GAPPED = re.compile(r"(?P<label>[^\s|>](?:[^\t ]| (?! )){1,39})(?: {3,20}|\t{1,4})(?P<words>\S.*)")
_SENTENCE = 60  # characters of a cell that was never broken


class _Row(NamedTuple):
    """A label with its cell: the lines it takes, and the paragraphs and items in it."""

    label: str
    start: int
    end: int
    pieces: list[str]
    joined: int  # lines that went on with the one before


def hung(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """The table that begins at line ``at`` with its cells whole, and the line after it."""
    column = None
    if at + 1 < len(lines) and lines[at + 1][:1] in (" ", "\t"):
        column = _column(lines, at)
    if column is None:
        line = lines[at]
        return _unbroken(lines, at) if "   " in line or "\t" in line else None
    rows, end = _rows(lines, at, column)
    if not rows:
        return None
    if not _is_table(rows):
        return "\n".join(lines[at:end]), end
    made: list[str] = []
    place = at
    for row in rows:
        made += lines[place : row.start]
        made.append(_written(row, "\n".join(lines[row.start : row.end])))
        place = row.end
    return "\n".join([*made, *lines[place:end]]), end


def _column(lines: Sequence[str], at: int) -> int | None:
    """Where the words begin in a line whose next line is indented just so far."""
    line, below = _spread(lines[at]), _spread(lines[at + 1])
    column = len(below) - len(below.lstrip())
    if column < _LEAST or not below.strip():
        return None
    if _begins(line, column, wide=True):
        return column
    # An item of a list stands there, and its second line is indented to its words.
    at_item = line.rfind("  ", 0, column) + 2
    if column - at_item <= _DEEPER and is_item(line[at_item:]):
        return at_item if at_item >= _LEAST and _begins(line, at_item, wide=True) else None
    return None


def _spread(line: str) -> str:
    """A line with its tabs as spaces, so that words behind the last tab stand in one column."""
    if "\t" not in line:
        return line
    label, _, words = line.rpartition("\t")
    return label.replace("\t", "  ").rstrip().ljust(_LABEL + 4) + words.lstrip()


def _begins(line: str, column: int, *, wide: bool) -> bool:
    """Whether a label stands before the column and words begin right at it."""
    if len(line) <= column or line[column] == " " or line[column - 1] != " ":
        return False
    if line[0] in ">|+" or (wide and line[column - 2] != " "):
        return False
    label = line[:column].strip().strip("*")
    if not 1 < len(label) <= _LABEL or label.count(" ") > 8 or _LISTED.fullmatch(label):
        return False
    if label.endswith((",", ";", ".")) or not (label[0].isupper() or label[0].isdigit()):
        return False
    return any(map(str.isalpha, label)) and not _COLUMNS.search(line[column:])


def _rows(lines: Sequence[str], at: int, column: int) -> tuple[list[_Row], int]:
    """The rows of the table, and the line below it."""
    last = min(len(lines), at + LONGEST)
    width = 0
    found: list[tuple[int, int]] = []
    place = at
    while place < last:
        line = _spread(lines[place])
        if not _begins(line, column, wide=not _hangs(lines, place + 1, column)):
            break
        start, place = place, place + 1
        width = max(width, len(line.rstrip()) - column)
        while place < last and _hangs(lines, place, column):
            if lines[place].strip():
                width = max(width, len(_spread(lines[place]).rstrip()) - column)
            place += 1
        found.append((start, place))
        while place < last and not lines[place].strip():
            place += 1
    if not found:
        return [], at
    return [_row(lines, start, end, column, width) for start, end in found], found[-1][1]


def _hangs(lines: Sequence[str], place: int, column: int) -> bool:
    """Whether a line goes on in the column; so does a blank one above a line that does."""
    if place >= len(lines):
        return False
    if not lines[place].strip():
        return (
            place + 1 < len(lines)
            and bool(lines[place + 1].strip())
            and _hangs(lines, place + 1, column)
        )
    line = _spread(lines[place])
    indent = len(line) - len(line.lstrip())
    return column <= indent <= column + _DEEPER and not _COLUMNS.search(line.strip())


def _row(lines: Sequence[str], start: int, end: int, column: int, width: int) -> _Row:
    first = _spread(lines[start])
    pieces = [first[column:].strip()]
    joined, before, fresh = 0, pieces[0], False
    deep = is_item(before)
    for line in lines[start + 1 : end]:
        words = line.strip()
        if not words:
            fresh = True
            continue
        indent = len(_spread(line)) - len(_spread(line).lstrip())
        if not fresh and _joins(before, words, width, listed=deep, deeper=indent > column):
            pieces[-1] += " " + words
            joined += 1
        else:
            pieces.append(words)
            deep = is_item(words)
        before, fresh = words, False
    return _Row(first[:column].strip(), start, end, pieces, joined)


def _joins(before: str, words: str, width: int, *, listed: bool, deeper: bool) -> bool:
    """Whether a line goes on with the one before it; below an item it may only be indented."""
    if not listed:
        return goes_on(before, words, width)
    return not is_item(words) and (deeper or is_full(before, words, width))


def _is_table(rows: list[_Row]) -> bool:
    """Whether these are cells of words, not an address that happens to be indented."""
    joined = sum(row.joined for row in rows)
    listed = sum(is_item(piece) for row in rows for piece in row.pieces)
    return joined + listed > (0 if len(rows) > 1 else 1)


def _written(row: _Row, room: str) -> str:
    """A row in the room it took; as it was, where nothing in it was broken."""
    if not row.joined and len(row.pieces) < 2 and not is_prose(row.pieces[0], AMONG_OTHERS):
        return room
    label = " " * (len(room) - len(room.lstrip(" "))) + row.label
    inline = _NUMBERED.fullmatch(row.label) or row.label[0].isdigit() or row.label[-1] in ":?"
    pieces = [f"{label}{'  ' if inline else chr(10)}{row.pieces[0]}", *row.pieces[1:]]
    return fitted(pieces, len(room)) or room


def _unbroken(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """Rows of a document's table: label and sentences on one line, two rows or more."""
    rows: list[re.Match[str]] = []
    place = at
    while place < len(lines) and len(rows) < LONGEST:
        line = lines[place]
        match = _GAPPED.fullmatch(line) if "   " in line or "\t" in line else None
        if match is None or not _is_row(match["label"], match["words"]):
            break
        rows.append(match)
        place += 1
    if len(rows) < 2:
        return None
    made = []
    for match in rows:
        inline = _NUMBERED.fullmatch(match["label"]) or match["label"][-1] in ":?"
        words = match["words"].rstrip()
        whole = match.group() if inline else f"{match['label']}\n{words}"
        made.append(fitted([whole], len(match.group())) or match.group())
    return "\n".join(made), place


def _is_row(label: str, words: str) -> bool:
    if len(words) < _SENTENCE or not is_prose(words) or _COLUMNS.search(words):
        return False
    return label[0].isupper() and not _LISTED.fullmatch(label) and label[-1] not in ",;."
