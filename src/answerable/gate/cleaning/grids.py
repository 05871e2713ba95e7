"""A sheet as a person sees it: rows of cells, with nothing behind them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as shown. ``number`` is what is shown as a number, rounded as it is shown.

    ``code`` is the number format that shows it so, from a short list of our own.
    """

    text: str
    number: float | None = None
    code: str = ""


@dataclass
class Sheet:
    """One visible sheet; None is an empty cell."""

    name: str
    rows: list[list[Cell | None]] = field(default_factory=list)


def squeezed(name: str, rows: list[tuple[int, dict[int, Cell]]], shut: set[int]) -> Sheet:
    """A sheet from numbered rows and columns: hidden columns close up, empty ones stay.

    The gap that hidden rows leave is closed too: ``rows`` holds the rows that are seen.
    """
    last = max((column for _, cells in rows for column in cells), default=0)
    columns = [column for column in range(1, last + 1) if column not in shut]
    made: list[list[Cell | None]] = []
    before = 0
    for number, cells in rows:
        if before and number - before > 1 and made[-1:] != [[]]:
            made.append([])  # one empty row tells two tables apart; how many is not said
        before = number
        made.append([cells.get(column) for column in columns])
    return Sheet(name, made)
