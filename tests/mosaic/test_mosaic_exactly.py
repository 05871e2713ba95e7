"""Small puzzles, solved a second time by going through every possibility in exact fractions."""

import json
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from answerable.mosaic import Contradiction, Settings, analyse, intervals, read_question

MARKERS = {"<3": [1, 2]}
SAYS = ["ncnd", "none", "silent", "refused", "1", "3", "<3"]


@st.composite
def puzzles(draw: st.DrawFn) -> dict:
    size = draw(st.integers(1, 4))
    authorities = {}
    for n in range(size):
        weights = draw(st.lists(st.integers(0, 6), min_size=1, max_size=5).filter(any))
        authorities[f"B{n}"] = {
            "prior": [str(Fraction(w, sum(weights))) for w in weights],
            "answer": draw(st.sampled_from(SAYS)),
            "past": draw(st.lists(st.sampled_from(SAYS), max_size=2)),
            "region": draw(st.sampled_from(["", "N", "S"])),
        }
    low = draw(st.integers(0, 8))
    total = draw(st.sampled_from([None, [low, low], [low, low + 3]]))
    used = {each["region"] for each in authorities.values()} - {""}
    regions = {r: [draw(st.integers(0, 2)), draw(st.integers(2, 6))] for r in sorted(used)}
    share = draw(st.sampled_from(["0", "1/3", "1/2", "1"]))
    return {
        "authorities": authorities,
        "total_range": total,
        "markers": MARKERS,
        "regional_totals": regions if draw(st.booleans()) else {},
        "policy": {"p_always_ncnd": share},
    }


def span(said: str) -> tuple[int, int]:
    if said.isdigit():
        return int(said), int(said)
    return {"none": (0, 0), "<3": (1, 2)}.get(said, (0, 99))


def fits(numbers: tuple[int, ...], puzzle: dict) -> bool:
    rows = list(puzzle["authorities"].values())
    total = puzzle["total_range"]
    if total and not total[0] <= sum(numbers) <= total[1]:
        return False
    return all(
        lo <= sum(n for n, row in zip(numbers, rows, strict=True) if row["region"] == region) <= hi
        for region, (lo, hi) in puzzle["regional_totals"].items()
    )


def said(row: dict, n: int) -> bool:
    lo, hi = span(row["answer"])
    floor = max([span(each)[0] for each in row["past"]], default=0)
    return max(lo, floor) <= n <= hi


def likelihood(row: dict, n: int, always: bool) -> int:
    answers = [*row["past"], row["answer"]]
    if not said(row, n):
        return 0
    if always:
        return int(all(each in ("ncnd", "silent", "refused") for each in answers))
    return int(n > 0 or "ncnd" not in answers)


def enumerate_all(puzzle: dict):
    rows = list(puzzle["authorities"].values())
    share = Fraction(puzzle["policy"]["p_always_ncnd"])
    priors = [[Fraction(p) for p in row["prior"]] for row in rows]
    evidence = Fraction(0)
    counts = [[Fraction(0)] * len(prior) for prior in priors]
    types = [Fraction(0)] * len(rows)
    for numbers in product(*(range(len(prior)) for prior in priors)):
        if not fits(numbers, puzzle):
            continue
        for kinds in product((True, False), repeat=len(rows)):
            weight = Fraction(1)
            for row, prior, n, always in zip(rows, priors, numbers, kinds, strict=True):
                weight *= prior[n] * (share if always else 1 - share) * likelihood(row, n, always)
            evidence += weight
            for k, (n, always) in enumerate(zip(numbers, kinds, strict=True)):
                counts[k][n] += weight
                types[k] += weight * always
    return evidence, counts, types


@settings(max_examples=250, deadline=None)
@given(puzzles())
def test_chances_are_those_of_full_enumeration_in_fractions(puzzle: dict) -> None:
    evidence, counts, types = enumerate_all(puzzle)
    found = analyse(read_question(json.dumps(puzzle), "p", Settings()))
    if not evidence:
        assert found.contradiction
        assert set(found.contradiction.bodies) <= set(puzzle["authorities"])
        assert found.contradiction.bodies
        assert found.contradiction.why.endswith(".")
        return
    assert found.contradiction is None
    assert found.chances
    assert found.chances.evidence == pytest.approx(float(evidence), rel=1e-12)
    for one, exact, always in zip(found.chances.bodies, counts, types, strict=True):
        got = list(one.counts) + [0.0] * len(exact)
        for n, weight in enumerate(exact):
            assert abs(got[n] - float(weight / evidence)) < 1e-12
        assert abs(one.p_always - float(always / evidence)) < 1e-12


