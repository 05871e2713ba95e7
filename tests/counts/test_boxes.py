"""A box found is a proof: moving its corners keeps every total and no count falls below nought."""

import random

import numpy as np
import pytest

from answerable.counts.attack import Attack, Requirement, mask
from answerable.counts.boxes import Boxes
from answerable.counts.changes import Changes
from answerable.counts.table import with_margins


@pytest.mark.parametrize("shape", [(3, 4), (2, 3, 2), (2, 2, 2, 2)])
@pytest.mark.parametrize("seed", range(6))
def test_a_box_moves_the_cell_as_asked_in_whole_numbers(seed: int, shape: tuple[int, ...]) -> None:
    rng = random.Random(seed)
    table = with_margins(shape, [rng.randint(0, 6) for _ in range(int(np.prod(shape)))], ())
    n, boxes, attack, found = len(table.values), Boxes(table), Attack(table, 200), 0
    for _ in range(60):
        cell = rng.randrange(n)
        open_ = mask(n, {cell} | {i for i in range(n) if rng.random() < 0.9})
        need = Requirement(cell, rng.choice([-2, -1, 1, 3]))
        corners = boxes.find(need, open_)
        if corners is None:
            continue
        found += 1
        assert cell in corners
        assert all(open_[i] for i in corners)
        change = Changes(attack, corners).smallest(need)
        assert change is not None
        assert np.allclose(np.abs(change), np.where(mask(n, corners) > 0, abs(need.move), 0))
    assert found
