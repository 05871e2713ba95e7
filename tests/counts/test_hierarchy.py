"""Totals of totals: every level is a line of the table, judged with all others at once."""

import json
from fractions import Fraction
from itertools import chain, combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.bounds import bounds
from answerable.counts.contributions import with_contributions
from answerable.counts.hierarchy import parts
from answerable.counts.protect import Method, Wishes, protect
from answerable.counts.read_table import from_rows, read_rows, read_table_json
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Cell, Table

COUNTS = """place,under 16,16 and over
Ayr,3,20
Troon,9,31
South West,12,51
Leith,7,40
Dalry,8,16
East,15,56
All,27,107
"""
WITHIN = "place,part of\nAyr,South West\nTroon,South West\nLeith,East\nDalry,East\n"
RULE = rule_named("fewer-than-5")


def table(counts: str = COUNTS, within: str = WITHIN) -> Table:
    return from_rows(read_rows(counts), parts(read_rows(within)))


def answered(tmp_path: Path, counts: str, within: str, *more: str) -> tuple[int, str, str]:
    (tmp_path / "t.csv").write_text(counts)
    (tmp_path / "w.csv").write_text(within)
    args = ["counts", "protect", str(tmp_path / "t.csv"), "--within", str(tmp_path / "w.csv")]
    ran = CliRunner().invoke(app, [*args, "--rule", "fewer-than-5", *more])
    return ran.exit_code, ran.stdout, ran.stderr


def test_each_total_is_the_sum_of_its_own_parts() -> None:
    made = table()
    assert made.along(0) == ((0, 1, 2), (2, 5, 6), (3, 4, 5))
    assert made.labels[1][-1] == "Total"  # a dimension without levels may lack its total
    assert made.is_margin()[made.cells().index((2, 0))]
    assert not made.is_margin()[made.cells().index((3, 0))]


def test_a_cell_of_a_region_is_not_hidden_by_a_cell_of_another() -> None:
    withheld: frozenset[Cell] = frozenset({(0, 0), (3, 0)})  # Ayr and Leith: one unknown a region
    found = bounds(table().published(withheld))
    assert {name: (each.lo, each.hi) for name, each in found.intervals.items()} == {
        "r0c0": (3, 3),
        "r3c0": (7, 7),
    }


def test_withholding_holds_against_every_level_and_costs_the_least() -> None:
    made = table()
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    plan = protect(made, flags, RULE, Wishes(method=Method.EXACT))
    assert plan.optimal
    assert not plan.unmet
    assert plan.cost == cheapest(made)


def cheapest(made: Table) -> int:
    """The least cost of any set of further cells that leaves 1 to 4 possible, by trying all."""
    value = dict(zip(made.cells(), made.values, strict=True))
    others = [cell for cell in value if cell not in {(0, 0), made.grand_total}]
    sets = chain.from_iterable(combinations(others, n) for n in range(4))
    costs = sorted((sum(value[cell] for cell in each), each) for each in sets)
    for cost, each in costs:
        ends = bounds(made.published(frozenset({(0, 0), *each}))).intervals["r0c0"]
        if ends.lo <= 1 and ends.hi >= 4:  # type: ignore[operator]
            return cost
    raise AssertionError


@pytest.mark.parametrize("method", ["fast", "exact"])
def test_the_command_protects_a_table_with_levels(tmp_path: Path, method: str) -> None:
    status, out, _ = answered(tmp_path, COUNTS, WITHIN, "--method", method, "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert made["primary"] == [[0, 0]]
    assert made["bounds"]["r0c0"]["lo"] <= 1 < 4 <= made["bounds"]["r0c0"]["hi"]
    assert made["published"][6] == [27, 107, 134]


def test_without_the_levels_the_same_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(COUNTS.replace("All", "Total"))
    ran = CliRunner().invoke(
        app, ["counts", "protect", str(tmp_path / "t.csv"), "--rule", "fewer-than-5"]
    )
    assert ran.exit_code == 2


@pytest.mark.parametrize(
    ("counts", "within", "words"),
    [
        (COUNTS.replace("12,51", "13,51"), WITHIN, "South West"),
        (COUNTS, WITHIN + "Perth,East\n", "no dimension has both labels"),
        (COUNTS, WITHIN + "Ayr,East\n", "part of “South West” and of “East”"),
        (COUNTS, WITHIN + "All,East\n", "put the total of everything last"),
        (COUNTS, WITHIN + "East,South West\nSouth West,East\n", "is part of itself"),
        (COUNTS, WITHIN + "Perth\n", "2"),
        (COUNTS.replace("Troon", "Ayr"), WITHIN.replace("Troon", "Ayr"), "same"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    tmp_path: Path, counts: str, within: str, words: str
) -> None:
    status, out, said = answered(tmp_path, counts, within)
    assert status == 2
    assert not out
    assert words in said
    assert said.count("\n") == 1


def test_json_says_the_levels_in_the_table_itself() -> None:
    flat = table()
    rows = [list(flat.values[k : k + 3]) for k in range(0, 21, 3)]
    within = dict(row.split(",") for row in WITHIN.splitlines()[1:])
    given = {"cells": rows, "labels": [list(names) for names in flat.labels], "within": within}
    assert read_table_json(given).lines() == flat.lines()


def test_contributions_are_counted_in_every_level_above() -> None:
    rows = read_rows("place,age,contributor,value\nAyr,under 16,A,3\nTroon,under 16,A,4\n")
    given = with_contributions(table(), rows).contributions
    assert given[2, 0] == given[6, 0] == given[6, 2] == (Fraction(7),)
    assert (5, 0) not in given