@settings(max_examples=250, deadline=None)
@given(puzzles())
def test_intervals_are_those_of_full_enumeration(puzzle: dict) -> None:
    rows = list(puzzle["authorities"].values())
    top = 12
    # A body that gave a number keeps it even if its listed prior ends sooner.
    ends = [
        top if row["answer"].isdigit() or row["answer"] == "<3" else len(row["prior"]) - 1
        for row in rows
    ]
    possible = [
        numbers
        for numbers in product(*(range(end + 1) for end in ends))
        if all(said(row, n) for row, n in zip(rows, numbers, strict=True)) and fits(numbers, puzzle)
    ]
    found = intervals(_unextended(puzzle))
    if not possible:
        assert isinstance(found, Contradiction)
        return
    assert list(found) == [(min(column), max(column)) for column in zip(*possible, strict=True)]


def _unextended(puzzle: dict):
    return read_question(json.dumps(puzzle), "p", Settings())


@settings(max_examples=60, deadline=None)
@given(puzzles(), st.randoms())
def test_relabelling_and_reordering_change_nothing(puzzle: dict, random) -> None:
    names = list(puzzle["authorities"])
    random.shuffle(names)
    other = {**puzzle, "authorities": {f"X{n}": puzzle["authorities"][n] for n in names}}
    one = analyse(read_question(json.dumps(puzzle), "p", Settings()))
    two = analyse(read_question(json.dumps(other), "p", Settings()))
    assert (one.contradiction is None) == (two.contradiction is None)
    if one.chances and two.chances:
        chance = dict(zip([b.name for b in two.question.bodies], two.chances.bodies, strict=True))
        for body, before in zip(one.question.bodies, one.chances.bodies, strict=True):
            assert chance[f"X{body.name}"].p_has_cases == pytest.approx(
                before.p_has_cases, abs=1e-12
            )


def test_two_bodies_and_an_unsure_policy() -> None:
    one = {"prior": ["3/4", "1/4"], "answer": "NCND"}
    puzzle = {
        "authorities": {"A": one, "B": one},
        "total_range": None,
        "policy": {"p_always_ncnd": "1/2"},
    }
    found = analyse(read_question(json.dumps(puzzle), "p", Settings())).chances
    assert found
    assert found.evidence == 25 / 64
    for body in found.bodies:
        assert list(body.counts) == pytest.approx([0.6, 0.4], abs=1e-15)
        assert body.p_always == pytest.approx(0.8, abs=1e-15)


@settings(max_examples=150, deadline=None)
@given(puzzles(), st.sets(st.integers(0, 12), min_size=1, max_size=4))
def test_a_total_with_gaps_is_taken_value_by_value(puzzle: dict, totals: set[int]) -> None:
    share = Fraction(1, len(totals))
    given_ = {str(n): str(share) for n in sorted(totals)}
    puzzle = {**puzzle, "regional_totals": {}, "total_distribution": given_}
    found = intervals(read_question(json.dumps(puzzle), "p", Settings()))
    each = []
    for n in sorted(totals):
        one = {**puzzle, "total_range": [n, n]}
        del one["total_distribution"]
        each.append(intervals(read_question(json.dumps(one), "p", Settings())))
    fitting = [one for one in each if not isinstance(one, Contradiction)]
    if not fitting:
        assert isinstance(found, Contradiction)
        return
    assert not isinstance(found, Contradiction)
    for place, (lo, hi) in enumerate(found):
        assert lo == min(one[place][0] for one in fitting)
        assert hi == max(one[place][1] for one in fitting)


@settings(max_examples=150, deadline=None)
@given(puzzles(), st.sampled_from(SAYS))
def test_another_answer_or_total_never_widens(puzzle: dict, says: str) -> None:
    first = next(iter(puzzle["authorities"]))
    rows = puzzle["authorities"]
    # A number beyond a listed prior is taken at its word all the same, which is another matter.
    assume(says in ("ncnd", "refused") or span(says)[1] < len(rows[first]["prior"]))
    silent = {**puzzle, "authorities": {**rows, first: {**rows[first], "answer": "silent"}}}
    told = {**puzzle, "authorities": {**rows, first: {**rows[first], "answer": says}}}
    for less, more in ((silent, told), ({**puzzle, "total_range": None}, puzzle)):
        wide = intervals(read_question(json.dumps(less), "p", Settings()))
        narrow = intervals(read_question(json.dumps(more), "p", Settings()))
        if isinstance(narrow, Contradiction):
            continue
        assert not isinstance(wide, Contradiction)
        for (lo, hi), (low, high) in zip(wide, narrow, strict=True):
            assert lo <= low
            assert hi is None or (high is not None and high <= hi)
