"""A document as a person reads it: headings, paragraphs, items of lists, tables of words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``level`` is 1 to 6 for a heading; ``item`` is "", "bullet" or "number"."""

    runs: tuple[Run, ...]
    level: int = 0
    item: str = ""

    @property
    def text(self) -> str:
        """Its words in one string."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each of paragraphs."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]


Block = Paragraph | Table


def paragraph(words: str, level: int = 0) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(words),), level)


def words_of(blocks: list[Block]) -> str:
    """Everything a reader of the document reads, one paragraph a line."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [one.text for row in block.rows for cell in row for one in cell]
    return "\n".join(lines)
