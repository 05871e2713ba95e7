"""Protect against every possible pattern, on small tables of two and three dimensions."""

import random
from itertools import combinations

import pytest

from answerable.counts.bounds import bounds
from answerable.counts.judge import met
from answerable.counts.protect import Cost, Method, Plan, Wishes, protect
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Cell, Table, with_margins

RULE = rule_named("fewer-than-5")


def made(seed: int, shape: tuple[int, ...]) -> Table:
    rng = random.Random(seed)
    size = 1
    for n in shape:
        size *= n
    return with_margins(shape, [rng.choice([0, 1, 3, 6, 7, 9, 12]) for _ in range(size)], ())


def meets(
    table: Table, withheld: frozenset[Cell], firsts: list[Cell], lower: int, upper: int
) -> bool:
    names = [table.name(cell) for cell in firsts]
    found = bounds(table.published(withheld), only=names).intervals
    value = dict(zip(table.cells(), table.values, strict=True))
    return all(
        met(found[table.name(c)], value[c] + upper, True)
        and met(found[table.name(c)], max(0, value[c] - lower), False)
        for c in firsts
    )


def cheapest(table: Table, firsts: list[Cell], wishes: Wishes) -> int | None:
    value = dict(zip(table.cells(), table.values, strict=True))
    may = [
        c
        for c in table.cells()
        if c not in firsts
        and (value[c] or wishes.zeros_may)
        and not (wishes.total_fixed and c == table.grand_total)
    ]
    price = (lambda c: 1) if wishes.cost is Cost.COUNT else (lambda c: value[c])
    sets = [some for n in range(len(may) + 1) for some in combinations(may, n)]
    sets.sort(key=lambda some: sum(price(c) for c in some))
    for some in sets:
        if meets(
            table, frozenset(firsts) | set(some), firsts, wishes.lower or 0, wishes.upper or 0
        ):
            return sum(price(c) for c in some)
    return None


def planned(table: Table, wishes: Wishes) -> tuple[Plan, list[Cell]]:
    skip = frozenset({table.grand_total}) if wishes.total_fixed else frozenset()
    flags = primary(table, RULE, skip=skip)
    return protect(table, flags, RULE, wishes), [flag.cell for flag in flags]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("shape", [(2, 2), (2, 1, 2)])
def test_the_exact_pattern_costs_what_the_cheapest_of_all_costs(
    seed: int, shape: tuple[int, ...]
) -> None:
    table = made(seed, shape)
    wishes = Wishes(
        cost=Cost.COUNT if seed % 2 else Cost.VALUE,
        method=Method.EXACT,
        zeros_may=seed % 3 == 0,
        total_fixed=seed % 4 != 0,
        lower=1 + seed % 2,
        upper=1 + seed % 3,
    )
    plan, firsts = planned(table, wishes)
    best = cheapest(table, firsts, wishes)
    if best is None:
        assert plan.unmet
        assert not plan.optimal
    else:
        assert not plan.unmet
        assert plan.optimal
        assert plan.cost == best


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("method", [Method.EXACT, Method.FAST])
@pytest.mark.parametrize("shape", [(4, 5), (3, 3, 3)])
def test_protect_then_bounds_never_fails(seed: int, method: Method, shape: tuple[int, ...]) -> None:
    table = made(seed, shape)
    wishes = Wishes(method=method, lower=1, upper=2, seconds=20)
    plan, firsts = planned(table, wishes)
    if not plan.unmet:
        assert meets(table, plan.withheld, firsts, 1, 2)
    assert plan.bound <= plan.cost
    again, _ = planned(table, wishes)
    assert again.secondary == plan.secondary
