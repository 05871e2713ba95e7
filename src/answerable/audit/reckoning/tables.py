"""Tables of figures in a letter, and the hidden cells that their totals give away.

A cell left out so that nobody can be identified is no secret when the total less the other
cells leaves it (FOIA s.40; complementary suppression).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.model import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a number, or hidden, with its place in the letter."""

    value: float | None
    span: Span
    at_most: int | None = None  # a hidden cell that is said to be below a number


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of one width; ``total_row`` and ``total_column`` where there are totals."""

    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total_row: int | None
    total_column: int | None


_GAP = re.compile(
    r" {2,}|\t+| ?\| ?| ?\.{3,} ?|: +(?=[\d<*£(\[]|withh|redact|suppress|exempt|hidden|fewer|less than|under |not disc|x+\b)"
)
_COLUMNS = ("  ", "\t", "|", ": ", "...")  # one of these is in every gap
_LISTED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] +(?=\w)")
_FIGURE = re.compile(r"£?(\d{1,3}(?:,\d{3}){0,4}|\d{1,12})(?:\.\d{1,2})?$")
_BELOW = re.compile(r"[\[(]?(?:<|less than|fewer than|under|below) ?(\d{1,2}|five|ten)[\])]?$")
_HIDDEN = re.compile(
    r"(?:\*{1,3}|#|\[[a-z][a-z ]{0,20}\]|\(?(?:withheld|suppressed|redacted|not disclosed|exempt|hidden|omitted|removed|xx?x?)"
    r"(?:[ ,:(-].{0,40})?|s(?:ection)?\.? ?40.{0,12}|1 ?(?:-|to) ?[45]|low)\)?$"
)
_TOTAL = re.compile(
    r"(?:(?:grand |overall |sub-?)?totals?|all|overall|sum|whole|entire|combined|altogether)\b|[a-z' ]{2,30} total$"
)
_RULED = re.compile(r"[-=+|_ ]{6,}")  # a line drawn above the total
_WORDS = {"five": 5, "ten": 10}


def may_hold_tables(flow: str) -> bool:
    """Whether at least two times in ``flow`` something stands that may part two columns."""
    times = 0
    for parting in _COLUMNS:
        times += flow.count(parting)
        if times > 1:
            return True
    return False


def tables(flow: str) -> Iterator[Table]:
    """Every table of figures with a total in ``flow``, read from lines of two or more columns."""
    run: list[tuple[str, tuple[Cell, ...]]] = []
    heads: list[str] = []
    last = 0  # where the line before ended
    for line in _lines(flow):
        row = _row(flow, line)
        if row is not None and not run and _are_years(flow, row[1]):
            row = None  # "Division   2024   2025": heads, and no figures
        apart = "\n\n" in flow[last : line.start]
        last = line.end
        closed = apart and len(run) > 1 and _TOTAL.match(run[-1][0])
        if row is not None and not closed and (not run or len(row[1]) == len(run[0][1])):
            run.append(row)
            continue
        yield from _table(run, heads)
        run = [row] if row is not None else []
        heads = [h for h in _GAP.split(flow[line.start : line.end].strip().lower()) if h]
    yield from _table(run, heads)


_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d)?")


def _are_years(flow: str, cells: tuple[Cell, ...]) -> bool:
    return all(_YEAR.fullmatch(flow, *cell.span) is not None for cell in cells)


def _lines(flow: str) -> Iterator[Span]:
    start = 0
    while start < len(flow):
        end = flow.find("\n", start)
        end = len(flow) if end < 0 else end
        if end - start < 400 and flow[start:end].strip() and not _RULED.fullmatch(flow, start, end):
            yield Span(start, end)
        start = end + 1


def _row(flow: str, line: Span) -> tuple[str, tuple[Cell, ...]] | None:
    text = flow[line.start : line.end].lower()
    if not any(mark in text for mark in _COLUMNS):
        return None
    listed = _LISTED.match(text)
    pieces = list(_pieces(text, line.start, listed.end() if listed else 0))
    if len(pieces) < 2:
        return None
    cells = tuple(cell for words, span in pieces[1:] if (cell := _cell(words, span)))
    if len(cells) != len(pieces) - 1:
        return None
    return pieces[0][0], cells


def _pieces(text: str, offset: int, start: int) -> Iterator[tuple[str, Span]]:
    ends = [*((m.start(), m.end()) for m in _GAP.finditer(text, start)), (len(text), len(text))]
    for end, following in ends:
        words = text[start:end].strip()
        if words:
            begin = text.index(words, start)
            yield words, Span(offset + begin, offset + begin + len(words))
        start = following


def _cell(words: str, span: Span) -> Cell | None:
    figure = _FIGURE.match(words)
    if figure:
        return Cell(float(figure[0].lstrip("£").replace(",", "")), span)
    below = _BELOW.match(words)
    if below:
        number = _WORDS.get(below[1]) or int(below[1])
        return Cell(None, span, at_most=number - 1)
    return Cell(None, span) if _HIDDEN.match(words) else None


def _table(run: list[tuple[str, tuple[Cell, ...]]], heads: list[str]) -> Iterator[Table]:
    if len(run) < 2 or all(cell.value is not None for _, row in run for cell in row):
        return
    labels = tuple(label for label, _ in run)
    last = len(run) - 1
    width = len(run[0][1])
    total_row = next((i for i in (last, 0) if _TOTAL.match(labels[i])), None)
    if total_row is None and width > 1 and _sums_up([row for _, row in run]):
        total_row = last
    total_column = width - 1 if width > 2 and heads and _TOTAL.match(heads[-1]) else None
    if total_row is not None or total_column is not None:
        yield Table(labels, tuple(row for _, row in run), total_row, total_column)


def _sums_up(rows: list[tuple[Cell, ...]]) -> bool:
    """Whether the last row, whatever it is called, is the sum of the others as far as they show.

    One column must be given whole and add up; where cells are hidden the rest may not pass it.
    """
    *parts, whole = rows
    if len(parts) < 2 or any(cell.value is None for cell in whole):
        return False
    shown = False
    for place, total in enumerate(whole):
        given = [row[place].value for row in parts]
        known = sum(value for value in given if value is not None)
        if None in given:
            if known > (total.value or 0):
                return False
        elif known != total.value or not known:
            return False
        else:
            shown = True
    return shown


def recoverable(table: Table) -> tuple[tuple[Cell, float], ...]:
    """The hidden cells that follow from the totals by taking the others away, with their values."""
    grid = [list(row) for row in table.rows]
    found: list[tuple[Cell, float]] = []
    changed = True
    while changed:
        changed = False
        for line in _sums(table):
            hidden = [place for place in line if grid[place[0]][place[1]].value is None]
            if len(hidden) != 1:
                continue
            row, column = hidden[0]
            answer = _solve(grid, line, hidden[0])
            if answer < 0:
                continue
            found.append((grid[row][column], answer))
            grid[row][column] = replace(grid[row][column], value=answer)
            changed = True
    return tuple(found)


def _sums(table: Table) -> Iterator[list[tuple[int, int]]]:
    """Each row or column with its total; the total's place comes last."""
    width, height = len(table.rows[0]), len(table.rows)
    if table.total_row is not None:
        others = [i for i in range(height) if i != table.total_row]
        for column in range(width):
            yield [*((i, column) for i in others), (table.total_row, column)]
    if table.total_column is not None:
        others = [i for i in range(width) if i != table.total_column]
        for row in range(height):
            yield [*((row, i) for i in others), (row, table.total_column)]


def _solve(grid: list[list[Cell]], line: list[tuple[int, int]], hidden: tuple[int, int]) -> float:
    known = sum(grid[r][c].value or 0.0 for r, c in line[:-1] if (r, c) != hidden)
    if hidden == line[-1]:
        return known
    row, column = line[-1]
    return (grid[row][column].value or 0.0) - known
