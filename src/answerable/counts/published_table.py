"""A published table with marks as a system: what a reader of it knows."""

from collections.abc import Sequence
from fractions import Fraction

from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Relation, System, Variable
from answerable.counts.read_table import MOST_COUNT
from answerable.counts.totals import published_total
from answerable.model import RefusedInputError, UnusableInputError

Marks = dict[str, tuple[int, int | None]]


def read_published(rows: Sequence[Sequence[str]], marks: Marks, title: str) -> System:
    """Cells are named “row / column”; a row or column that is a total is the sum of the rest.

    Whether one is, is told by its name, wherever it stands, or by its numbers.

    Raises:
        UnusableInputError: there are no cells, a mark has no declared range, or one is blank.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        raise UnusableInputError(
            f"In “{title}” no table was found: it needs a row of labels, a column of labels and "
            "at least one cell."
        )
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
    known = {at: (each.lo, each.hi) for at, each in variables.items()}
    body = [[known.get((i, j)) for j in range(len(across))] for i in range(len(down))]
    if (place := published_total(across, body)) is not None:
        rest = [j for j in range(len(across)) if j != place]
        lines += [
            ([*((i, j) for j in rest), (i, place)], f"row “{down[i]}”") for i in range(len(down))
        ]
    if (place := published_total(down, list(zip(*body, strict=True)))) is not None:
        rest = [i for i in range(len(down)) if i != place]
        lines += [
            ([*((i, j) for i in rest), (place, j)], f"column “{across[j]}”")
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
        if len(plain.lstrip("0")) > len(str(MOST_COUNT)):
            raise RefusedInputError(
                f"In “{title}”, {name} has {len(plain)} digits; counts up to {MOST_COUNT:,} can be "
                "judged."
            )
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
