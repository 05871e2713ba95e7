"""Proofs of ranges: the sums give exactly the end, and what leaves says only what is published."""

import random
import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

import pytest
from hypothesis import given, settings
from tests.counts.test_bounds_enumerated import systems

from answerable.counts import Bounds, System, bounds, read_model
from answerable.counts.certificate import Limit, Proof, Prover
from answerable.counts.differ import merge
from answerable.counts.explain import MOST, explain, explain_all
from answerable.counts.protect import Cost, Wishes, protect
from answerable.counts.rules import primary, rule_named
from answerable.counts.spelled import MOST_STATEMENTS, spelled
from answerable.counts.table import Table, with_margins

RULE = rule_named("fewer-than-5")


def told(model: dict[str, object]) -> dict[str, str]:
    system = read_model(model)
    return explain_all(system, bounds(system))


def added_up(proof: Proof) -> tuple[dict[str, Fraction], Fraction]:
    """The sum of a proof, made again from its statements alone: ``terms`` at most ``value``."""
    terms: dict[str, Fraction] = {}
    value = Fraction(0)
    for weight, said in proof.statements:
        end = said.hi if weight > 0 else said.lo
        assert end is not None
        value += weight * end
        for name, coef in said.terms:
            if name in proof.known:
                value -= weight * coef * proof.known[name]
            else:
                terms[name] = terms.get(name, Fraction(0)) + weight * coef
    for weight, limit in proof.limits:
        assert weight > 0
        sign = 1 if limit.upper else -1
        value += sign * weight * limit.value
        terms[limit.name] = terms.get(limit.name, Fraction(0)) + sign * weight
    return {name: coef for name, coef in terms.items() if coef}, value


def ends(found: Bounds) -> list[tuple[str, int, bool]]:
    """Every end there is: name, value, whether it is the upper one."""
    return [
        (name, int(end), upper)
        for name, each in found.intervals.items()
        for end, upper in ((each.hi, True), (each.lo, False))
        if end is not None
    ]


@settings(max_examples=60, deadline=None)
@given(systems())
def test_every_proof_adds_up_to_the_end_of_the_range(system: System) -> None:
    found = bounds(system)
    if not found.feasible:
        return
    prover = Prover(system)
    for name, end, upper in ends(found):
        proof = prover.prove(name, end, upper=upper)
        if proof is None:
            continue
        terms, value = added_up(proof)
        assert terms == {name: Fraction(1 if upper else -1)}
        assert (floor(value) if upper else ceil(-value)) == end


@pytest.mark.parametrize("seed", range(3))
def test_every_range_of_a_two_way_table_has_a_proof(seed: int) -> None:
    rng = random.Random(seed)
    table = with_margins((4, 4), [rng.randint(0, 9) for _ in range(16)], ())
    hidden = frozenset(c for c in table.cells() if rng.random() < 0.5 and c != (4, 4))
    found = bounds(table.published(hidden))
    prover = Prover(table.in_full(hidden))
    for name, end, upper in ends(found):
        proof = prover.prove(name, end, upper=upper)
        assert proof is not None
        assert added_up(proof)[0] == {name: Fraction(1 if upper else -1)}


def test_an_end_that_is_not_so_has_no_proof() -> None:
    system = read_model({"variables": {"a": [0, None], "b": [0, 4]},
                         "equations": [{"coef": {"a": 1, "b": 1}, "rhs": 18}]})  # fmt: skip
    prover = Prover(system)
    assert prover.prove("a", 17, upper=True) is None
    assert prover.prove("a", 15, upper=False) is None
    assert prover.prove("a", 14, upper=False) is not None


def test_the_subtraction_is_spelled_out() -> None:
    sentence = told({
        "variables": {"a": [0, None], "b": [0, 4], "c": [44, 44], "t": [62, 62]},
        "equations": [{"coef": {"a": 1, "b": 1, "c": 1, "t": -1}, "rhs": 0}],
    })["a"]  # fmt: skip
    assert sentence == (
        "a: from everything published a reader can tell that it is between 14 and 18: 62 in the "
        "total (t), less 44 published, leaves 18 between this one and b; none of the others is "
        "below 0, so this one is at most 18; and b is at most 4, so this one is at least 14."
    )


def test_a_subset_and_what_an_insider_knows() -> None:
    sentence = told({
        "variables": {"young": [0, None], "all": [0, None], "rest": [0, None]},
        "inequalities_le": [
            {"coef": {"young": 1, "all": -1}, "rhs": 0, "source": "under-16s are some of all"}
        ],
        "equations": [{"coef": {"all": 1, "rest": 1}, "rhs": 9, "source": "answer of 3 March 2026"}],
        "insider": {"rest": 3},
    })["young"]  # fmt: skip
    assert "all and rest come to 9 (answer of 3 March 2026)" in sentence
    assert "this one is not more than all (under-16s are some of all)" in sentence
    assert (
        "rest is at least 3 (the insider knows that rest is 3), so this one is at most 6"
        in sentence
    )


