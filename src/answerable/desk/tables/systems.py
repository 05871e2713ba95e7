"""A table as it was published, as a system: what a reader of it knows. No database here.

Cells of one row and column label are one count, whatever table they stand in; labels are compared
without regard to case, and a last row or column of totals is the total of everything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from answerable.counts.conflict import span
from answerable.counts.markers import BLANKS, Blank
from answerable.counts.model import Fact, Relation, Release, System, Variable
from answerable.counts.read_table import TOTALS

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

    def names(self) -> list[list[str]]:
        """The name of each cell, in rows."""
        across = [plain(each) for each in self.rows[0][1:]]
        down = [plain(row[0]) for row in self.rows[1:]]
        if across and (self.totals or across[-1] in TOTALS):
            across[-1] = TOTAL
        if down and (self.totals or down[-1] in TOTALS):
            down[-1] = TOTAL
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
        lines = [row for row in names if row[-1].endswith(f" / {TOTAL}")]
        if names[-1][0].startswith(f"{TOTAL} / "):
            lines += [list(column) for column in zip(*names, strict=True)]
        return [
            Relation(
                tuple((name, Fraction(-1 if name == line[-1] else 1)) for name in line),
                Fraction(0),
                Fraction(0),
                f"{self.title}: the cells of {line[-1]} add up to it",
            )
            for line in lines
            if len(line) > 1 and all(name in ends for name in line) and _can_add_up(line, ends)
        ]

    def alone(self) -> System:
        """What a reader knows who sees this table only."""
        return whole([self.release()])


def _can_add_up(line: list[str], ends: dict[str, Ends]) -> bool:
    """Whether a last number called a total can be one: some tables show a part of their groups."""
    *parts, total = (ends[name] for name in line)
    highs = [hi for _, hi in parts]
    low = sum(lo for lo, _ in parts)
    high = None if None in highs else sum(hi for hi in highs if hi is not None)
    return (total[1] is None or low <= total[1]) and (high is None or high >= total[0])


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
