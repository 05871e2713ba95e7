"""Bounds against full enumeration, by machine: random systems, facts added, names changed."""

import random
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.counts import Fact, Relation, System, Variable, bounds

N = st.integers(2, 5)


@st.composite
def systems(draw: st.DrawFn) -> System:
    n = draw(N)
    names = [f"x{i}" for i in range(n)]
    variables = tuple(
        Variable(
            name, Fraction(lo := draw(st.integers(-2, 2))), Fraction(lo + draw(st.integers(0, 5)))
        )
        for name in names
    )
    truth = [draw(st.integers(int(v.lo or 0), int(v.hi or 0))) for v in variables]
    relations = []
    for _ in range(draw(st.integers(1, 4))):
        coef = [draw(st.integers(-3, 3)) for _ in names]
        total = sum(c * t for c, t in zip(coef, truth, strict=True)) + draw(
            st.sampled_from([0, 0, 0, 1])
        )
        slack = draw(st.sampled_from([0, 0, 1, None]))
        terms = tuple((name, Fraction(c)) for name, c in zip(names, coef, strict=True))
        lo = None if slack is None else Fraction(total - slack)
        relations.append(Relation(terms, lo, Fraction(total)))
    return System(variables, tuple(relations))


def enumerated(system: System) -> list[dict[str, int]]:
    spans = [range(int(v.lo or 0), int(v.hi or 0) + 1) for v in system.variables]
    names = [v.name for v in system.variables]
    found = []
    for values in product(*spans):
        table = dict(zip(names, values, strict=True))
        for r in system.relations:
            total = sum(c * table[name] for name, c in r.terms)
            if (r.lo is not None and total < r.lo) or (r.hi is not None and total > r.hi):
                break
        else:
            found.append(table)
    return found


@settings(max_examples=80, deadline=None)
@given(systems())
def test_bounds_are_those_of_full_enumeration_and_both_ends_have_a_witness(system: System) -> None:
    every = enumerated(system)
    found = bounds(system)
    assert found.feasible is bool(every)
    if not every:
        assert found.conflict
        return
    for name, interval in found.intervals.items():
        values = [table[name] for table in every]
        assert (interval.lo, interval.hi) == (min(values), max(values))
        assert interval.attained
        low, high = found.witnesses[name]
        assert low is not None
        assert high is not None
        assert low.table() in every
        assert high.table() in every
        assert low.table()[name] == interval.lo
        assert high.table()[name] == interval.hi


@settings(max_examples=40, deadline=None)
@given(systems(), st.integers(0, 1), st.integers(-2, 6))
def test_a_fact_never_widens(system: System, which: int, value: int) -> None:
    before = bounds(system)
    name = system.variables[which].name
    after = bounds(system.and_facts([Fact(name, Fraction(value), None)]))
    if before.feasible and after.feasible:
        for each, interval in after.intervals.items():
            old = before.intervals[each]
            assert interval.lo >= old.lo  # type: ignore[operator]
            assert interval.hi <= old.hi  # type: ignore[operator]


@settings(max_examples=25, deadline=None)
@given(systems(), st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_nothing(system: System, rng: random.Random) -> None:
    new = {v.name: f"y{v.name}" for v in system.variables}
    variables = [Variable(new[v.name], v.lo, v.hi) for v in system.variables]
    relations = [
        Relation(tuple((new[n], c) for n, c in r.terms), r.lo, r.hi) for r in system.relations
    ]
    rng.shuffle(variables)
    rng.shuffle(relations)
    before, after = bounds(system), bounds(System(tuple(variables), tuple(relations)))
    assert before.feasible is after.feasible
    for name, interval in before.intervals.items():
        assert after.intervals[new[name]] == interval


@pytest.mark.parametrize("seed", range(4))
def test_random_tables_in_three_dimensions_lie_inside_and_ends_are_met(seed: int) -> None:
    rng = random.Random(seed)
    shape = (2, 3, 2)
    cells = {c: rng.randint(0, 2) for c in product(*map(range, shape))}
    names = {c: "c" + "".join(map(str, c)) for c in cells}
    relations = []
    for axis in range(3):
        for line in {c[:axis] + c[axis + 1 :] for c in cells}:
            on = [c for c in cells if c[:axis] + c[axis + 1 :] == line]
            total = Fraction(sum(cells[c] for c in on))
            relations.append(Relation(tuple((names[c], Fraction(1)) for c in on), total, total))
    system = System(tuple(Variable(n, Fraction(0), None) for n in names.values()), tuple(relations))
    capped = System(
        tuple(Variable(n, Fraction(0), Fraction(6)) for n in names.values()), tuple(relations)
    )
    found = bounds(system)
    assert found.intervals == bounds(capped).intervals
    for c, name in names.items():
        interval = found.intervals[name]
        assert interval.attained
        assert interval.lo <= cells[c] <= interval.hi  # type: ignore[operator]