def test_rounding_that_leaks_is_spelled_out_with_its_bands() -> None:
    cells = {f"x{i}": [0, 50] for i in range(4)}
    sentence = told({
        "variables": {**cells, "t": [0, 50]},
        "equations": [{"coef": {**dict.fromkeys(cells, 1), "t": -1}, "rhs": 0}],
        "rounded": [
            *({"of": name, "value": 5, "base": 5, "mode": "nearest"} for name in cells),
            {"of": "t", "value": 30, "base": 5, "mode": "nearest"},
        ],
    })["x0"]  # fmt: skip
    assert "exactly 7" in sentence
    assert "t is at least 28 (t is published as 30, rounded to 5), so this one is at least 7" in (
        sentence
    )


def test_a_percentage_names_what_was_published_and_that_numbers_are_whole() -> None:
    said = {"numerator": "n", "denominator": "d", "value": "7.5", "rounding": "half-up"}
    sentence = told({"variables": {"n": [1, 9], "d": [35, 45]}, "percentages": [said]})["n"]
    assert "n of d is published as 7.5%" in sentence
    assert "d is at least 35, so this one, being whole, is at least 3" in sentence


def test_what_is_doubled_is_halved_again() -> None:
    pairs = [({"a": 1, "b": 1}, 5), ({"b": 1, "c": 1}, 6), ({"a": 1, "c": 1}, 7)]
    model = {
        "variables": {name: [0, None] for name in "abc"},
        "equations": [{"coef": coef, "rhs": rhs} for coef, rhs in pairs],
    }
    assert (
        "together: twice this one is 6, so twice this one is at most 6 and this one at most 3"
        in (told(model)["a"])
    )


def test_an_earlier_release_is_named() -> None:
    old = read_model({"variables": {"a": [3, 5], "b": [0, 9]}})
    new = read_model({"variables": {"a": [0, 9], "b": [0, 9]},
                      "equations": [{"coef": {"a": 1, "b": 1}, "rhs": 8}]})  # fmt: skip
    joint = merge(new, old)
    sentence = explain_all(joint, bounds(joint))["b"]
    assert "a is at least 3 (the later release says that a is 3 to 5)" in sentence


def test_where_no_sum_proves_it_that_is_said() -> None:
    model = {
        "variables": {"x": [0, 3], "y": [0, 3], "z": [0, 3]},
        "equations": [{"coef": {"x": 2, "y": 3, "z": 5}, "rhs": 7}],
    }
    system = read_model(model)
    found = bounds(system)
    prover = Prover(system)
    unproved = [
        each for each in ends(found) if prover.prove(each[0], each[1], upper=each[2]) is None
    ]
    assert unproved
    for name, _, _ in unproved:
        assert "follows from counts being whole" in explain_all(system, found)[name]


def test_a_proof_of_too_many_statements_is_not_spelled_out() -> None:
    n = MOST_STATEMENTS + 2
    names = [f"x{k}" for k in range(n + 1)]
    model = {
        "variables": {name: [0, None] for name in names},
        "equations": [{"coef": {a: 1, b: 1}, "rhs": 5} for a, b in pairwise(names)],
        "insider": {names[-1]: 2},
    }
    system = read_model(model)
    found = bounds(system)
    sentence = explain_all(system, found)["x0"]
    assert "too many to spell out" in sentence
    proof = Prover(system).prove("x0", int(found.intervals["x0"].hi or 0), upper=True)
    assert proof is not None
    assert len(proof.statements) == n
    assert spelled(proof, str) is None


def test_a_limit_that_is_published_is_given_with_its_source() -> None:
    proof = Proof(
        "a", True, (), ((Fraction(1), Limit("a", True, 4, "table 2")),), Fraction(4), 4, {}
    )
    assert spelled(proof, str) == "this one is at most 4 (table 2)"


def test_only_the_first_sixty_are_spelled_out() -> None:
    names = [f"x{k}" for k in range(MOST + 2)]
    model = {
        "variables": {name: [0, None] for name in names},
        "equations": [{"coef": dict.fromkeys(names, 1), "rhs": 9}],
    }
    sentences = list(told(model).values())
    assert "so this one is at most 9" in sentences[MOST - 1]
    assert f"spelled out for the first {MOST} only" in sentences[MOST]


@pytest.mark.parametrize("seed", range(4))
def test_what_leaves_would_be_the_same_whatever_the_withheld_values_are(seed: int) -> None:
    """The publishable sentences of the true table and of another that looks the same in public."""
    rng = random.Random(seed)
    table = with_margins((3, 4), [rng.choice([0, 2, 3, 8, 12, 30]) for _ in range(12)], ())
    flags = primary(table, RULE, skip=frozenset({table.grand_total}))
    plan = protect(table, flags, RULE, Wishes(cost=Cost.COUNT))
    cells = table.cells()
    for low, _ in plan.bounds.witnesses.values():
        assert low is not None
        other = low.table()
        values = tuple(
            int(other.get(table.name(cell), value))
            for cell, value in zip(cells, table.values, strict=True)
        )
        same = replace(plan, table=Table(table.shape, values, table.labels))
        assert explain(same, publishable=True) == explain(plan, publishable=True)


def test_the_internal_sentence_gives_the_count_and_the_publishable_one_does_not() -> None:
    table = with_margins((2, 2), [3, 41, 52, 63], (("North", "South"), ("yes", "no")))
    plan = protect(table, primary(table, RULE), RULE, Wishes())
    assert "(3; the rule asks" in explain(plan)[0]
    public = " ".join(explain(plan, publishable=True))
    assert not set(re.findall(r"\d+", public)) & {"3", "41", "52", "63"}
