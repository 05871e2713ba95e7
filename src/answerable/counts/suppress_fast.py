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

_SMALL = 600  # cells up to which several orders and exchanges are tried


def good_set(task: "Task") -> set[int]:
    """Cells that meet every requirement, cheaply: the best of a few orders, then exchanges.

    For large tables one order has to do.
    """
    orders = [sorted(task.needs, key=lambda need: (-abs(need.move), need.cell, need.move))]
    small = task.attack.n <= _SMALL
    if small:
        orders += [sorted(task.needs, key=_far_end_first), orders[0][::-1]]
    found = [_in_order(task, order, set(task.first)) for order in orders]
    best, proofs = min(found, key=lambda pattern: price(task, pattern[0]))
    return _exchanged(task, best, proofs) if small else best


def mended(task: "Task", start: set[int]) -> set[int]:
    """A pattern that falls short made whole: its cells cost nothing, then what is spare goes."""
    order = sorted(task.needs, key=lambda need: (-abs(need.move), need.cell, need.move))
    return _in_order(task, order, start)[0]


def price(task: "Task", chosen: set[int]) -> int:
    """What a pattern costs beyond the cells unsafe by themselves."""
    return sum(task.cost[i] for i in chosen.difference(task.first))


def _far_end_first(need: Requirement) -> tuple[int, int, int]:
    return (-need.cell, -abs(need.move), need.move)


def _in_order(
    task: "Task", order: list[Requirement], start: set[int]
) -> tuple[set[int], dict[Requirement, set[int]]]:
    """The cheapest change for each requirement in turn, then a clean-up."""
    chosen = set(start)
    proofs: dict[Requirement, set[int]] = {}
    may = mask(task.attack.n, [*task.first, *task.may])
    for need in order:
        _grow(task, chosen, proofs, need, may, whole=False)
    for need in unmet(task, chosen, order):
        _grow(task, chosen, proofs, need, may, whole=True)
    fewer, kept = _clean_up(task, chosen, proofs, whole=False)
    if unmet(task, fewer, order):
        fewer, kept = _clean_up(task, chosen, proofs, whole=True)
    return fewer, kept


def _exchanged(task: "Task", chosen: set[int], proofs: dict[Requirement, set[int]]) -> set[int]:
    """Try to do without each cell, dearest first, putting others in its place."""
    everything = mask(task.attack.n, [*task.first, *task.may])
    for i in sorted(chosen.difference(task.first), key=lambda i: (-task.cost[i], i)):
        if i not in chosen:
            continue
        others = everything.copy()
        others[i] = 0.0
        trial = chosen - {i}
        kept = {need: proof for need, proof in proofs.items() if i not in proof}
        asked = [need for need in proofs if need not in kept]
        for need in asked:
            _grow(task, trial, kept, need, others, whole=False)
        if len(kept) < len(proofs) or price(task, trial) > price(task, chosen) + task.cost[i]:
            continue
        trial, kept = _clean_up(task, trial, kept, whole=False)
        if price(task, trial) < price(task, chosen) and not unmet(task, trial):
            chosen, proofs = trial, kept
    return chosen


def _grow(
    task: "Task",
    chosen: set[int],
    proofs: dict[Requirement, set[int]],
    need: Requirement,
    may: np.ndarray,
    *,
    whole: bool,
) -> None:
    """Withhold what the cheapest change for one requirement moves, among the cells that may."""
    box = task.boxes.find(need, mask(task.attack.n, chosen))
    if box is not None:
        proofs[need] = box
        return
    # of two equal prices, the one that leaves the totals in the table
    priced = np.maximum(np.array(task.cost, dtype=float), 0.01) + 0.001 * task.margin
    priced[list(chosen)] = 0.0
    change = task.attack.cheapest(need, priced, may, whole=whole)
    if change is not None:  # otherwise unmet() tells afterwards
        proofs[need] = moves(change)
        chosen |= proofs[need]


def _clean_up(
    task: "Task", pattern: set[int], proofs: dict[Requirement, set[int]], *, whole: bool
) -> tuple[set[int], dict[Requirement, set[int]]]:
    """Publish again, dearest first, whatever the requirements can do without."""
    proofs = dict(proofs)
    slack = Slack(task.cuts, set(pattern))
    for i in sorted(
        pattern.difference(task.first), key=lambda i: (-task.cost[i], -task.margin[i], i)
    ):
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
    return slack.chosen, proofs


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
