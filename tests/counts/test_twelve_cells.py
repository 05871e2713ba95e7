"""Random tables with up to twelve withheld cells: every table that agrees, listed one by one."""

import random
from collections.abc import Iterator
from itertools import product

import pytest

from answerable.counts import bounds
from answerable.counts.certificate import Prover
from answerable.counts.table import Cell, Table, with_margins


def tables(table: Table, hidden: list[int]) -> Iterator[dict[int, int]]:
    """Every way to fill the withheld cells; a line is checked once its last one is filled."""
    lines = [line for line in table.lines() if not set(hidden).isdisjoint(line)]
    last: dict[int, list[list[int]]] = {}
    for line in lines:
        last.setdefault(max(set(hidden) & set(line)), []).append(line)
    most = table.values[-1]

    def fill(at: dict[int, int], left: list[int]) -> Iterator[dict[int, int]]:
        if not left:
            yield dict(at)
            return
        cell, *rest = left
        for value in _possible(table, at, cell, last.get(cell, []), most):
            at[cell] = value
            yield from fill(at, rest)
            del at[cell]

    yield from fill({}, sorted(hidden))


def _possible(
    table: Table, at: dict[int, int], cell: int, lines: list[list[int]], most: int
) -> list[int]:
    """What the lines that this cell completes leave for it."""
    found = set(range(most + 1))
    for line in lines:
        signs = {i: -1 if i == line[-1] else 1 for i in line}
        rest = sum(sign * at.get(i, table.values[i]) for i, sign in signs.items() if i != cell)
        found &= {-rest * signs[cell]}
    return sorted(found)


@pytest.mark.parametrize("seed", range(24))
def test_bounds_are_those_of_every_table_that_agrees(seed: int) -> None:
    rng = random.Random(seed)
    shape = rng.choice([(2, 2), (3, 3), (2, 4), (2, 2, 2), (2, 3, 2)])
    size = 1
    for n in shape:
        size *= n
    table = with_margins(shape, [rng.choice([0, 1, 1, 2, 3]) for _ in range(size)], ())
    cells = table.cells()
    inner = [i for i, margin in enumerate(table.is_margin()) if not margin]
    margins = [i for i, margin in enumerate(table.is_margin()) if margin and i != len(cells) - 1]
    hidden = rng.sample(inner, min(len(inner), rng.randint(4, 10))) + rng.sample(margins, 2)
    assert len(hidden) <= 12
    every = list(tables(table, hidden))
    assert every
    withheld: frozenset[Cell] = frozenset(cells[i] for i in hidden)
    found = bounds(table.published(withheld))
    prover = Prover(table.in_full(withheld))
    for i in hidden:
        interval = found.intervals[table.name(cells[i])]
        values = [at[i] for at in every]
        assert (interval.lo, interval.hi, interval.attained) == (min(values), max(values), True)
        for end, upper in ((max(values), True), (min(values), False)):
            proof = prover.prove(table.name(cells[i]), end, upper=upper)
            assert proof is None or all(
                v <= proof.bound if upper else v >= proof.bound for v in values
            )


def test_the_list_itself_is_complete() -> None:
    """Against trying every value of every cell."""
    table = with_margins((2, 2), [1, 2, 3, 0], ())
    hidden = [0, 1, 3, 4]
    plain = []
    for values in product(range(7), repeat=4):
        at = dict(zip(hidden, values, strict=True))
        full = [at.get(i, v) for i, v in enumerate(table.values)]
        if all(sum(full[i] for i in line[:-1]) == full[line[-1]] for line in table.lines()):
            plain.append(at)
    assert list(tables(table, hidden)) == plain
