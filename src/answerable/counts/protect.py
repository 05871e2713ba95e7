"""Complementary suppression: which further cells to withhold so that the first ones stay safe.

Whatever the method, the pattern is judged afterwards by ``bounds`` on the published table alone, in
whole numbers; what that judge finds unmet is put right or reported, never passed over. The method
of cuts follows Fischetti and Salazar-González, Management Science 47(7), 2001.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

import numpy as np

from answerable.counts.attack import Attack, Requirement
from answerable.counts.bounds import Bounds
from answerable.counts.boxes import Boxes
from answerable.counts.cuts import Cuts
from answerable.counts.judge import failed, judged, left
from answerable.counts.model import System
from answerable.counts.reach import Reach
from answerable.counts.rules import Flag, Rule
from answerable.counts.subsets import rests_asked
from answerable.counts.suppress_exact import cheapest_set
from answerable.counts.suppress_fast import good_set, unmet
from answerable.counts.table import Cell, Table
from answerable.model import UnusableInputError

_SMALL = 1_500  # cells up to which ``auto`` tries for a proven optimum
_QUICK = 600  # cells up to which a first pattern is made without cuts
_WORK = 800_000  # of the fast method: programs asked, times their cells


class Method(StrEnum):
    """How the further cells are chosen."""

    EXACT = "exact"
    FAST = "fast"
    AUTO = "auto"


class Cost(StrEnum):
    """What is to be least: the sum of the values withheld, or the number of cells."""

    VALUE = "value"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the authority wants. ``lower`` and ``upper`` None: the range of the rule itself.

    ``insiders``: a person who is a cell of 1 alone must not work out another unsafe cell.
    """

    cost: Cost = Cost.VALUE
    method: Method = Method.AUTO
    zeros_may: bool = False
    total_fixed: bool = True
    lower: int | None = None
    upper: int | None = None
    insiders: bool = False
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A pattern and the proof: ``bound`` is proven, no pattern costs less.

    ``rounded``: what is shown is rounded to the nearest multiple of this (0: it is shown as it is),
    and nothing but nought is shown below ``least``.
    """

    table: Table
    primary: tuple[Flag, ...]
    secondary: tuple[Cell, ...]
    cost: int
    bound: int
    bounds: Bounds
    unmet: tuple[str, ...] = ()
    rule: Rule | None = None
    rounded: int = 0
    least: int = 0

    @property
    def optimal(self) -> bool:
        """Whether the cost is proven to be the least."""
        return self.cost == self.bound and not self.unmet

    @property
    def withheld(self) -> frozenset[Cell]:
        """All cells not published, of those that would be printed."""
        return frozenset(self.secondary) | {
            flag.cell for flag in self.primary if not self.table.is_rest(flag.cell)
        }

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers as they are shown, in the order of the cells."""
        if not self.rounded:
            return self.table.values
        from answerable.counts.nearest import rounded

        return tuple(rounded(value, self.rounded) for value in self.table.values)

    @property
    def reader(self) -> System:
        """What a reader knows who sees what is published."""
        if not self.rounded:
            return self.table.in_full(self.withheld)
        from answerable.counts.nearest import reader

        return reader(self.table, self.withheld, self.rounded, self.least)

    @property
    def kept(self) -> list[Cell]:
        """The cells not published, and the rests that must not, or cannot, be had by subtraction."""
        unsafe = [flag.cell for flag in self.primary]
        if self.rounded:  # none is given outright by what is rounded
            return sorted(self.withheld | self.table.rest_cells())
        return sorted(self.withheld.union(rests_asked(self.table, unsafe, self.withheld)))

    @property
    def ready(self) -> bool:
        """Whether it may be published: the rule is met, and no withheld number can be worked out."""
        names = {self.table.name(cell) for cell in self.withheld}
        names |= {self.table.name(flag.cell) for flag in self.primary}
        return not self.unmet and names.isdisjoint(self.bounds.disclosed)


@dataclass(slots=True)
class Task:
    """The work in numbers of cells: what is unsafe, what may go, what it costs, what is asked.

    ``first``: what is not published whatever is chosen, the unsafe cells and all rests.
    """

    table: Table
    flags: tuple[Flag, ...]
    first: list[int]
    may: list[int]
    cost: list[int]
    needs: list[Requirement]
    attack: Attack
    reach: Reach
    cuts: Cuts
    boxes: Boxes
    margin: np.ndarray
    deadline: float
    impossible: list[Requirement] = field(default_factory=list)
    shown: dict[frozenset[int], set[Requirement]] = field(default_factory=dict)
    judged: dict[frozenset[int], Bounds] = field(default_factory=dict)


