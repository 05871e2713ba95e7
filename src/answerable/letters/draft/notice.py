"""A notice before it is rendered: headings, paragraphs, lists, with links on their words."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the letter."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``links`` are (words in it, address), each on the first place of its words."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    quoted: bool = False  # the applicant's words


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``labels`` are the applicant's numbers, empty for bullets."""

    items: tuple[str, ...]
    labels: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; every row has as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def figures(self) -> frozenset[int]:
        """The columns of figures, which are set to the right; never the first, which names the rows."""
        return frozenset(
            place
            for place in range(1, len(self.head))
            if any(_FIGURE.fullmatch(row[place].strip()) for row in self.rows)
            and all(_FIGURE_OR_MARK.fullmatch(row[place].strip()) for row in self.rows)
        )


_FIGURE = re.compile(r"[-−]?(?:[£€$] ?)?\d[\d,]*(?:\.\d+)?(?: ?%)?")
# What stands where a figure is withheld, small or none: "*", "[c]", "fewer than 5".
_FIGURE_OR_MARK = re.compile(
    rf"{_FIGURE.pattern}|\*|-|–|\[[a-z]\]|n/a|nil|none|(?:<|under|below|fewer than|less than) ?\d+|",
    re.IGNORECASE,
)

Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Notice:
    """A whole notice.

    ``head`` is the letterhead, a line each: the authority, its address, the reference, the day and
    the salutation.
    """

    title: str
    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    draft: bool = False

    @property
    def address(self) -> tuple[str, ...]:
        """The lines of the address, below the name of the authority."""
        return self.head[1:-3]

    @property
    def dated(self) -> tuple[str, ...]:
        """The reference and the day, which stand apart from the address."""
        return self.head[1:-1][-2:]
