"""What the mosaic says about policies, measured, also where it is unwelcome."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.mosaic import (
    Settings,
    analyse,
    chances,
    if_answered,
    read_answer,
    read_question,
    read_total,
)
from answerable.mosaic.words import supports

NONE = read_answer("none", {}, "test")
NCND = read_answer("ncnd", {}, "test")


def council(answers: list[str], *, share: float | None, total: str | None = "350", means=None):
    lines = ["body,answer,prior_mean,prior_dispersion"]
    for n, said in enumerate(answers):
        mean = 350 / len(answers) if means is None else means[n]
        lines.append(f"b{n},{said},{mean},0.3")
    known = read_total(total) if total else None
    return read_question("\n".join(lines), "t.csv", Settings(total=known, always_ncnd=share))


def test_with_a_consistent_policy_one_none_among_400_moves_nobody_by_more_than_a_thousandth() -> (
    None
):
    question = council(["ncnd"] * 400, share=1.0)
    before, (none,) = if_answered(question, "b7", (NONE,))
    assert 0 < none.largest_change <= 0.001
    assert none.moved_from == pytest.approx(0.33687, abs=2e-5)
    assert none.moved_to == pytest.approx(0.33724, abs=2e-5)
    words = " ".join(supports(before, before, (none,), "b7"))
    assert "does not by itself justify neither confirming nor denying" in words


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_same_where_bodies_differ_in_size(seed: int) -> None:
    means = np.random.default_rng(seed).uniform(0.5, 1.25, 400)
    question = council(["ncnd"] * 400, share=1.0, means=list(means))
    _, (none,) = if_answered(question, "b0", (NONE,))
    assert none.largest_change <= 0.001


def test_many_such_answers_do_add_up() -> None:
    few = analyse(council(["none"] * 1 + ["ncnd"] * 399, share=1.0))
    many = analyse(council(["none"] * 300 + ["ncnd"] * 100, share=1.0))
    assert few.chances
    assert many.chances
    assert few.chances.bodies[399].p_has_cases == pytest.approx(0.337, abs=1e-3)
    assert many.chances.bodies[399].p_has_cases == pytest.approx(0.536, abs=1e-3)


@given(st.floats(0.01, 5), st.integers(1, 6))
def test_ncnd_only_when_there_are_cases_is_a_confession(mean: float, size: int) -> None:
    found = analyse(council(["ncnd"] * size, share=0.0, total=None, means=[mean] * size))
    assert found.chances
    for chance in found.chances.bodies:
        assert chance.p_has_cases == pytest.approx(1, abs=1e-12)
    assert "confession" in " ".join(supports(found, None, (), ""))


@given(st.floats(0.01, 0.99), st.floats(0.05, 3))
def test_the_more_bodies_always_ncnd_the_less_each_tells(share: float, mean: float) -> None:
    surer = analyse(council(["ncnd"], share=share, total=None, means=[mean])).chances
    vaguer = analyse(
        council(["ncnd"], share=min(1.0, share + 0.1), total=None, means=[mean])
    ).chances
    assert surer
    assert vaguer
    assert vaguer.bodies[0].p_has_cases <= surer.bodies[0].p_has_cases + 1e-12


def test_380_confessions_cannot_share_350_cases_and_the_lesson_is_said() -> None:
    found = analyse(council(["none"] * 20 + ["ncnd"] * 380, share=0.0))
    assert found.contradiction
    assert len(found.contradiction.bodies) == 351  # the fewest that do not fit
    assert "some do so whatever they hold" in found.contradiction.why


def test_a_change_from_none_to_ncnd_tells() -> None:
    text = "body,answer,past\nA,ncnd,none\nB,ncnd,ncnd\n"
    found = analyse(read_question(text, "t.csv", Settings(always_ncnd=0.9)))
    assert found.chances
    assert found.chances.bodies[0].p_has_cases == pytest.approx(1, abs=1e-12)
    assert found.chances.bodies[1].p_has_cases < 0.7
    assert "the change itself tells" in " ".join(supports(found, None, (), ""))


def test_an_answer_that_contradicts_our_past_is_named() -> None:
    text = "body,answer,past\nA,silent,5\nB,ncnd,\n"
    question = read_question(text, "t.csv", Settings(total=read_total("0..20")))
    _, (none, ncnd) = if_answered(question, "A", (NONE, NCND))
    assert none.contradicts_past
    assert none.contradiction
    assert none.contradiction.bodies == ("A",)
    assert not ncnd.contradicts_past
    assert ncnd.lo == 5


def test_numbers_that_pass_the_total_are_named_the_fewest_first() -> None:
    text = "body,answer\nA,3\nB,40\nC,1\nD,ncnd\n"
    found = analyse(read_question(text, "t.csv", Settings(total=read_total("41"))))
    assert found.contradiction
    assert found.contradiction.bodies == ("A", "B")
    assert "at least 43" in found.contradiction.why


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from(["900", "30", "300..400", "300=0.5,700=0.5"]))
def test_the_tree_agrees_with_plain_convolution(seed: int, total: str) -> None:
    rng = np.random.default_rng(seed)
    means = rng.uniform(0.2, 6, 90)
    says = [str(each) for each in rng.choice(["ncnd", "none", "silent"], 90, p=[0.6, 0.2, 0.2])]
    question = council(says, share=0.4, total=total, means=list(means))
    found = analyse(question).chances
    assert found
    assert question.total
    length = question.total.hi + 1
    factors = []
    for said, body in zip(says, question.bodies, strict=True):
        factor = body.prior.copy()
        factor[0] *= 0.4 if said == "ncnd" else 1
        if said == "none":
            factor[1:] = 0
        factors.append(factor)
    weights = question.total.vector(length)
    for n in (0, 44, 89):
        others = np.ones(1)
        for k, factor in enumerate(factors):
            if k != n:
                others = np.convolve(others, factor)[:length]
        exact = factors[n] * [
            float(weights[m : m + len(others)] @ others[: length - m]) for m in range(length)
        ]
        exact /= exact.sum()
        got = np.zeros(length)
        got[: len(found.bodies[n].counts)] = found.bodies[n].counts
        assert np.abs(got - exact).max() < 1e-12


def test_a_total_far_in_the_tail_gives_numbers_not_nan() -> None:
    found = analyse(council(["ncnd"] * 50, share=0.5, total="5000", means=[0.01] * 50)).chances
    assert found
    assert sum(chance.mean for chance in found.bodies) == pytest.approx(5000)
    assert np.isfinite(found.log_evidence)


def test_a_total_in_a_valley_of_the_priors_is_reckoned_directly() -> None:
    prior = [0.5] + [0.0] * 298 + [1e-30] + [0.5 - 1e-30]
    import json

    puzzle = {
        "authorities": {f"B{n}": {"prior": prior, "answer": "silent"} for n in range(4)},
        "total_range": [299, 299],
        "policy": {"p_always_ncnd": 0},
    }
    found = analyse(read_question(json.dumps(puzzle), "p", Settings())).chances
    assert found
    for chance in found.bodies:
        assert chance.p_has_cases == pytest.approx(0.25, abs=1e-12)


def test_an_unknown_share_learns_from_open_answers() -> None:
    found = analyse(council(["none"] * 20 + ["ncnd"] * 380, share=None)).chances
    assert found
    assert dict(found.shares).get(1.0, 0.0) == 0  # twenty bodies said "none"
    assert max(found.shares, key=lambda each: each[1])[0] >= 0.8


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(["none", "ncnd", "silent"]), min_size=1, max_size=40), st.booleans()
)
def test_an_unknown_share_is_the_sum_over_all_21(says: list[str], tied: bool) -> None:
    total = "0..9" if tied else None
    means = [0.4] * len(says)
    whole = analyse(council(says, share=None, total=total, means=means)).chances
    assert whole
    weight, cases = 0.0, 0.0
    for n in range(21):
        if n == 20 and "none" in says:
            continue
        one = analyse(council(says, share=n / 20, total=total, means=means)).chances
        if one:
            weight += one.evidence / 21
            cases += one.evidence / 21 * one.bodies[0].p_has_cases
    assert whole.evidence == pytest.approx(weight, rel=1e-11)
    assert whole.bodies[0].p_has_cases == pytest.approx(cases / weight, abs=1e-12)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(["none", "ncnd", "silent", "3"]), min_size=2, max_size=30),
    st.sampled_from([None, 0.0, 0.4, 1.0]),
    st.sampled_from([None, "40", "0..60"]),
)
def test_one_body_asked_about_alone_has_the_chances_it_has_among_all(
    says: list[str], share: float | None, total: str | None
) -> None:
    question = council(says, share=share, total=total, means=[1 + n / 9 for n in range(len(says))])
    whole = chances(question)
    for place in (0, len(says) - 1):
        alone = chances(question, only=f"b{place}")
        if whole is None:
            assert alone is None
            continue
        assert alone
        assert len(alone.bodies) == 1
        assert alone.bodies[0].p_has_cases == pytest.approx(
            whole.bodies[place].p_has_cases, abs=1e-13
        )
        assert alone.log_evidence == pytest.approx(whole.log_evidence, rel=1e-12, abs=1e-12)


def test_what_a_none_teaches_of_the_policy_is_kept_apart_from_numbers() -> None:
    question = council(["ncnd"] * 400, share=None)
    before, options = if_answered(question, "b7", (NONE,))
    _, (consistent,) = if_answered(replace(question, always_ncnd=1.0), "b7", (NONE,))
    assert consistent.largest_change <= 0.001 < options[0].largest_change
    words = " ".join(supports(before, before, options, "b7", consistent))
    assert "what a reader learns about the policy and not about numbers" in words


@pytest.mark.parametrize("share", [None, 0.5, 1.0])
def test_a_body_may_leave_ncnd_and_say_none(share: float | None) -> None:
    text = "body,answer,past\nA,ncnd,ncnd\nB,ncnd,ncnd\n"
    known = Settings(total=read_total("0..6"), always_ncnd=share)
    before, (none,) = if_answered(read_question(text, "t.csv", known), "A", (NONE,))
    assert not none.contradiction
    assert not none.contradicts_past
    assert none.p_has_cases == 0
    assert before.chances


def test_it_may_not_where_ncnd_is_known_to_be_given_only_with_cases() -> None:
    text = "body,answer,past\nA,none,ncnd\nB,ncnd,\n"
    found = analyse(read_question(text, "t.csv", Settings(always_ncnd=0.0)))
    assert found.contradiction
    assert found.contradiction.bodies == ("A",)
    assert "“ncnd” before and “none” now" in found.contradiction.why
