"""A published table with marks as a system: what a reader of it knows."""

from collections.abc import Sequence
from fractions import Fraction

from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Relation, System, Variable
from answerable.counts.read_table import TOTALS
from answerable.model import UnusableInputError

Marks = dict[str, tuple[int, int | None]]


def read_published(rows: Sequence[Sequence[str]], marks: Marks, title: str) -> System:
    """Cells are named “row / column”; a last row or column called Total is the sum of the rest.

    Raises:
        UnusableInputError: a mark without a declared range, or a blank.
    """
    across, down = list(rows[0][1:]), [row[0] for row in rows[1:]]
    if len(set(across)) != len(across) or len(set(down)) != len(down):
        raise UnusableInputError(
            f"In “{title}”, two rows or columns have one label; tell them apart."
        )
    variables: dict[tuple[int, int], Variable] = {}
    for i, row in enumerate(rows[1:]):
        for j, field in enumerate(row[1:]):
            name = f"{down[i]} / {across[j]}"
            ends = _ends(field, name, marks, title)
            if ends is not None:
                variables[i, j] = Variable(name, *ends)
    relations = []
    lines = []
    if across and across[-1].casefold() in TOTALS:
        lines += [
            ([(i, j) for j in range(len(across))], f"row “{down[i]}”") for i in range(len(down))
        ]
    if down and down[-1].casefold() in TOTALS:
        lines += [
            ([(i, j) for i in range(len(down))], f"column “{across[j]}”")
            for j in range(len(across))
        ]
    for line, words in lines:
        if all(cell in variables for cell in line):
            terms = tuple(
                (variables[cell].name, Fraction(-1 if cell == line[-1] else 1)) for cell in line
            )
            relations.append(
                Relation(terms, Fraction(0), Fraction(0), f"the total of {words} in {title}")
            )
    return System(tuple(variables.values()), tuple(relations))


def _ends(
    field: str, name: str, marks: Marks, title: str
) -> tuple[Fraction | None, Fraction | None] | None:
    """The range a field stands for; None where nothing was collected."""
    text = field.strip()
    plain = text.replace(",", "")
    if plain.isdigit() and plain.isascii():
        return Fraction(plain), Fraction(plain)
    if text in marks:
        low, high = marks[text]
        return Fraction(low), None if high is None else Fraction(high)
    blank = BLANKS.get(text.casefold())
    if blank is Blank.IMPOSSIBLE:
        return Fraction(0), Fraction(0)
    if blank is Blank.WITHHELD:
        return Fraction(0), None
    if blank is Blank.NOT_COLLECTED:
        return None
    if not text:
        raise UnusableInputError(
            f"In “{title}”, {name} is blank: write 0, [c] (withheld), [x] (not collected) or [z] "
            "(nothing possible)."
        )
    raise UnusableInputError(
        f"In “{title}”, {name} holds “{text}”, whose range is not declared; say "
        f"--marker '{text}=1..4' or whatever it stands for."
    )
