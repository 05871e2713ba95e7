"""A good pattern quickly: the cheapest change for each requirement, then a clean-up.

Each requirement keeps the change that proves it. When a cell is tried for publication again, only
requirements whose change uses it are asked anew.
"""

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from answerable.counts.attack import EPS, Requirement, mask, moves
from answerable.counts.bounds import bounds

if TYPE_CHECKING:
    from answerable.counts.protect import Task


def good_set(task: "Task", start: set[int] | None = None) -> set[int]:
    """Cells that meet every requirement, found by the cheapest changes one after another.

    Cells of ``start`` cost nothing while searching; the clean-up afterwards drops what is spare.
    """
    n = task.attack.n
    chosen = set(start or task.first)
    may = mask(n, [*task.first, *task.may])
    cost = np.maximum(np.array(task.cost, dtype=float), 0.01)
    proofs: dict[Requirement, set[int]] = {}
    order = sorted(task.needs, key=lambda need: (-abs(need.move), need.cell, need.move))
    for need in order:
        priced = cost.copy()
        priced[list(chosen)] = 0.0
        change = task.attack.cheapest(need, priced, may)
        if change is None:
            continue  # unmet() judges afterwards
        proofs[need] = moves(change)
        chosen |= proofs[need]
    return _in_whole_numbers(task, _clean_up(task, chosen, proofs), cost, may)


def _in_whole_numbers(
    task: "Task", chosen: set[int], cost: np.ndarray, may: np.ndarray
) -> set[int]:
    """Add what is missing where the changes found were only possible in fractions."""
    for need in unmet(task, chosen):
        priced = cost.copy()
        priced[list(chosen)] = 0.0
        change = task.attack.cheapest(need, priced, may, whole=True)
        if change is not None:
            chosen = chosen | moves(change)
    return chosen


def _clean_up(task: "Task", chosen: set[int], proofs: dict[Requirement, set[int]]) -> set[int]:
    """Publish again, dearest first, whatever the requirements can do without."""
    first = set(task.first)
    nothing = np.zeros(task.attack.n)
    for i in sorted(chosen - first, key=lambda i: (-task.cost[i], i)):
        fewer = mask(task.attack.n, chosen - {i})
        renewed: dict[Requirement, set[int]] = {}
        for need in [need for need, proof in proofs.items() if i in proof]:
            change = task.attack.cheapest(need, nothing, fewer)
            if change is None:
                break
            renewed[need] = moves(change)
        else:
            proofs.update(renewed)
            chosen = chosen - {i}
    return chosen


def _fractional(change: np.ndarray) -> bool:
    return bool((np.abs(change - np.rint(change)) > EPS).any())


def unmet(
    task: "Task", chosen: set[int], needs: list[Requirement] | None = None
) -> list[Requirement]:
    """The requirements (or those of ``needs``) that this pattern does not meet, in whole numbers."""
    open_ = mask(task.attack.n, chosen)
    nothing = np.zeros(task.attack.n)
    short, doubtful = set(), []
    for need in task.needs if needs is None else needs:
        change = task.attack.cheapest(need, nothing, open_)
        if change is None:
            short.add(need)
        elif _fractional(change):
            doubtful.append(need)
    short |= _short_in_whole_numbers(task, doubtful, chosen)
    return [need for need in (task.needs if needs is None else needs) if need in short]


def _short_in_whole_numbers(
    task: "Task", needs: list[Requirement], chosen: set[int]
) -> set[Requirement]:
    """Those of ``needs`` that whole numbers do not reach, judged by ``bounds``."""
    cells = task.table.cells()
    system = task.table.published(frozenset(cells[i] for i in chosen))
    short = set()
    for known in dict.fromkeys(need.known for need in needs):
        alike = [need for need in needs if need.known == known]
        names = {need.cell: task.table.name(cells[need.cell]) for need in alike}
        facts = {task.table.name(cells[k]): Fraction(task.table.values[k]) for k in known}
        found = bounds(system.knowing(facts), only=names.values()).intervals
        for need in alike:
            interval = found[names[need.cell]]
            goal = task.table.values[need.cell] + need.move
            end = interval.hi if need.move > 0 else interval.lo
            if end is not None and (end < goal if need.move > 0 else end > goal):
                short.add(need)
    return short
