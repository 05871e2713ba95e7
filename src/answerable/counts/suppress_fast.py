"""A good pattern quickly: the cheapest change for each requirement, then a clean-up.

Each requirement keeps the change that proves it. When a cell is tried for publication again, only
requirements whose change uses it are asked anew; what falls short teaches a cut, which later spares
asking.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from answerable.counts.attack import EPS, Requirement, mask, moves
from answerable.counts.changes import Changes, fractional
from answerable.counts.cuts import Slack

if TYPE_CHECKING:
    from answerable.counts.protect import Task


def good_set(task: "Task") -> set[int]:
    """Cells that meet every requirement: the cheapest change for each in turn, then a clean-up."""
    order = sorted(task.needs, key=lambda need: (-abs(need.move), need.cell, need.move))
    chosen, proofs = set(task.first), dict[Requirement, set[int]]()
    may = mask(task.attack.n, [*task.first, *task.may])
    for need in order:
        _grow(task, chosen, proofs, need, may, whole=False)
    chosen, proofs = _clean_up(task, chosen, proofs)
    for need in unmet(task, chosen, order):  # what real numbers reach and whole ones do not
        _grow(task, chosen, proofs, need, may, whole=True)
    return chosen


def mended(task: "Task", pattern: set[int], short: list[Requirement]) -> set[int]:
    """A pattern made whole that leaves these requirements ``short``, over real numbers.

    Its cells cost nothing; afterwards what can be spared is published again.
    """
    chosen, proofs = set(pattern), dict[Requirement, set[int]]()
    may = mask(task.attack.n, [*task.first, *task.may])
    for need in short:
        _grow(task, chosen, proofs, need, may, whole=False)
    changes, open_ = Changes(task.attack, chosen), mask(task.attack.n, chosen)
    for need in task.needs:
        if need not in proofs:
            box = task.boxes.find(need, open_)
            change = changes.smallest(need) if box is None else None
            if change is not None:
                proofs |= {other: moves(change) for other in task.needs if _also(other, change)}
            proofs.setdefault(need, box or set())
    return _clean_up(task, chosen, proofs)[0]


def price(task: "Task", chosen: set[int]) -> int:
    """What a pattern costs beyond the cells unsafe by themselves."""
    return sum(task.cost[i] for i in chosen.difference(task.first))


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
    task: "Task", pattern: set[int], proofs: dict[Requirement, set[int]]
) -> tuple[set[int], dict[Requirement, set[int]]]:
    """Publish again, dearest first, whatever the requirements can do without."""
    proofs = dict(proofs)
    slack = Slack(task.cuts, set(pattern))
    changes = Changes(task.attack, pattern)
    for i in sorted(
        pattern.difference(task.first), key=lambda i: (-task.cost[i], -task.margin[i], i)
    ):
        if not slack.can_spare(i):
            continue
        changes.close(i)
        fewer = mask(task.attack.n, slack.chosen - {i})
        renewed: dict[Requirement, set[int]] = {}
        asked = [need for need in task.needs if i in proofs.get(need, ())]
        for need in sorted(asked, key=lambda need: _far(task, need, i)):
            if need in renewed:
                continue
            box = task.boxes.find(need, fewer)
            change = None if box is not None else _change(task, changes, need, fewer)
            if box is None and change is None:
                changes.reopen(i)
                break
            if change is None:
                renewed[need] = box or set()
            else:  # what moves one cell often moves others as far as they must
                renewed[need] = moves(change)
                renewed.update({other: renewed[need] for other in asked if _also(other, change)})
        else:
            proofs.update(renewed)
            slack.take_out(i)
    return slack.chosen, proofs


def _far(task: "Task", need: Requirement, cell: int) -> tuple[int, int]:
    """Requirements near a cell first, and the larger ones: those fall short soonest."""
    a, b = (np.unravel_index(i, task.table.shape) for i in (need.cell, cell))
    return (sum(x != y for x, y in zip(a, b, strict=True)), -abs(need.move))


def _also(need: Requirement, change: np.ndarray) -> bool:
    """Whether a change meets this requirement as well."""
    far = change[need.cell] * np.sign(need.move) >= abs(need.move) - EPS
    return bool(far) and not any(change[k] for k in need.known)


def _change(
    task: "Task", changes: Changes, need: Requirement, open_: np.ndarray
) -> np.ndarray | None:
    """The smallest change for a requirement; if there is none, a cut is learned."""
    change = changes.smallest(need)
    if change is None:
        task.reach.within(open_)
        reach, reduced = task.reach.of(need)
        if reach < abs(need.move) - EPS:
            task.cuts.learn(need, reduced)
    return change


def unmet(
    task: "Task", chosen: set[int], needs: list[Requirement] | None = None
) -> list[Requirement]:
    """The requirements (or those of ``needs``) that this pattern does not meet, in whole numbers.

    What cannot be shown in time counts as not met.
    """
    asked = task.needs if needs is None else needs
    failed = set(_unmet(task, chosen, asked))
    return [need for need in asked if need in failed]


def _unmet(task: "Task", chosen: set[int], asked: list[Requirement]) -> Iterator[Requirement]:
    """The requirements not met, as they are found: those that no real numbers reach first."""
    shown = task.shown.setdefault(frozenset(chosen), set())
    open_ = mask(task.attack.n, chosen)
    left = []
    for need in asked:
        if need in shown:
            continue
        if task.boxes.find(need, open_) is None:
            left.append(need)
        else:
            shown.add(need)
    if not left:
        return
    changes = Changes(task.attack, chosen)
    doubtful = []
    for need in left:
        if need in shown:
            continue
        change = changes.smallest(need)
        if change is None:
            yield need
            continue
        shown.update(() if fractional(change) else changes.shown(left, change))
        if need not in shown:
            doubtful.append(need)
    for need in doubtful:
        if need in shown:
            continue
        change = changes.in_whole_numbers(need)
        shown.update(() if change is None else changes.shown(left, change))
        if need not in shown:
            yield need
