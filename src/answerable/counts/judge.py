"""The judge of a pattern: what a reader, or an insider, can work out of the table as it would be published.

It knows nothing of how the pattern was found: the ranges are those of ``bounds``, in whole numbers.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from answerable.counts.attack import Requirement
from answerable.counts.bounds import Bounds, Interval, bounds
from answerable.counts.subsets import rests_asked
from answerable.counts.suppress_fast import unmet
from answerable.counts.table import Cell, Table

if TYPE_CHECKING:
    from answerable.counts.protect import Task


def judged(task: "Task", chosen: set[int], seconds: float | None = None) -> Bounds:
    """The ranges of all cells of a pattern; worked out once, unless ``seconds`` were too few."""
    key = frozenset(chosen)
    if key not in task.judged:
        table, cells = task.table, _cells(task, chosen) - task.table.rest_cells()
        unsafe = [flag.cell for flag in task.flags]
        system, most = table.published(cells), left(task) if seconds is None else seconds
        only = [*map(table.name, [*cells, *rests_asked(table, unsafe, cells)])]
        found = bounds(system, only=only if table.rests else None, seconds=most)
        found = with_given(table, unsafe, found)
        if seconds is not None and not all(each.attained for each in found.intervals.values()):
            return found
        task.judged[key] = found
    return task.judged[key]


def with_given(table: Table, unsafe: Iterable[Cell], found: Bounds) -> Bounds:
    """The same, with the unsafe rests that a reader has by subtracting what is published."""
    value = dict(zip(table.cells(), table.values, strict=True)) if table.rests else {}
    given = {
        table.name(cell): Interval(value[cell], value[cell], True)
        for cell in unsafe
        if table.is_rest(cell) and table.name(cell) not in found.intervals
    }
    return replace(found, intervals={**found.intervals, **given}) if given else found


def safe(task: "Task", chosen: set[int]) -> bool:
    """Whether a pattern meets every requirement."""
    return not failed(task, chosen, task.needs)


def failed(
    task: "Task", chosen: set[int], asked: Sequence[Requirement], seconds: float | None = None
) -> list[Requirement]:
    """What a pattern leaves short of what was asked, for a reader or an insider."""
    cells = task.table.cells()
    short: list[Requirement] = []
    for known in dict.fromkeys(need.known for need in asked):
        needs = [need for need in asked if need.known == known]
        names = [task.table.name(cells[need.cell]) for need in needs]
        if known:
            facts = {task.table.name(cells[k]): Fraction(task.table.values[k]) for k in known}
            system = task.table.published(_cells(task, chosen)).knowing(facts)
            intervals = bounds(system, only=names, seconds=left(task)).intervals
        else:
            intervals = judged(task, chosen, seconds).intervals
        doubtful = []
        for need, name in zip(needs, names, strict=True):
            goal, up = task.table.values[need.cell] + need.move, need.move > 0
            if not met(intervals[name], goal, up):
                short.append(need)
            elif not intervals[name].attained:
                doubtful.append(need)
        # an end that is only an outer one proves nothing: a full set of values must stand there
        short += unmet(task, chosen, doubtful)
    return short


def left(task: "Task") -> float:
    """The seconds left, or enough of them to judge with."""
    return max(5.0, task.deadline - time.monotonic())


def met(interval: Interval, goal: int, up: bool) -> bool:
    """Whether the interval reaches the goal."""
    end = interval.hi if up else interval.lo
    return end is None or (end >= goal if up else end <= goal)


def _cells(task: "Task", chosen: set[int]) -> frozenset[Cell]:
    cells = task.table.cells()
    return frozenset(cells[i] for i in chosen)
