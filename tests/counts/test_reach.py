"""How far a cell can move: the same from a last basis as from nothing, and what falls short teaches a cut."""

import numpy as np
import pytest

from answerable.counts import protect as module
from answerable.counts.attack import Attack, Requirement, mask
from answerable.counts.protect import Method, Wishes, protect
from answerable.counts.reach import Reach
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table, with_margins

RULE = rule_named("fewer-than-5")


def table(shape: tuple[int, ...], seed: int) -> Table:
    rng = np.random.default_rng(seed)
    inner = rng.negative_binomial(0.5, 0.5 / 12.5, int(np.prod(shape)))
    return with_margins(shape, [int(v) for v in inner], ())


@pytest.mark.parametrize("seed", range(4))
def test_a_requirement_that_goes_on_gives_what_a_new_one_gives(seed: int) -> None:
    rng = np.random.default_rng(seed)
    attack = Attack(table((3, 3, 2), seed), 100)
    kept, short = Reach(attack), 0
    for _ in range(12):
        open_ = np.where(rng.random(attack.n) < 0.4, rng.random(attack.n), 0.0)
        cell = int(rng.integers(attack.n))
        open_[cell] = 1.0
        need = Requirement(cell, int(rng.choice([-1, 2, 4])))
        kept.within(open_)
        fresh = Reach(attack)
        fresh.within(open_)
        reach, worth = kept.of(need)
        assert reach == pytest.approx(fresh.of(need)[0], abs=1e-6)
        short += reach < abs(need.move) - 1e-6
        most = np.concatenate([attack.up * open_, attack.down * open_])
        # the duals prove it: no change within this pattern is worth more, bar the move's own limit
        assert reach <= np.maximum(worth, 0.0) @ most + 1e-6 or reach >= abs(need.move) - 1e-6
    assert short


def test_a_cell_that_is_published_moves_nowhere() -> None:
    attack = Attack(table((3, 3), 1), 100)
    reach = Reach(attack)
    reach.within(mask(attack.n, [0, 1]))
    assert reach.of(Requirement(5, 1))[0] == 0.0


@pytest.mark.parametrize("seed", range(1, 5))
@pytest.mark.parametrize("shape", [(9, 9), (4, 4, 4)])
def test_the_fast_method_is_near_the_least(shape: tuple[int, ...], seed: int) -> None:
    made = table(shape, seed)
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    fast = protect(made, flags, RULE, Wishes(method=Method.FAST))
    again = protect(made, flags, RULE, Wishes(method=Method.FAST))
    assert not fast.unmet
    assert fast.bound >= 0.95 * fast.cost
    assert (again.secondary, again.bound) == (fast.secondary, fast.bound)


@pytest.mark.parametrize(("quick", "work"), [(0, 1), (600, 1), (0, 10**6)])
def test_with_hardly_any_work_the_pattern_is_safe_and_not_everything(
    monkeypatch: pytest.MonkeyPatch, quick: int, work: int
) -> None:
    monkeypatch.setattr(module, "_QUICK", quick)
    monkeypatch.setattr(module, "_WORK", work)
    made = table((4, 4, 4), 2)
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    plan = protect(made, flags, RULE, Wishes(method=Method.FAST))
    assert not plan.unmet
    assert plan.bound <= plan.cost < sum(made.values) / 4
