"""Four ways to publish a table of true counts: protected, rounded, withheld, or as it is. Pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from answerable.counts.bounds import Bounds
from answerable.counts.controlled import controlled_rounding
from answerable.counts.guesses import protected
from answerable.counts.levels import Levels
from answerable.counts.protect import Plan, Wishes
from answerable.counts.rules import Flag, Rule, primary
from answerable.counts.table import Cell, Table
from answerable.desk.tables.systems import Published

SECONDS = 8.0
MARK = "[c]"  # one mark for every number withheld, so that it tells nothing of the reason


class How(StrEnum):
    """What is done to the table."""

    PROTECT = "protect"
    ROUND = "round"
    WITHHOLD = "withhold"
    KEEP = "keep"


HOW_WORDS = {
    How.PROTECT: "protected",
    How.ROUND: "rounded",
    How.WITHHOLD: "every number withheld",
    How.KEEP: "published as it is",
}


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a table: what the rule flags, what is withheld, and the values that are shown.

    ``plan`` is there where further cells were chosen to protect the first.
    """

    table: Table
    how: How
    flags: tuple[Flag, ...]
    withheld: frozenset[Cell]
    values: tuple[int, ...]
    base: int = 0
    plan: Plan | None = None

    @property
    def least(self) -> int:
        """The least count shown but nought, where the rule rounds each count by itself."""
        return self.plan.least if self.plan is not None else 0

    def published(self, corner: str) -> Published:
        """As it will stand in the letter."""
        down, across = self.table.printed_labels
        values = zip(self.table.cells(), self.values, strict=True)
        shown = {cell: self.table.marks.get(cell, f"{value:,}") for cell, value in values}
        body = (
            (
                name,
                *(MARK if (i, j) in self.withheld else shown[i, j] for j in range(len(across))),
            )
            for i, name in enumerate(down)
        )
        rows = ((corner, *across), *body)
        levels = levels_of_table(self.table)
        return Published("this table", rows, self.base, True, levels, self.least)

    def kind(self, cell: Cell) -> str:
        """Why a cell is marked: "first", "second", "rest", "rounded", or "" for a plain one."""
        if any(flag.cell == cell for flag in self.flags):
            rest = "" if self.how is How.WITHHOLD else "rest"
            return rest if self.table.is_rest(cell) else "first"
        if self.table.is_rest(cell):
            return ""
        if cell in self.withheld:
            return "second"
        return "rounded" if self.base else ""


def version(table: Table, rule: Rule, how: How, base: int) -> Version:
    """The table in the way asked.

    Raises:
        UnusableInputError: it cannot be rounded so that all totals add up.
    """
    flags = tuple(primary(table, rule))
    if how is How.PROTECT:
        plan = protected(table, flags, rule, Wishes(total_fixed=False, seconds=SECONDS))
        return Version(table, how, flags, plan.withheld, plan.values, plan.rounded, plan)
    if how is How.ROUND:
        values = controlled_rounding(table, base, seconds=SECONDS).values
        return Version(table, how, flags, frozenset(), values, base)
    gone: frozenset[Cell] = frozenset()
    if how is How.WITHHOLD:
        gone = frozenset(table.cells()) - table.impossible - table.rest_cells()
    return Version(table, how, flags, gone, table.values)


def levels_of_table(table: Table) -> tuple[Levels, Levels] | None:
    """What is part of what in rows and columns; None where there is one total and no more."""
    if not any(table.sums) and not any(table.rests):
        return None
    rests = table.rests or ((), ())
    down, across = (
        Levels(table.along(axis)[: len(table.along(axis)) - len(rests[axis])], rests[axis])
        for axis in (0, 1)
    )
    return down, across


def empty_plan(made: Version, found: Bounds) -> Plan:
    """A version as a plan with these bounds, for the sentences of the counts."""
    if made.plan is None:
        return Plan(made.table, made.flags, (), 0, 0, found)
    return replace(made.plan, bounds=found)
