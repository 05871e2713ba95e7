"""Cases in each kind beside plain enumeration: what a figure says is rounded anew, value by value."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import ceil, floor
from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.counts import bounds, read_model
from answerable.counts.certificate import Prover
from answerable.counts.explain import explain_all
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table, with_margins

FOLDER = Path(__file__).with_name("cases")
KINDS = ("differencing", "singletons", "linked", "rounding", "percentages", "means")


def half_up(x: Fraction) -> set[int]:
    """Halves away from nought."""
    return {floor(x + Fraction(1, 2)) if x >= 0 else ceil(x - Fraction(1, 2))}


#: What a number may be shown as, in units of the last place.
SHOWN: dict[str, Callable[[Fraction], set[int]]] = {
    "half-up": half_up,
    "half-even": lambda x: {round(x)},
    "nearest": lambda x: {floor(x + Fraction(1, 2)), ceil(x - Fraction(1, 2))},
    "down": lambda x: {floor(x)},
    "up": lambda x: {ceil(x)},
    "random": lambda x: {floor(x), ceil(x)},
}


def loaded(kind: str) -> list[Any]:
    made = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8"))
    assert len(made) >= 4
    return list(made)


CASES = [
    pytest.param(case, id=f"{kind}: {case['title']}") for kind in KINDS for case in loaded(kind)
]


def agrees(case: Any, at: dict[str, int]) -> bool:
    """Whether these values could stand behind everything in the case."""

    def total(coef: dict[str, int]) -> int:
        return sum(c * at[name] for name, c in coef.items())

    def quotient(above: int, below: int, each: dict[str, Any], factor: int) -> bool:
        if below < 1:
            return False
        places = each.get("decimals", len(str(each["value"]).partition(".")[2]))
        unit = Fraction(1, 10**places)
        shown = SHOWN[each["rounding"]](Fraction(factor * above, below) / unit)
        return Fraction(each["value"]) / unit in shown

    return (
        all(total(each["coef"]) == each["rhs"] for each in case.get("equations", ()))
        and all(total(each["coef"]) <= each["rhs"] for each in case.get("inequalities_le", ()))
        and all(at[name] == value for name, value in case.get("insider", {}).items())
        and all(
            Fraction(each["value"], each["base"])
            in SHOWN[each["mode"]](Fraction(at[each["of"]], each["base"]))
            for each in case.get("rounded", ())
        )
        and all(
            quotient(at[each["numerator"]], at[each["denominator"]], each, 100)
            for each in case.get("percentages", ())
        )
        and all(
            quotient(at[each["sum"]], at[each["count"]], each, 1) for each in case.get("means", ())
        )
    )


def enumerated(case: Any) -> list[dict[str, int]]:
    """Every set of values that agrees."""
    names = list(case["variables"])
    spans = [range(lo, hi + 1) for lo, hi in case["variables"].values()]
    return [
        at
        for values in product(*spans)
        if agrees(case, at := dict(zip(names, values, strict=True)))
    ]


@pytest.mark.parametrize("case", CASES)
def test_bounds_are_those_of_every_set_of_values_that_agrees(case: Any) -> None:
    every = enumerated(case)
    found = bounds(read_model(case))
    assert found.feasible is bool(every)
    for name, interval in found.intervals.items():
        values = [at[name] for at in every]
        assert (interval.lo, interval.hi, interval.attained) == (min(values), max(values), True)


@pytest.mark.parametrize("case", CASES)
def test_every_proof_in_a_case_holds_for_every_set_of_values(case: Any) -> None:
    every, system = enumerated(case), read_model(case)
    found = bounds(system)
    told = explain_all(system, found)
    if not every:
        assert told == {}
        assert found.conflict
        return
    prover = Prover(system)
    for name, interval in found.intervals.items():
        for end, upper in ((interval.hi, True), (interval.lo, False)):
            proof = None if end is None else prover.prove(name, end, upper=upper)
            if proof is None:
                continue
            assert all(
                at[name] <= proof.bound if upper else at[name] >= proof.bound for at in every
            )


@pytest.mark.parametrize("case", loaded("dominance"), ids=lambda case: case["title"])
def test_dominance_as_worked_out_by_hand(case: Any) -> None:
    parts = [Fraction(part) for part in case["parts"]]
    plain = with_margins((1, 2), [int(sum(parts)), 1000], ())
    table = Table(plain.shape, plain.values, (), {(0, 0): tuple(parts)})
    rule = rule_named(case["rule"])
    assert ((0, 0) in {flag.cell for flag in primary(table, rule)}) is case["unsafe"]
