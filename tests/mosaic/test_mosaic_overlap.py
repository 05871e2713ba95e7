"""Regional totals that share bodies: intervals against full enumeration."""

import json
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model import RefusedInputError
from answerable.mosaic import (
    Contradiction,
    Settings,
    analyse,
    intervals,
    read_question,
    read_total,
)

NAMES = ["N", "S", "Cities"]
SAYS = {"ncnd": (0, 4), "none": (0, 0), "2": (2, 2), "<3": (1, 2), "silent": (0, 4)}


@st.composite
def puzzles(draw: st.DrawFn) -> dict:
    size = draw(st.integers(2, 5))
    authorities = {
        f"B{n}": {
            "prior": ["1/5"] * 5,
            "answer": draw(st.sampled_from(list(SAYS))),
            "region": draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)),
        }
        for n in range(size)
    }
    used = sorted({name for each in authorities.values() for name in each["region"]})
    totals = {}
    for name in used:
        low = draw(st.integers(0, 6))
        totals[name] = [low, low + draw(st.integers(0, 3))]
    low = draw(st.integers(0, 9))
    return {
        "authorities": authorities,
        "markers": {"<3": [1, 2]},
        "regional_totals": totals,
        "total_range": draw(st.sampled_from([None, [low, low + 2]])),
        "policy": {"p_always_ncnd": "1/2"},
    }


def possible(puzzle: dict, names: list[str] | None = None) -> list[tuple[int, ...]]:
    """Every list of numbers that fits; ``names`` are the bodies whose answers are kept."""
    rows = puzzle["authorities"]
    spans = [
        range(SAYS[row["answer"]][0], SAYS[row["answer"]][1] + 1)
        if names is None or name in names
        else range(13)
        for name, row in rows.items()
    ]
    scopes = [
        ([n for n, row in enumerate(rows.values()) if name in row["region"]], limits)
        for name, limits in puzzle["regional_totals"].items()
    ]
    if puzzle["total_range"]:
        scopes.append((list(range(len(rows))), puzzle["total_range"]))
    return [
        numbers
        for numbers in product(*spans)
        if all(lo <= sum(numbers[n] for n in group) <= hi for group, (lo, hi) in scopes)
    ]


@settings(max_examples=120, deadline=None)
@given(puzzles())
def test_intervals_are_those_of_full_enumeration(puzzle: dict) -> None:
    found = intervals(read_question(json.dumps(puzzle), "p", Settings()))
    fitting = possible(puzzle)
    if not fitting:
        assert isinstance(found, Contradiction)
        assert found.bodies
        assert found.why.endswith(".")
        return
    assert list(found) == [(min(column), max(column)) for column in zip(*fitting, strict=True)]


@settings(max_examples=80, deadline=None)
@given(puzzles())
def test_chances_stay_inside_the_intervals_and_are_never_nan(puzzle: dict) -> None:
    found = analyse(read_question(json.dumps(puzzle), "p", Settings()))
    if found.chances is None:
        assert found.contradiction
        return
    for (lo, hi), chance in zip(found.intervals, found.chances.bodies, strict=True):
        assert chance.counts.sum() == pytest.approx(1)
        assert chance.counts[:lo].sum() == 0
        assert hi is None or chance.counts[hi + 1 :].sum() == 0


@settings(max_examples=80, deadline=None)
@given(puzzles(), st.integers(0, 12))
def test_intervals_are_exact_where_nothing_but_totals_limits_a_body(
    puzzle: dict, total: int
) -> None:
    open_ended = {
        name: {"answer": row["answer"], "region": row["region"]}
        for name, row in puzzle["authorities"].items()
    }
    puzzle = {**puzzle, "authorities": open_ended, "total_range": [0, total]}
    found = intervals(read_question(json.dumps(puzzle), "p", Settings()))
    limited = [n for n, row in open_ended.items() if row["answer"] in ("none", "2", "<3")]
    fitting = possible(puzzle, limited)
    if not fitting:
        assert isinstance(found, Contradiction)
        return
    assert list(found) == [(min(column), max(column)) for column in zip(*fitting, strict=True)]


def table(bodies: int, regions: str) -> str:
    lines = ["body,answer,region"] + [f"b{n},ncnd,{regions}" for n in range(bodies)]
    return "\n".join([*lines, "x,3,N;Cities", "y,ncnd,Cities", "z,ncnd,N"])


def overlapping(text: str, **totals: str):
    regions = tuple((name, read_total(each)) for name, each in totals.items())
    return read_question(text, "t.csv", Settings(regions=regions))


def test_a_long_list_of_bodies_that_are_alike_is_a_small_programme() -> None:
    question = overlapping(table(2000, "N"), N="20", Cities="5")
    found = intervals(question)
    assert not isinstance(found, Contradiction)
    assert found[0] == (0, 17)
    assert found[-3:] == ((3, 3), (2, 2), (0, 17))
    assert "share bodies" in " ".join(question.assumptions)


def test_conflicting_totals_are_named_with_the_bodies() -> None:
    found = intervals(overlapping(table(3, "N"), N="2", Cities="5"))
    assert isinstance(found, Contradiction)
    assert found.bodies == ("x",)
    assert "the total of N is 2" in found.why
    assert "Cities" not in found.why


def test_regions_that_lie_apart_say_nothing_of_sharing() -> None:
    question = overlapping("body,answer,region\na,ncnd,N\nb,ncnd,S\n", N="2", S="5")
    assert "share bodies" not in " ".join(question.assumptions)


def test_too_many_kinds_are_refused() -> None:
    lines = ["body,answer,region"] + [f"b{n},{n},N;Cities" for n in range(500)]
    question = overlapping("\n".join(lines), N="0..100000", Cities="0..100000")
    with pytest.raises(RefusedInputError, match="kinds of body"):
        intervals(question)
