"""Two columns of prose, reasons for beside reasons against, set out one column after the other."""

import re
from collections.abc import Sequence

from answerable.letters.reading import weighing
from answerable.letters.reading.room import LONGEST, fitted, is_rule, paragraphs

_GAP = re.compile(r" {3,}|\t+")
_MOST = 80  # characters of a heading
_FEWEST = 2  # spaces in a reason
_NARROW = 18  # columns: in so wide a one prose is broken
_PLAIN = {"for": "for", "in favour": "for", "against": "against", "not in favour": "against"}


def heads_sides(cells: Sequence[str]) -> bool:
    """Whether two cells head what speaks for and what speaks against."""
    if len(cells) != 2 or not all(0 < len(cell) <= _MOST for cell in cells):
        return False
    roles = {_role(cell.strip(" *:").lower()) for cell in cells}
    return roles == {"for", "against"}


def _role(head: str) -> str:
    return _PLAIN.get(head) or weighing.role_of(head, heading=True)


def sides(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """The table below a heading without bars, in the room it took, and the line after it."""
    head = lines[at]
    cells = [cell for cell in _GAP.split(head.strip()) if cell]
    if not heads_sides(cells):
        return None
    column = head.index(cells[1], head.index(cells[0]) + len(cells[0]))
    columns: tuple[list[str], list[str]] = ([], [])
    place, end, blank = at + 1, at, False
    while place < min(len(lines), at + LONGEST):
        line = lines[place]
        place += 1
        if not line.strip() or is_rule(line):
            blank = True
            continue
        cut = _cut(line, column, alone=not blank)
        if cut is None:
            break
        for side, words in zip(columns, cut, strict=True):
            side += ["", words] if blank or "\t" in line else [words]
        blank, end = False, place
    if end == at:
        return None
    room = "\n".join(lines[at:end])
    return side_by_side(cells, columns, room) or room, end


def _cut(line: str, column: int, *, alone: bool) -> tuple[str, str] | None:
    """The two sides of a line; a left side ``alone`` is one only within a paragraph."""
    cells = [cell for cell in _GAP.split(line.strip()) if cell]
    if "\t" in line:
        return (cells[0], cells[1]) if len(cells) == 2 else None
    left, right = line[:column].strip(), line[column:].strip()
    apart = len(line) <= column or line[max(0, column - 2) : column].isspace()
    if apart and (right or (left and alone)):
        return left, right
    return (cells[0], cells[1]) if len(cells) == 2 else None


def side_by_side(
    heads: Sequence[str], columns: tuple[Sequence[str], Sequence[str]], room: str
) -> str | None:
    """Each heading above all that stands below it; None if it does not fit or a side is empty.

    ``columns``: the lines of either, an empty one between two rows.
    """
    pieces = []
    for head, lines in zip(heads, columns, strict=True):
        whole = paragraphs(lines, _NARROW)
        if not any(words.count(" ") >= _FEWEST for words in whole):
            return None  # figures, or nothing
        pieces += [f"{head.strip(' *')}\n{whole[0]}", *whole[1:]]
    return fitted(pieces, len(room))
