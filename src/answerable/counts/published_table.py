"""A published table with marks as a system: what a reader of it knows."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from answerable.counts.levels import Names, levels_of, named_rests, sums_of
from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Relation, System, Variable
from answerable.counts.nesting import nestings
from answerable.counts.read_table import MOST_COUNT
from answerable.model import RefusedInputError, UnusableInputError

Marks = dict[str, tuple[int, int | None]]


def read_published(
    rows: Sequence[Sequence[str]],
    marks: Marks,
    title: str,
    within: Mapping[str, str] | None = None,
    said: Sequence[str] = (),
) -> System:
    """Cells are named “row / column”; a row or column that is a total is the sum of the rest.

    Whether one is, is told by its name, wherever it stands, or by its numbers; ``within`` and
    ``said``: what is part of what (see ``nesting``).

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
    known = {at: (each.lo, each.hi) for at, each in variables.items()}
    body = [[known.get((i, j)) for j in range(len(across))] for i in range(len(down))]
    rows_said, columns_said = nestings((down, across), within or {}, said)
    levels = (
        levels_of(down, list(zip(*body, strict=True)), rows_said),
        levels_of(across, body, columns_said),
    )
    named: Names = {(i, j): f"{down[i]} / {across[j]}" for i, j in variables}
    rests = named_rests(named, (tuple(down), tuple(across)), levels)
    relations = [
        Relation(terms, Fraction(0), Fraction(0), f"{words} in {title}")
        for terms, words in sums_of(named | rests, (down, across), levels)
    ]
    derived = (Variable(name, derived=True) for name in rests.values())
    return System((*variables.values(), *derived), tuple(relations))


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
