"""Tables drawn with bars: each row on one line with its cells whole, a row of sentences as prose."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from answerable.letters.reading.room import (
    AMONG_OTHERS,
    ENDS,
    LONGEST,
    NARROW,
    SHORTEST,
    fitted,
    goes_on,
    is_full,
    is_item,
    is_prose,
    is_rule,
)
from answerable.letters.reading.sides import heads_sides, side_by_side
from answerable.letters.text.tabled import ASKED, NUMBER

_LABEL = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]{0,2}", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]{2}")
_WIDE = 20  # columns
_PROSE = 25  # characters: a longer piece of an unruled cell is of words


class _Line(NamedTuple):
    """A line of the table, cut at its bars."""

    cells: tuple[str, ...]
    bars: tuple[int, ...]  # where the bars stand


class _Table(NamedTuple):
    """What all lines of a table have in common."""

    widths: tuple[int, ...]  # of the columns
    ruled: bool  # a rule stands below every row


class _Row(NamedTuple):
    """A row: the lines it takes, and the pieces of each of its cells."""

    start: int
    end: int
    cells: list[list[str]]

    def whole(self) -> list[str]:
        """Each cell put together."""
        return [" ".join(pieces) for pieces in self.cells]


def barred(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """The table that begins at line ``at`` with its cells whole, and the line after it."""
    outer = lines[at].lstrip()[:1] in ("|", "+")
    bars = None if outer else _bars(lines[at])
    end = at
    while end < min(len(lines), at + LONGEST) and _is_line(lines[end], bars):
        end += 1
    if end - at < 2:
        return None
    cut = [None if is_rule(line) else _cut(line, outer=outer) for line in lines[at:end]]
    rows = _rows(cut)
    block = lines[at:end]
    if not rows or len(block) < 2:
        return "\n".join(block), end
    head = rows[0].whole()
    made = _as_sides(cut, head, block) or _as_asked(rows, head, block)
    return made or _as_rows(rows, block, outer=outer), end


def _is_line(line: str, bars: tuple[int, ...] | None) -> bool:
    """Whether a line belongs to the table; ``bars`` within lines stand one below the other."""
    if bars is None:
        return line.lstrip()[:1] in ("|", "+") and ("|" in line or is_rule(line))
    return is_rule(line) or ("|" in line and _bars(line) == bars)


def _bars(line: str) -> tuple[int, ...]:
    found, at = [], line.find("|")
    while at >= 0:
        found.append(at)
        at = line.find("|", at + 1)
    return tuple(found)


def _cut(line: str, *, outer: bool) -> _Line:
    words = line.strip()
    if outer:
        words = words.removeprefix("|").removesuffix("|")
    return _Line(tuple(cell.strip() for cell in words.split("|")), _bars(line))


def _measured(cut: list[_Line | None]) -> _Table:
    """How wide each column is: as wide as its longest cell, or as the room between two bars."""
    said = [line for line in cut if line is not None]
    widths = [max(map(len, column)) for column in zip(*(line.cells for line in said), strict=False)]
    bars = said[0].bars if said else ()
    if len(bars) > len(widths) and all(line.bars == bars for line in said):
        rooms = (after - bar - 3 for bar, after in itertools.pairwise(bars))
        widths = [max(pair) for pair in zip(widths, rooms, strict=False)]
    return _Table(tuple(widths), sum(line is None for line in cut) > 2)


def _rows(cut: list[_Line | None]) -> list[_Row]:
    """The rows, each of as many lines as its cells were broken over."""
    rows: list[_Row] = []
    table = _measured(cut)
    fresh, before = True, None
    for place, line in enumerate(cut):
        if line is None:
            fresh = True
            continue
        if rows and not fresh and before is not None and _continues(rows[-1], line, before, table):
            for pieces, cell in zip(rows[-1].cells, line.cells, strict=True):
                if cell:
                    pieces.append(cell)
            rows[-1] = rows[-1]._replace(end=place + 1)
        else:
            rows.append(_Row(place, place + 1, [[cell] if cell else [] for cell in line.cells]))
        fresh, before = False, line
    return rows


def _continues(row: _Row, line: _Line, before: _Line, table: _Table) -> bool:
    """Whether a line goes on with the cells of the row above it."""
    if len(line.cells) != len(row.cells) or len(line.cells) > len(table.widths):
        return False
    said = [n for n, cell in enumerate(line.cells) if cell]
    if not said or any(not row.cells[n] or is_item(line.cells[n]) for n in said):
        return False
    aligned = line.bars == before.bars
    lasts = {n: row.cells[n][-1] for n in said}
    small = [n for n in said if line.cells[n][0].islower() and not lasts[n].endswith(ENDS)]
    full = [n for n in said if aligned and is_full(lasts[n], line.cells[n], table.widths[n])]
    if not small and not any(_LETTER.search(line.cells[n]) for n in said):
        fills = all(n in full and table.widths[n] >= _WIDE for n in said)
        return fills and not line.cells[0]
    if not line.cells[0]:
        if len(said) == 1:
            only = said[0]
            if small or (full and table.widths[only] >= _WIDE):
                return True
            if aligned and not lasts[only].endswith(ENDS):
                return False  # one thing below another
            return max(len(lasts[only]), len(line.cells[only])) >= _PROSE
        return bool(small) or all(n in full and table.widths[n] >= _WIDE for n in said)
    if not aligned or any(n not in full and n not in small for n in said):
        return False
    if any(not _LETTER.search(lasts[n]) and not _LETTER.search(line.cells[n]) for n in said):
        return False  # figures below figures
    wide = {n for n in said if table.widths[n] >= _WIDE}
    return bool(wide.intersection(small)) or (
        bool(wide) and (table.ruled or _are_wide(line, lasts, table))
    )


def _are_wide(line: _Line, lasts: dict[int, str], table: _Table) -> bool:
    """Whether every cell of the line goes on with prose in a wide column."""
    return len(lasts) > 1 and all(
        table.widths[n] >= NARROW and goes_on(before, line.cells[n], table.widths[n])
        for n, before in lasts.items()
    )


def _as_sides(cut: list[_Line | None], head: list[str], block: Sequence[str]) -> str | None:
    """A table of reasons for beside reasons against; None if it is none."""
    if not heads_sides(head) or any(len(line.cells) != 2 for line in cut if line is not None):
        return None
    columns: tuple[list[str], list[str]] = ([], [])
    first = next(n for n, line in enumerate(cut) if line is not None)
    before = None
    for line in cut[first + 1 :]:
        for n, side in enumerate(columns):
            torn = line is None or before is None or line.bars != before.bars
            side += [*([""] if torn else []), *([line.cells[n]] if line is not None else [])]
        before = line
    return side_by_side(head, columns, "\n".join(block))


def _as_asked(rows: list[_Row], head: list[str], block: Sequence[str]) -> str | None:
    """A numbered list of what was asked, between bars; None if it is none."""
    if len(head) != 2 or not NUMBER.fullmatch(head[0].strip(" *:")):
        return None
    if not ASKED.fullmatch(head[1].strip(" *:")) or len(rows) < 3:
        return None
    cells = [row.whole() for row in rows[1:]]
    if not all(len(each) == 2 and each[1] and _LABEL.fullmatch(each[0]) for each in cells):
        return None
    # Indented, so that the letter's own numbers are not taken to go on with these.
    items = [f"  {label.strip('().')}. {words}" for label, words in cells]
    return fitted([" | ".join(filter(None, head)), *items], len("\n".join(block)), "\n")


def _as_rows(rows: list[_Row], block: Sequence[str], *, outer: bool) -> str:
    """Every row in the room it took; as it was, where it was whole and holds no sentence."""
    if all(row.end - row.start == 1 for row in rows) and max(map(len, block)) < SHORTEST:
        return "\n".join(block)  # nothing is broken, and no cell has room for a sentence
    made: list[str] = []
    place = 0
    prose = False
    shortest = AMONG_OTHERS if any(is_prose(cell) for row in rows for cell in row.whole()) else None
    for row in rows:
        made += block[place : row.start]
        room = "\n".join(block[row.start : row.end])
        cells = row.whole()
        said = [cell for cell in cells if cell]
        if shortest is not None and any(is_prose(cell, shortest) for cell in cells):
            prose, new = True, fitted(_spoken(cells, shortest), len(room))
        elif prose and not cells[0] and len(said) == 1 and is_item(said[0]):
            new = fitted(said, len(room))
        elif row.end - row.start > 1:
            prose = False
            line = " | ".join(cells)
            new = (f"| {line} |" if outer else line).ljust(len(room))
        else:
            prose, new = False, None
        made.append(new if new is not None and len(new) == len(room) else room)
        place = row.end
    return "\n".join([*made, *block[place:]])


def _spoken(cells: list[str], shortest: int) -> list[str]:
    """The paragraphs of a row of sentences: what stands before the first of them is its heading."""
    said = [cell for cell in cells if cell]
    if _LABEL.fullmatch(said[0]) and len(said) > 1:
        return [" | ".join(said)]
    first = next(n for n, cell in enumerate(said) if is_prose(cell, shortest))
    lead = " | ".join(said[:first])
    if lead.endswith("?") and not is_item(
        lead
    ):  # "Is it held?" is the authority's own: no question over an answer
        return [f"{lead} | {said[first]}", *said[first + 1 :]]
    return [f"{lead}\n{said[first]}" if lead else said[first], *said[first + 1 :]]
