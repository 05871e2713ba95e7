"""A search from a corner: what it finds is whole and agrees with everything; what is not there is not found."""

import random
import time
from fractions import Fraction

import pytest

from answerable.counts import Relation, System, Variable, bounds
from answerable.counts.rows import lay_out
from answerable.counts.solver import Program
from answerable.counts.table import with_margins


def program(system: System) -> Program:
    rows = lay_out(system)
    return Program(rows, range(len(rows.names)), range(len(rows.rows)))


def relation(coef: dict[str, int], total: int) -> Relation:
    terms = tuple((name, Fraction(c)) for name, c in coef.items())
    return Relation(terms, Fraction(total), Fraction(total))


def number(name: str, most: int, *, whole: bool = True) -> Variable:
    return Variable(name, Fraction(0), Fraction(most), integer=whole)


def later() -> float:
    return time.monotonic() + 60.0


# the corners of a triangle of sums are halves: three pairs, each adding up to an odd number
TRIANGLE = (
    relation({"a": 1, "b": 1, "d": 2}, 3),
    relation({"b": 1, "c": 1, "d": 2}, 3),
    relation({"a": 1, "c": 1, "d": 2}, 3),
)


def test_whole_values_are_found_where_the_corner_is_of_halves() -> None:
    odd = System((*(number(name, 2) for name in "abc"), number("d", 1)), TRIANGLE[:2])
    asked = program(odd)
    found = asked.dive({3: 1}, later())
    assert found is not None
    assert asked.exact(found) is not None
    assert round(found[3]) == 1


def test_nothing_is_found_where_no_whole_values_agree() -> None:
    odd = System((*(number(name, 2) for name in "abc"), number("d", 0)), TRIANGLE)
    assert program(odd).dive({}, later()) is None
    assert bounds(odd).feasible is False


def test_a_number_that_need_not_be_whole_stays_a_fraction() -> None:
    money = System(
        (number("n", 4), number("pounds", 9, whole=False)),
        (relation({"n": 3, "pounds": 2}, 11),),
    )
    found = program(money).dive({0: 2}, later())
    assert found is not None
    assert found[1] == pytest.approx(2.5)


def test_nothing_is_found_when_time_is_up() -> None:
    easy = System((number("a", 3), number("b", 3)), (relation({"a": 1, "b": 1}, 3),))
    assert program(easy).dive({}, time.monotonic() - 1.0) is None
    assert program(easy).dive({}, later()) is not None


@pytest.mark.parametrize("seed", range(6))
def test_what_one_search_held_fast_is_free_again_in_the_next(seed: int) -> None:
    rng = random.Random(seed)
    table = with_margins((3, 3, 3), [rng.randint(0, 3) for _ in range(27)], ())
    cells = table.cells()
    hidden = [cell for cell in cells if rng.random() < 0.6 and cell != table.grand_total]
    asked = program(table.published(frozenset(hidden)))
    true = dict(zip(cells, table.values, strict=True))
    for k, cell in enumerate(hidden):
        found = asked.dive({k: true[cell]}, later())
        assert found is not None
        assert asked.exact(found) is not None
        assert round(found[k]) == true[cell]
