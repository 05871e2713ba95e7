"""A sheet as a person sees it: rows of cells, with nothing behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as shown. ``number`` is what is shown as a number, rounded as it is shown.

    ``code`` is the number format that shows it so, from a short list of our own.
    """

    text: str
    number: float | None = None
    code: str = ""


Row = list[Cell | None]
Numbered = tuple[int, dict[int, Cell]]  # the number of a row, and its cells by column


@dataclass
class Sheet:
    """One visible sheet; None is an empty cell. Its rows may be gone through many times."""

    name: str
    rows: Iterable[Row] = field(default_factory=list)

    def survey(self) -> "Survey":
        """What is to be known of its rows before they are written."""
        if isinstance(self.rows, Squeezed):
            return self.rows.survey
        made = Survey()
        for row in self.rows:
            made.take(enumerate(row, 1))
        return made

    @property
    def empty(self) -> bool:
        """Whether it has no row."""
        return next(iter(self.rows), None) is None


@dataclass
class Survey:
    """What a writer must know of a sheet before its first row."""

    codes: set[str] = field(default_factory=set)  # number formats
    widths: dict[int, int] = field(default_factory=dict)  # longest text by column

    def take(self, cells: Iterable[tuple[int, Cell | None]]) -> None:
        """One more row: the numbers of columns, and what is there."""
        widths = self.widths
        for column, cell in cells:
            if cell is not None:
                self.codes.add(cell.code)
                if len(cell.text) > widths.get(column, -1):
                    widths[column] = len(cell.text)

    @property
    def columns(self) -> list[int]:
        """The columns that hold a cell, be it an empty one."""
        return sorted(self.widths)


class Source:
    """Rows with the numbers that they had, and what is to be known of them all."""

    def numbered(self) -> Iterable[Numbered]:
        """Number and cells of each row, as often as it is asked."""
        raise NotImplementedError

    def survey(self) -> Survey:
        """What is to be known of them all."""
        made = Survey()
        for _, cells in self.numbered():
            made.take(cells.items())
        return made


class Squeezed:
    """Rows of a source as they stand in a copy: hidden columns close up, empty ones stay.

    The gap that hidden rows leave is closed too: a source gives the rows that are seen.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._survey: Survey | None = None

    @property
    def survey(self) -> Survey:
        """What is to be known of the rows, by their columns in the copy."""
        if self._survey is None:
            self._survey = self._source.survey()
        places = {column: at for at, column in enumerate(self._survey.columns, 1)}
        widths = {places[column]: width for column, width in self._survey.widths.items()}
        return Survey(self._survey.codes, widths)

    def __iter__(self) -> Iterator[Row]:
        if self._survey is None:
            self._survey = self._source.survey()
        columns = self._survey.columns
        before = 0
        last: Row | None = None
        for number, cells in self._source.numbered():
            if before and number - before > 1 and last != []:
                yield []  # one empty row tells two tables apart; how many is not said
            before = number
            last = [cells.get(column) for column in columns]
            yield last
