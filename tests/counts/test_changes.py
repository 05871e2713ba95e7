"""Changes within one pattern: what they show, and what they must not be taken to show."""

import numpy as np

from answerable.counts.attack import Attack, Requirement
from answerable.counts.changes import Changes, fractional
from answerable.counts.table import with_margins

TABLE = with_margins((2, 2), [3, 5, 7, 2], ())  # cells 0, 1, 3 and 4; totals 2, 5, 6, 7, 8
BOX = [0, 1, 3, 4]


def changes(cells: list[int]) -> Changes:
    return Changes(Attack(TABLE, 100), cells)


def test_a_box_lets_its_cell_move_and_is_the_smallest_change() -> None:
    change = changes(BOX).smallest(Requirement(0, 2))
    assert change is not None
    assert list(np.rint(change[BOX])) == [2, -2, -2, 2]


def test_a_cell_that_is_alone_in_its_line_cannot_move() -> None:
    assert changes([0, 1, 3]).smallest(Requirement(0, 1)) is None
    assert changes([0, 1, 3]).in_whole_numbers(Requirement(0, 1)) is None


def test_no_count_goes_below_nought() -> None:
    assert changes(BOX).smallest(Requirement(0, -2)) is not None
    assert changes(BOX).smallest(Requirement(0, -3)) is None


def test_a_cell_taken_out_no_longer_helps_until_it_is_put_back() -> None:
    found = changes(BOX)
    found.close(4)
    assert found.smallest(Requirement(0, 1)) is None
    found.reopen(4)
    assert found.smallest(Requirement(0, 1)) is not None


def test_what_an_insider_knows_does_not_move() -> None:
    assert changes(BOX).smallest(Requirement(0, 1, (4,))) is None


def test_a_change_shows_what_it_meets_and_nothing_more() -> None:
    found, change = changes(BOX), np.zeros(9)
    change[BOX] = [1, -1, -1, 1]
    asked = [Requirement(0, 1), Requirement(0, 2), Requirement(1, 1), Requirement(1, -1)]
    assert found.shown(asked, change) == [asked[0], asked[3]]
    assert found.shown([Requirement(0, 1, (4,))], change) == []


def test_a_change_that_does_not_cancel_or_leaves_the_pattern_shows_nothing() -> None:
    loose, outside = np.zeros(9), np.zeros(9)
    loose[0] = 1
    outside[[0, 1, 3, 4]] = [1, -1, -1, 1]
    assert changes(BOX).shown([Requirement(0, 1)], loose) == []
    assert changes([0, 1, 3]).shown([Requirement(0, 1)], outside) == []


def test_half_a_person_is_no_whole_number() -> None:
    assert fractional(np.array([0.5, 0.0]))
    assert not fractional(np.array([1.0, -2.0]))
