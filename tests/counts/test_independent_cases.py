"""Models written by somebody who never saw the program, with ranges from full enumeration."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.counts import bounds, read_model

FILE = Path(__file__).with_name("cases") / "independent.yaml"
CASES: list[Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{c['id']} {c['title']}" for c in CASES])
def test_the_ranges_are_those_of_full_enumeration(case: Any) -> None:
    expected = case["expected"]
    found = bounds(read_model(case["model"]))
    if not expected.get("feasible", True):
        assert found.feasible is False
        return
    made = {name: [each.lo, each.hi] for name, each in found.intervals.items()}
    assert {name: made[name] for name in expected["integer_intervals"]} == expected[
        "integer_intervals"
    ]
    assert set(found.disclosed) == set(expected["exactly_disclosed"])
