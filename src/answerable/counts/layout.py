"""What stands around a table and is none of it: a title above, a source or note below."""

import re
from collections.abc import Sequence

from answerable.counts.markers import BLANKS
from answerable.model import UnusableInputError

_TITLE = re.compile(r"(?:table|tabl|figure|ffigur)\s+[\w.]*\d", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:source|note|notes|footnote|ffynhonnell|nodyn|nodiadau)\b|[*†©(\[]|\d+[.)]\s", re.IGNORECASE
)


def frame(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Where the table begins and ends among its rows, without a title above and notes below."""
    first, last = 0, len(rows)
    while first < len(rows) - 2 and _alone(rows[first]):
        first += 1
    head = rows[first] if first < len(rows) else ()
    if not any(_TITLE.match(row[0].strip()) for row in rows[:first]) and (
        len([field for field in head if field.strip()]) < 2 or any(map(_is_count, head[1:]))
    ):
        first = 0  # what stands there is rather a row that lacks its counts
    width = max(map(len, rows), default=0)
    if not first and rows and len(rows[0]) < width and _TITLE.match(rows[0][0].strip()):
        first = 1  # a title with commas in it falls apart
    while last > first + 1 and _is_note(rows[last - 1], len(rows[first])):
        last -= 1
    return first, last


def around(rows: Sequence[Sequence[str]], first: int, last: int) -> tuple[str, ...]:
    """What was left out, for the officer to see."""
    above = [" ".join(filter(None, row)) for row in rows[:first]]
    below = [" ".join(filter(None, row)) for row in rows[last:]]
    return (
        *(f"“{words[:80]}” stands above the table and was taken for its title." for words in above),
        *(f"“{words[:80]}” stands below the table and was taken for a note." for words in below),
    )


def _alone(row: Sequence[str]) -> bool:
    return bool(row) and bool(row[0].strip()) and not any(field.strip() for field in row[1:])


def _is_note(row: Sequence[str], width: int) -> bool:
    """Whether a last row is a source or a note: it says so, or is a sentence alone in its row."""
    words = row[0].strip()
    if len(row) != width or not _alone(row):
        return len(row) != width and bool(_NOTE.match(words))
    return bool(_NOTE.match(words)) or len(words) > 60


def _is_count(field: str) -> bool:
    return _is_blank(field) or bool(re.fullmatch(r"-?\d[\d,. ]*", field.strip()))


def _is_blank(field: str) -> bool:
    return field.strip().casefold() in BLANKS


def one_heading(rows: Sequence[Sequence[str]]) -> None:
    """That the table has one row of names for its columns.

    Raises:
        UnusableInputError: it has two, as where one cell was drawn over several columns.
    """
    if len(rows) < 3:
        return
    top, second = rows[0], rows[1]
    names = [field for field in second[1:] if field.strip()]
    words = names and not any(map(_is_count, names))
    if words and (not second[0].strip() or any(not field.strip() for field in top[1:])):
        over = next((field for field in top[1:] if field.strip()), "")
        raise UnusableInputError(
            f"The columns have two rows of names (“{over}” above “{names[0]}”); give them one row, "
            f"as in “{over}, {names[0]}”, so that each column has one name."
        )
