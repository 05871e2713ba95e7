"""A table of counts of any dimension, with its totals in the last place of every dimension."""

from collections.abc import Container
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod

from answerable.counts.model import Relation, System, Variable
from answerable.model import UnusableInputError

Cell = tuple[int, ...]
MOST_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class Table:
    """Values of all cells, margins included, in the order of ``cells()`` (last index fastest).

    ``shape`` counts the totals in; ``labels`` are the words for each place of each dimension, or
    empty. ``contributions`` are the largest contributions to a cell, where they are known.
    ``impossible`` are structural zeros: everybody knows that nothing can be there. ``sums`` are, for
    each dimension, its sums as places (the last is the total of the others), where there are totals
    of totals; empty: the last place is the total of all others. ``marks`` are the cells that show a
    mark and no count though nothing is kept back in them: ``[z]`` nothing possible, ``[x]`` not
    collected. ``notes``: what was made of the table as it was given. ``rests`` are, for each
    dimension, its subsets as pairs of places (a part and its whole). Each has a place of its own
    after all others, which nobody prints: the rest of the whole, which a reader has by subtraction.
    """

    shape: tuple[int, ...]
    values: tuple[int, ...]
    labels: tuple[tuple[str, ...], ...] = ()
    contributions: dict[Cell, tuple[Fraction, ...]] = field(default_factory=dict)
    impossible: frozenset[Cell] = frozenset()
    sums: tuple[tuple[tuple[int, ...], ...], ...] = ()
    marks: dict[Cell, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    rests: tuple[tuple[tuple[int, int], ...], ...] = ()

    def cells(self) -> list[Cell]:
        """Every cell, margins included."""
        return list(product(*map(range, self.shape)))

    @property
    def grand_total(self) -> Cell:
        """The cell that is the total of everything."""
        return tuple(size - 1 for size in self.printed)

    @property
    def printed(self) -> tuple[int, ...]:
        """The shape of what is printed: without the places of rests."""
        if not self.rests:
            return self.shape
        return tuple(n - len(each) for n, each in zip(self.shape, self.rests, strict=True))

    @property
    def printed_labels(self) -> tuple[tuple[str, ...], ...]:
        """The labels of what is printed."""
        return tuple(names[:n] for names, n in zip(self.labels, self.printed, strict=False))

    def is_rest(self, cell: Cell) -> bool:
        """Whether a cell is never printed: what is left of a whole without one of its parts."""
        return bool(self.rests) and any(i >= n for i, n in zip(cell, self.printed, strict=True))

    def rest_cells(self) -> frozenset[Cell]:
        """All cells that are never printed."""
        return frozenset(filter(self.is_rest, self.cells())) if self.rests else frozenset()

    def rest_of(self, cell: Cell) -> tuple[Cell, Cell]:
        """The two cells that a rest is the difference of: the part, and the whole."""
        axis = next(k for k, n in enumerate(self.printed) if cell[k] >= n)
        part, whole = self.rests[axis][cell[axis] - self.printed[axis]]
        return (
            (*cell[:axis], part, *cell[axis + 1 :]),
            (*cell[:axis], whole, *cell[axis + 1 :]),
        )

    def open_rests(self, withheld: Container[Cell]) -> list[Cell]:
        """The rests that cannot be had by subtracting what is published alone."""
        if not self.rests:
            return []

        def given(cell: Cell) -> bool:
            if not self.is_rest(cell):
                return cell not in withheld
            return all(map(given, self.rest_of(cell)))

        return [cell for cell in sorted(self.rest_cells()) if not given(cell)]

    def lines(self) -> list[list[int]]:
        """Every line of the table as numbers of cells; the last is the total of the rest."""
        strides = [prod(self.shape[axis + 1 :]) for axis in range(len(self.shape))]
        found = []
        for axis in range(len(self.shape)):
            others = [range(n) if k != axis else range(1) for k, n in enumerate(self.shape)]
            along = self.along(axis)
            for place in product(*others):
                start = sum(p * stride for p, stride in zip(place, strides, strict=True))
                found += [[start + i * strides[axis] for i in line] for line in along]
        return found

    def along(self, axis: int) -> tuple[tuple[int, ...], ...]:
        """The sums of one dimension, as places; the last of each is the total of the others.

        A part and its rest make up their whole, which is one more such sum.
        """
        size, pairs = self.printed[axis], self.rests[axis] if self.rests else ()
        sums = self.sums[axis] if self.sums else ()
        if not sums:
            apart = {part for part, _ in pairs}
            all_others = tuple(i for i in range(size) if i not in apart)
            sums = (all_others,) if len(all_others) > 1 or not pairs else ()
        return (*sums, *((part, size + k, whole) for k, (part, whole) in enumerate(pairs)))

    def is_margin(self) -> list[int]:
        """1 for each cell that is a total of some kind, else 0, in the order of ``cells()``."""
        totals = [{line[-1] for line in self.along(axis)} for axis in range(len(self.shape))]
        return [
            int(any(i in each for i, each in zip(c, totals, strict=True))) for c in self.cells()
        ]

    def name(self, cell: Cell) -> str:
        """The name of a cell in reports: ``r0c1``, or ``0,1,2`` in other dimensions."""
        if not self.is_rest(cell):
            return cell_name(cell)
        part, whole = map(self.name, self.rest_of(cell))
        return f"({whole})-({part})" if "-" in part + whole else f"{whole}-{part}"

    def words(self, cell: Cell) -> str:
        """The cell in words, by its labels."""
        if not self.labels:
            return self.name(cell)
        return ", ".join(names[i] for names, i in zip(self.labels, cell, strict=True))

    def published(self, withheld: frozenset[Cell]) -> System:
        """What a reader knows who sees every cell but the withheld ones (whole, not negative)."""
        cells, unseen = self.cells(), set(self.open_rests(withheld))
        hidden = {i for i, cell in enumerate(cells) if cell in withheld or cell in unseen}
        one = Fraction(1)
        relations = []
        for line in self.lines():
            if hidden.isdisjoint(line):
                continue
            terms, known = [], 0
            for i in line:
                sign = -1 if i == line[-1] else 1
                if i in hidden:
                    terms.append((self.name(cells[i]), one * sign))
                else:
                    known += sign * self.values[i]
            source = f"the line of {self.words(cells[line[-1]])}"
            relations.append(Relation(tuple(terms), Fraction(-known), Fraction(-known), source))
        variables = tuple(Variable(self.name(cells[i])) for i in sorted(hidden))
        return System(variables, tuple(relations))

    def in_full(self, withheld: frozenset[Cell]) -> System:
        """The same as ``published``, with the published cells as numbers that are known."""
        cells, unseen = self.cells(), set(self.open_rests(withheld))
        hidden = {i for i, cell in enumerate(cells) if cell in withheld or cell in unseen}
        lines = [line for line in self.lines() if not hidden.isdisjoint(line)]
        variables = []
        for i in sorted(hidden.union(*lines)):
            known = None if i in hidden else Fraction(self.values[i])
            variables.append(Variable(self.name(cells[i]), known or Fraction(0), known))
        relations = tuple(
            Relation(
                tuple((self.name(cells[i]), Fraction(-1 if i == line[-1] else 1)) for i in line),
                Fraction(0),
                Fraction(0),
            )
            for line in lines
        )
        return System(tuple(variables), relations)


def cell_name(cell: Cell) -> str:
    """The name of a cell in reports: ``r0c1``, or ``0,1,2`` in other dimensions."""
    return f"r{cell[0]}c{cell[1]}" if len(cell) == 2 else ",".join(map(str, cell))


def with_margins(
    shape: tuple[int, ...], inner: list[int], labels: tuple[tuple[str, ...], ...]
) -> Table:
    """A table from its inner cells, totals added in every dimension."""
    larger = tuple(n + 1 for n in shape)
    sums: dict[Cell, int] = dict.fromkeys(product(*map(range, larger)), 0)
    for cell, value in zip(product(*map(range, shape)), inner, strict=True):
        for which in product((False, True), repeat=len(shape)):
            at = tuple(n if total else i for total, i, n in zip(which, cell, shape, strict=True))
            sums[at] += value
    named = tuple((*names, "Total") for names in labels)
    return Table(larger, tuple(sums.values()), named)


def check_totals(table: Table) -> None:
    """That every line adds up.

    Raises:
        UnusableInputError: one does not; the sentence says where and by how much.
    """
    cells = table.cells()
    for line in table.lines():
        inner, total = sum(table.values[i] for i in line[:-1]), table.values[line[-1]]
        if inner != total:
            raise UnusableInputError(
                f"The total at {table.words(cells[line[-1]])} is {total}, but its cells add up to "
                f"{inner} ({abs(inner - total)} {'more' if inner > total else 'less'}); "
                "put the table right first."
            )
    for cell, value in zip(cells, table.values, strict=True):
        if value < 0:
            raise UnusableInputError(
                f"The count at {table.words(cell)} is {value}; a count cannot be negative."
            )
