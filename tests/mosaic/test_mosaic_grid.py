"""One tree for all shares: the same as share by share, and as exact fractions to 1e-12."""

import random
from fractions import Fraction
from math import exp

import numpy as np
import pytest

from answerable.mosaic import Question, Settings, analyse, read_question, read_total
from answerable.mosaic.grid import Grid, Stack, within_reach


def council(share: float | None, total: str, says: list[str]) -> Question:
    """Bodies that all differ in their priors."""
    lines = ["body,answer,prior_mean,prior_dispersion"]
    lines += [f"b{n},{said},{0.3 + n / 7},0.4" for n, said in enumerate(says)]
    return read_question("\n".join(lines), "made", Settings(read_total(total), share, {}))


@pytest.mark.parametrize("total", ["25", "10..40", "60", "20=0.25,30=0.75"])
@pytest.mark.parametrize("says", [["ncnd"] * 20, ["none", "ncnd", "silent", "2"] * 5])
def test_an_unknown_share_is_the_sum_over_all_shares(total: str, says: list[str]) -> None:
    whole = analyse(council(None, total, says)).chances
    assert whole
    weight = 0.0
    cases = np.zeros(len(says))
    for n in range(21):
        if n == 20 and ("none" in says or "2" in says):
            continue
        one = analyse(council(n / 20, total, says)).chances
        if one:
            weight += one.evidence / 21
            cases += one.evidence / 21 * np.array([each.p_has_cases for each in one.bodies])
    assert whole.evidence == pytest.approx(weight, rel=1e-11)
    for found, sum_ in zip(whole.bodies, cases, strict=True):
        assert found.p_has_cases == pytest.approx(sum_ / weight, abs=1e-12)


def exactly(lists: list[list[Fraction]], total: int) -> tuple[Fraction, list[list[Fraction]]]:
    """Evidence and posteriors by plain products of fractions."""

    def times(a: list[Fraction], b: list[Fraction]) -> list[Fraction]:
        made = [Fraction(0)] * (len(a) + len(b) - 1)
        for i, x in enumerate(a):
            for j, y in enumerate(b):
                made[i + j] += x * y
        return made

    mass, found = Fraction(0), []
    for n, own in enumerate(lists):
        others = [Fraction(1)]
        for k, each in enumerate(lists):
            if k != n:
                others = times(others, each)
        weights = [
            value * (others[total - v] if 0 <= total - v < len(others) else 0)
            for v, value in enumerate(own)
        ]
        mass = sum(weights, Fraction(0))
        found.append([weight / mass for weight in weights])
    return mass, found


@pytest.mark.parametrize("seed", range(6))
def test_it_agrees_with_exact_fractions(seed: int) -> None:
    rng = random.Random(seed)
    shares, bodies = 3, rng.randint(2, 7)
    lists = [
        [[Fraction(rng.randint(1, 64), 64) for _ in range(9)] for _ in range(bodies)]
        for _ in range(shares)
    ]
    stacks = [
        Stack(np.array([[float(x) for x in lists[s][n]] for s in range(shares)]))
        for n in range(bodies)
    ]
    total = rng.randint(1, bodies * 8 - 1)
    weights = np.zeros(total + 1)
    weights[total] = 1.0
    grid = Grid(stacks, weights)
    found = grid.posteriors(range(shares))
    for s in range(shares):
        mass, posteriors = exactly(lists[s], total)
        assert exp(grid.log_evidence[s]) == pytest.approx(float(mass), rel=1e-12)
        for n in range(bodies):
            for value, chance in enumerate(found[n][s]):
                assert chance == pytest.approx(float(posteriors[n][value]), abs=1e-12)


def test_bodies_that_are_alike_share_their_work() -> None:
    one = np.array([[0.5, 0.25, 0.25], [0.2, 0.2, 0.6]])
    weights = np.array([0.0, 0.0, 0.0, 1.0])
    together = Grid([Stack(one, 4)], weights)
    apart = Grid([Stack(one)] * 4, weights)
    assert together.log_evidence == pytest.approx(apart.log_evidence, rel=1e-13)
    assert together.posteriors([0, 1])[0] == pytest.approx(apart.posteriors([0, 1])[2], abs=1e-14)


def test_a_share_that_cannot_meet_the_total_is_out_of_reach() -> None:
    stack = Stack(np.array([[0.5, 0.5], [0.0, 1.0], [0.0, 0.0]]), 3)
    assert list(within_reach([stack], 1, 2)) == [True, False, False]


def test_a_valley_is_left_to_the_other_tree() -> None:
    one = np.array([[1.0, *[1e-25] * 5, 1.0]])
    weights = np.zeros(10)
    weights[9] = 1.0
    assert np.isnan(Grid([Stack(one), Stack(one)], weights).log_evidence).all()
