"""A table as it was published, as a system: what a reader of it knows. No database here.

Cells of one row and column label are one count, whatever table they stand in; labels are compared
without regard to case, and a row or column of totals, wherever it stands, is the total of all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from answerable.counts.conflict import span
from answerable.counts.levels import Levels, Names, named_rests, sums_of
from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Fact, Relation, Release, System, Variable
from answerable.counts.nearest import span_of
from answerable.counts.totals import can_add_up, published_total

TOTAL = "total"
_FEWER = re.compile(r"(?:<|fewer than |under )(\d{1,4})", re.IGNORECASE)
Ends = tuple[Fraction, Fraction | None]


class Link(StrEnum):
    """What an earlier release counts, beside the new table, where labels are the same."""

    SAME = "same"
    PART = "part"
    MORE = "more"
    OTHER = "other"


LINK_WORDS = {
    Link.SAME: "the same people at the same time",
    Link.PART: "more people: the new table counts some of them",
    Link.MORE: "fewer people: the new table counts them and newcomers",
    Link.OTHER: "other people: leave it out",
}


@dataclass(frozen=True, slots=True)
class Published:
    """A table as it was published. ``rounded``: the base, 0 if it was not rounded."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    rounded: int = 0
    totals: bool = False  # whether the last row and column are known to be totals
    levels: tuple[Levels, Levels] | None = None  # what is part of what in rows and columns
    least: int = 0  # the least count shown but nought, where each is rounded by itself

    def places(self) -> tuple[int | None, int | None]:
        """The places of the total row and the total column, by their names or their numbers."""
        across, down = self.rows[0][1:], [row[0] for row in self.rows[1:]]
        if self.totals:
            return len(down) - 1, len(across) - 1
        body = [[_ends(field, self.rounded) for field in row[1:]] for row in self.rows[1:]]
        if self.rounded:  # what is rounded need not add up as shown: the name alone counts
            body = [[None for _ in row] for row in body]
        return (
            published_total(down, list(zip(*body, strict=True))),
            published_total(across, body),
        )

    def names(self) -> list[list[str]]:
        """The name of each cell, in rows."""
        down, across = self.labels()
        return [[f"{row} / {column}" for column in across] for row in down]

    def labels(self) -> tuple[list[str], list[str]]:
        """The labels of rows and of columns as they are compared; a total has one name."""
        across = [plain(each) for each in self.rows[0][1:]]
        down = [plain(row[0]) for row in self.rows[1:]]
        row, column = self.places()
        if column is not None:
            across[column] = TOTAL
        if row is not None:
            down[row] = TOTAL
        return down, across

    def release(self) -> Release:
        """Its facts and sums, each with where it was published."""
        ends = self._known()
        facts = tuple(
            Fact(name, lo, hi, f"{self.title} says that {name} is {span(lo, hi)}")
            for name, (lo, hi) in ends.items()
        )
        return Release(self.title, facts, tuple(self._sums(ends)))

    def _known(self) -> dict[str, Ends]:
        """The range of every cell that has a number, by name."""
        return {
            name: found
            for row, fields in zip(self.names(), self.rows[1:], strict=True)
            for name, field in zip(row, fields[1:], strict=True)
            if (found := _ends(field, self.rounded, self.least)) is not None
        }

    def cells(self) -> Names:
        """The name of each cell that has a number, and of each rest, by its place.

        A rest is what is left of a whole without its part; its place comes after all others.
        """
        names, known = self.names(), self._known()
        named: Names = {
            (i, j): name
            for i, row in enumerate(names)
            for j, name in enumerate(row)
            if name in known
        }
        return named | named_rests(named, self.labels(), self._levels())

    def rests(self) -> list[str]:
        """The names of the rests."""
        down, across = len(self.rows) - 1, len(self.rows[0]) - 1
        return [name for (i, j), name in self.cells().items() if i >= down or j >= across]

    def _levels(self) -> tuple[Levels, Levels]:
        if self.levels is not None:
            return self.levels
        row, column = self.places()
        return _one_total(len(self.rows) - 1, row), _one_total(len(self.rows[0]) - 1, column)

    def _sums(self, ends: dict[str, Ends]) -> list[Relation]:
        named, labels, levels = self.cells(), self.labels(), self._levels()
        open_: Ends = (Fraction(0), None)
        return [
            Relation(
                terms,
                Fraction(0),
                Fraction(0),
                f"{self.title}: the cells of {terms[-1][0]} add up to it",
            )
            for terms, _ in sums_of(named, labels, levels)
            if len(terms) > 1
            and can_add_up([ends.get(name, open_) for name, _ in terms], len(terms) - 1)
        ]

    def alone(self) -> System:
        """What a reader knows who sees this table only."""
        return whole([self.release()])


