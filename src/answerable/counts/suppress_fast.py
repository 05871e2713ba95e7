"""A good pattern quickly: the cheapest change for each requirement, then a clean-up.

Each requirement keeps the change that proves it. When a cell is tried for publication again, only
requirements whose change uses it are asked anew; what falls short teaches a cut, which later spares
asking.
"""

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from answerable.counts.attack import EPS, Requirement, mask, moves
from answerable.counts.bounds import bounds, reaches
from answerable.counts.cuts import Slack

if TYPE_CHECKING:
    from answerable.counts.protect import Task


def good_set(task: "Task", start: set[int] | None = None) -> set[int]:
    """Cells that meet every requirement, found by the cheapest changes one after another.

    Cells of ``start`` cost nothing while searching; the clean-up afterwards drops what is spare.
    """
    chosen = set(start or task.first)
    proofs: dict[Requirement, set[int]] = {}
    order = sorted(task.needs, key=lambda need: (-abs(need.move), need.cell, need.move))
    for need in order:
        _grow(task, chosen, proofs, need, whole=False)
    for need in unmet(task, chosen, order):
        _grow(task, chosen, proofs, need, whole=True)
    fewer = _clean_up(task, chosen, proofs, whole=False)
    if unmet(task, fewer, order):
        fewer = _clean_up(task, chosen, proofs, whole=True)
    return fewer


def _grow(
    task: "Task",
    chosen: set[int],
    proofs: dict[Requirement, set[int]],
    need: Requirement,
    *,
    whole: bool,
) -> None:
    """Withhold what the cheapest change for one requirement moves."""
    # of two equal prices, the one that leaves the totals in the table
    priced = np.maximum(np.array(task.cost, dtype=float), 0.01) + 0.001 * np.array(
        task.table.is_margin()
    )
    priced[list(chosen)] = 0.0
    box = task.boxes.find(need, mask(task.attack.n, chosen))
    if box is not None:
        proofs[need] = box
        return
    may = mask(task.attack.n, [*task.first, *task.may])
    change = task.attack.cheapest(need, priced, may, whole=whole)
    if change is not None:  # otherwise unmet() tells afterwards
        proofs[need] = moves(change)
        chosen |= proofs[need]


def _clean_up(
    task: "Task", pattern: set[int], proofs: dict[Requirement, set[int]], *, whole: bool
) -> set[int]:
    """Publish again, dearest first, whatever the requirements can do without."""
    proofs = dict(proofs)
    slack = Slack(task.cuts, set(pattern))
    margin = task.table.is_margin()
    for i in sorted(pattern - set(task.first), key=lambda i: (-task.cost[i], -margin[i], i)):
        if not slack.can_spare(i):
            continue
        fewer = mask(task.attack.n, slack.chosen - {i})
        renewed: dict[Requirement, set[int]] = {}
        for need in [need for need in task.needs if i in proofs.get(need, ())]:
            box = task.boxes.find(need, fewer)
            if box is not None:
                renewed[need] = box
                continue
            reach, change, reduced = task.attack.reach(need, fewer)
            if reach < abs(need.move) - EPS:
                task.cuts.learn(need, reduced)
                break
            if (
                whole
                and _fractional(change)
                and _short_in_whole_numbers(task, [need], slack.chosen - {i})
            ):
                break
            renewed[need] = moves(change)
        else:
            proofs.update(renewed)
            slack.take_out(i)
    return slack.chosen


def _fractional(change: np.ndarray) -> bool:
    return bool((np.abs(change - np.rint(change)) > EPS).any())


def unmet(
    task: "Task", chosen: set[int], needs: list[Requirement] | None = None
) -> list[Requirement]:
    """The requirements (or those of ``needs``) that this pattern does not meet, in whole numbers."""
    asked = task.needs if needs is None else needs
    open_ = mask(task.attack.n, chosen)
    short, doubtful = set(), []
    for need in asked:
        if task.boxes.find(need, open_) is not None:
            continue
        reach, change, _ = task.attack.reach(need, open_)
        if reach < abs(need.move) - EPS:
            short.add(need)
        elif _fractional(change):
            doubtful.append(need)
    short |= _short_in_whole_numbers(task, doubtful, chosen)
    return [need for need in asked if need in short]


def _short_in_whole_numbers(
    task: "Task", needs: list[Requirement], chosen: set[int]
) -> set[Requirement]:
    """Those of ``needs`` that whole numbers do not reach; what cannot be shown in time counts too."""
    cells = task.table.cells()
    system = task.table.published(frozenset(cells[i] for i in chosen))
    short = set()
    for known in dict.fromkeys(need.known for need in needs):
        alike = [need for need in needs if need.known == known]
        names = {need.cell: task.table.name(cells[need.cell]) for need in alike}
        seen = system.knowing(
            {task.table.name(cells[k]): Fraction(task.table.values[k]) for k in known}
        )
        found = bounds(seen, only=names.values()).intervals
        for need in alike:
            name, goal = names[need.cell], task.table.values[need.cell] + need.move
            interval, up = found[name], need.move > 0
            end = interval.hi if up else interval.lo
            reached = end is None or (end >= goal if up else end <= goal)
            if not reached or not (interval.attained or reaches(seen, name, goal, up)):
                short.add(need)
    return short
