"""Small cases done by hand: subtraction, a rectangle, an answer of a body, a percentage, no time."""

import random
from fractions import Fraction
from itertools import product

from answerable.counts import Relation, System, Variable, bounds, percentage_pairs, read_model
from answerable.counts.table import Table

TABLE = Table((4, 4), (12, 3, 20, 35, 15, 18, 9, 42, 22, 14, 30, 66, 49, 35, 59, 143))


def ends(system: System) -> dict[str, tuple[object, object]]:
    return {name: (i.lo, i.hi) for name, i in bounds(system).intervals.items()}


def test_one_withheld_cell_is_found_by_subtraction() -> None:
    found = bounds(TABLE.published(frozenset({(0, 1)})))
    assert found.disclosed == ["r0c1"]
    assert ends(TABLE.published(frozenset({(0, 1)}))) == {"r0c1": (3, 3)}


def test_a_rectangle_of_four() -> None:
    four = frozenset({(0, 0), (0, 1), (1, 0), (1, 1)})
    assert ends(TABLE.published(four)) == {
        "r0c0": (0, 15),
        "r0c1": (0, 15),
        "r1c0": (12, 27),
        "r1c1": (6, 21),
    }


def test_three_bodies_and_a_national_total() -> None:
    model = {
        "variables": {"A": [0, 9], "B": [1, 4], "C": [0, 0]},
        "equations": [{"coef": {"A": 1, "B": 1, "C": 1}, "rhs": 9}],
    }
    found = bounds(read_model(model))
    assert ends(read_model(model)) == {"A": (5, 8), "B": (1, 4), "C": (0, 0)}
    assert found.disclosed == ["C"]


def test_a_percentage_beside_a_withheld_count() -> None:
    found = percentage_pairs(
        {
            "published_percent": "7.5",
            "decimals": 1,
            "rounding": "half-up",
            "denominator_range": [40, 40],
            "numerator_range": [1, 4],
        }
    )
    assert found == {"consistent_pairs": [[3, 40]], "numerators": [3], "denominators": [40]}


def test_without_time_what_is_given_is_called_an_outer_range() -> None:
    one = Fraction(1)
    variables = tuple(Variable(name, Fraction(0), Fraction(9)) for name in "abc")
    relation = Relation(tuple((name, one) for name in "abc"), Fraction(4), Fraction(4))
    found = bounds(System(variables, (relation,)), seconds=0.0)
    assert found.feasible is None
    assert not any(each.attained for each in found.intervals.values())
    assert all((each.lo, each.hi) == (0, 4) for each in found.intervals.values())


def test_a_thousand_tables_that_agree_lie_inside_and_both_ends_are_witnessed() -> None:
    """Start from the truth and turn random boxes: every table reached agrees with the margins."""
    rng = random.Random(4)
    hidden = frozenset(product(range(3), range(3)))
    found = bounds(TABLE.published(hidden))
    at = {cell: TABLE.values[4 * cell[0] + cell[1]] for cell in hidden}
    for _ in range(1000):
        i, k = rng.sample(range(3), 2)
        j, m = rng.sample(range(3), 2)
        most = min(at[i, m], at[k, j])
        by = rng.randint(0, most)
        for cell, sign in (((i, j), 1), ((k, m), 1), ((i, m), -1), ((k, j), -1)):
            at[cell] += sign * by
        for cell, value in at.items():
            interval = found.intervals[TABLE.name(cell)]
            assert interval.lo <= value <= interval.hi  # type: ignore[operator]
    for name, pair in found.witnesses.items():
        for witness, end in zip(pair, ("lo", "hi"), strict=True):
            assert witness is not None
            assert witness.table()[name] == getattr(found.intervals[name], end)


def test_large_figures_keep_whole_answers() -> None:
    model = {
        "variables": {"x": [0, 9_000_000], "y": [0, 9_000_000]},
        "equations": [{"coef": {"x": 1, "y": 1}, "rhs": 9_000_000}],
        "inequalities_le": [{"coef": {"x": 2, "y": -2}, "rhs": 1}],
    }
    found = bounds(read_model(model))
    assert (found.intervals["x"].lo, found.intervals["x"].hi) == (0, 4_500_000)
    assert found.intervals["x"].attained
