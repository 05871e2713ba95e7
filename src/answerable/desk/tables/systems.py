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
from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Fact, Relation, Release, System, Variable
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
        across = [plain(each) for each in self.rows[0][1:]]
        down = [plain(row[0]) for row in self.rows[1:]]
        row, column = self.places()
        if column is not None:
            across[column] = TOTAL
        if row is not None:
            down[row] = TOTAL
        return [[f"{row} / {column}" for column in across] for row in down]

    def release(self) -> Release:
        """Its facts and sums, each with where it was published."""
        names = self.names()
        ends: dict[str, Ends] = {}
        for row, fields in zip(names, self.rows[1:], strict=True):
            for name, field in zip(row, fields[1:], strict=True):
                if (found := _ends(field, self.rounded)) is not None:
                    ends[name] = found
        facts = tuple(
            Fact(name, lo, hi, f"{self.title} says that {name} is {span(lo, hi)}")
            for name, (lo, hi) in ends.items()
        )
        return Release(self.title, facts, tuple(self._sums(names, ends)))

    def _sums(self, names: list[list[str]], ends: dict[str, Ends]) -> list[Relation]:
        row, column = self.places()
        lines = [_total_last(line, column) for line in names if column is not None]
        if row is not None:
            lines += [_total_last(line, row) for line in zip(*names, strict=True)]
        return [
            Relation(
                tuple((name, Fraction(-1 if name == line[-1] else 1)) for name in line),
                Fraction(0),
                Fraction(0),
                f"{self.title}: the cells of {line[-1]} add up to it",
            )
            for line in lines
            if len(line) > 1
            and all(name in ends for name in line)
            and can_add_up([ends[name] for name in line], len(line) - 1)
        ]

    def alone(self) -> System:
        """What a reader knows who sees this table only."""
        return whole([self.release()])


def _total_last(line: Sequence[str], place: int | None) -> list[str]:
    return [name for k, name in enumerate(line) if k != place] + (
        [] if place is None else [line[place]]
    )


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
            releases += [apart(table), differences(table, own, link)]
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


def differences(table: Published, own: Release, link: Link) -> Release:
    """The rest, or the newcomers: counts of people, so not below nought."""
    old = {fact.name for fact in table.release().facts}
    sign = 1 if link is Link.PART else -1
    relations = [
        Relation(
            (
                (gap_name(fact.name, table, link), Fraction(1)),
                (_of(fact.name, table), Fraction(-sign)),
                (fact.name, Fraction(sign)),
            ),
            Fraction(0),
            Fraction(0),
            f"the difference from {table.title} at {fact.name} is a count",
        )
        for fact in own.facts
        if fact.name in old
    ]
    return Release(table.title, (), tuple(relations))


def gap_name(name: str, table: Published, link: Link) -> str:
    """The name of a difference."""
    what = "those left out" if link is Link.PART else "newcomers"
    return f"{name} ({what} since {table.title})"


def _of(name: str, table: Published) -> str:
    return f"{name} ({table.title})"


def _ends(field: str, rounded: int) -> Ends | None:
    """The range a field stands for, read as widely as it can be; None: not collected."""
    text = field.strip()
    digits = text.replace(",", "").replace(" ", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 16:
        value = int(digits)
        if rounded:
            return Fraction(max(0, value - rounded + 1)), Fraction(value + rounded - 1)
        return Fraction(value), Fraction(value)
    if fewer := _FEWER.fullmatch(text):
        return Fraction(0), Fraction(max(0, int(fewer[1]) - 1))
    blank = BLANKS.get(text.casefold())
    if blank is Blank.IMPOSSIBLE:
        return Fraction(0), Fraction(0)
    return None if blank is Blank.NOT_COLLECTED else (Fraction(0), None)