def protect(table: Table, flags: Sequence[Flag], rule: Rule, wishes: Wishes) -> Plan:
    """Choose further cells to withhold, and audit the result.

    Raises:
        UnusableInputError: a protection distance is negative.
    """
    if (wishes.lower or 0) < 0 or (wishes.upper or 0) < 0:
        raise UnusableInputError("A protection distance cannot be negative; give 0 or more.")
    task = _task(table, flags, rule, wishes)
    chosen, bound, asked = set(task.first), 0, task.needs
    # What the unsafe cells alone keep open stays open whatever else is withheld.
    short = _short(task)
    task.impossible = unmet(task, chosen | set(task.may), short) if short else []
    task.needs = [need for need in short if need not in task.impossible]
    if task.needs:
        exact = wishes.method is Method.EXACT or (
            wishes.method is Method.AUTO and len(table.values) <= _SMALL
        )
        if exact or len(table.values) <= _SMALL:
            # in a large table a first good pattern costs more than the cuts that lead to a better
            large = len(table.values) > _QUICK
            everything = chosen | set(task.may)
            good = everything if large else good_set(task)
            chosen, bound = cheapest_set(task, good, inf if exact else _WORK)
            if large and chosen == everything:  # time ran out before any other
                chosen = good_set(task)
        else:
            chosen = good_set(task)
    task.needs = [need for need in asked if need not in task.impossible]
    cells = table.cells()
    secondary = tuple(cells[i] for i in sorted(chosen - set(task.first)))
    cost = sum(task.cost[i] for i in chosen - set(task.first))
    short = [*task.impossible, *failed(task, chosen, task.needs)]
    sentences = dict.fromkeys(_sentence(task, need) for need in short)
    return Plan(table, tuple(flags), secondary, cost, bound, judged(task, chosen), tuple(sentences))


def _short(task: Task) -> list[Requirement]:
    """The requirements that the unsafe cells alone do not meet.

    In a small table their ranges are soon known, all at once; in a large one boxes prove most.
    """
    first = set(task.first)
    if len(task.table.values) > _SMALL:
        return unmet(task, first)
    insiders = [need for need in task.needs if need.known]
    plain = [need for need in task.needs if not need.known]
    short = {*failed(task, first, plain, seconds=left(task) / 10), *unmet(task, first, insiders)}
    return [need for need in task.needs if need in short]


def _task(table: Table, flags: Sequence[Flag], rule: Rule, wishes: Wishes) -> Task:
    cells = table.cells()
    number = {cell: i for i, cell in enumerate(cells)}
    unsafe = [number[flag.cell] for flag in flags]
    first = [*unsafe, *sorted({number[cell] for cell in table.rest_cells()}.difference(unsafe))]
    grand = number[table.grand_total]
    taken = set(first)
    may = [
        i
        for i, value in enumerate(table.values)
        if i not in taken
        and (value > 0 or wishes.zeros_may)
        and not (i == grand and wishes.total_fixed)
        and cells[i] not in table.impossible
    ]
    cost = [1 if wishes.cost is Cost.COUNT else value for value in table.values]
    needs: list[Requirement] = []
    for i, flag in zip(unsafe, flags, strict=True):
        low, high = range_asked(table.values[i], flag, rule, wishes)
        if high > table.values[i]:
            needs.append(Requirement(i, high - table.values[i]))
        if low < table.values[i]:
            needs.append(Requirement(i, low - table.values[i]))
    if wishes.insiders:
        alone = [i for i in unsafe if table.values[i] == 1]
        needs += [Requirement(i, 1, (s,)) for s in alone for i in unsafe if i != s]
    room = 2 * max(table.values, default=0) + 10 * max([abs(n.move) for n in needs], default=1)
    deadline = time.monotonic() + wishes.seconds
    attack = Attack(table, room)
    cuts, margin = Cuts(attack, first, may), np.array(table.is_margin())
    reach, boxes = Reach(attack), Boxes(table)
    return Task(
        table, tuple(flags), first, may, cost, needs, attack, reach, cuts, boxes, margin, deadline
    )


def range_asked(value: int, flag: Flag, rule: Rule, wishes: Wishes) -> tuple[int, int]:
    """What a reader must find possible: the distances asked, or the range the rule speaks of."""
    if flag.room is None:
        low, high = 1, max(value, rule.below - 1)
    else:
        low, high = value - flag.room, value + flag.room
    if wishes.lower is not None:
        low = value - wishes.lower
    if wishes.upper is not None:
        high = value + wishes.upper
    return max(0, low), high


def _sentence(task: Task, need: Requirement) -> str:
    where = task.table.words(task.table.cells()[need.cell])
    way = "upwards" if need.move > 0 else "downwards"
    who = " from somebody who is the one person in another cell" if need.known else ""
    return f"{where} cannot be hidden by {abs(need.move)} {way}{who}, whatever else is withheld."