def _one_total(size: int, place: int | None) -> Levels:
    """The one sum of a dimension whose total stands at this place; none if it has no total."""
    if place is None:
        return Levels()
    return Levels(((*(k for k in range(size) if k != place), place),))


def plain(label: str) -> str:
    """A label as it is compared."""
    return " ".join(label.casefold().split())


def whole(releases: Sequence[Release]) -> System:
    """Everything in these releases at once; cells of one name are one count."""
    used = dict.fromkeys(
        name
        for each in releases
        for name in (
            *(fact.name for fact in each.facts),
            *(term for relation in each.relations for term, _ in relation.terms),
        )
    )
    system = System(tuple(Variable(name) for name in used))
    for each in releases:
        system = system.and_release(each)
    return system


def together(new: Published, earlier: Sequence[tuple[Published, Link]]) -> System:
    """The new table with all earlier ones, each linked to it as the officer said."""
    own = new.release()
    releases = [own]
    for table, link in earlier:
        if link is Link.SAME:
            releases.append(table.release())
        elif link is not Link.OTHER:
            releases += [apart(table), differences(table, new, link)]
    return whole(releases)


def apart(table: Published) -> Release:
    """A release whose cells are counts of their own."""
    said = table.release()
    return Release(
        said.title,
        tuple(Fact(_of(f.name, table), f.lo, f.hi, f.source) for f in said.facts),
        tuple(
            Relation(tuple((_of(n, table), c) for n, c in r.terms), r.lo, r.hi, r.source)
            for r in said.relations
        ),
    )


def differences(table: Published, new: Published, link: Link) -> Release:
    """Those left out, or the newcomers: counts of people, so not below nought."""
    old, shared = {*table.cells().values()}, [*new.cells().values()]
    sign = 1 if link is Link.PART else -1
    relations = [
        Relation(
            (
                (gap_name(name, table, link), Fraction(1)),
                (_of(name, table), Fraction(-sign)),
                (name, Fraction(sign)),
            ),
            Fraction(0),
            Fraction(0),
            f"the difference from {table.title} at {name} is a count",
        )
        for name in shared
        if name in old
    ]
    return Release(table.title, (), tuple(relations))


def gap_name(name: str, table: Published, link: Link) -> str:
    """The name of a difference."""
    what = "those left out" if link is Link.PART else "newcomers"
    return f"{name} ({what} since {table.title})"


def _of(name: str, table: Published) -> str:
    return f"{name} ({table.title})"


def _ends(field: str, rounded: int, least: int = 0) -> Ends | None:
    """The range a field stands for, read as widely as it can be; None: not collected."""
    text = field.strip()
    digits = text.replace(",", "").replace(" ", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 16:
        value = int(digits)
        if rounded and least:
            low, high = span_of(value, rounded, least)
            return Fraction(low), Fraction(high)
        if rounded:
            return Fraction(max(0, value - rounded + 1)), Fraction(value + rounded - 1)
        return Fraction(value), Fraction(value)
    if fewer := _FEWER.fullmatch(text):
        return Fraction(0), Fraction(max(0, int(fewer[1]) - 1))
    blank = BLANKS.get(text.casefold())
    if blank is Blank.IMPOSSIBLE:
        return Fraction(0), Fraction(0)
    return None if blank is Blank.NOT_COLLECTED else (Fraction(0), None)
