"""Contributions beside a table: read by label or place, added up by contributor, bad rows named."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.contributions import with_contributions
from answerable.counts.read_table import read_csv, read_rows, read_table_json
from answerable.counts.rules import not_judged, primary, rule_named

TABLE = "Trade,North,South,Total\nMills,100,60,160\nFarms,80,90,170\nTotal,180,150,330\n"
GIVEN = """trade,area,contributor,value
Mills,North,Ash,91
Mills,North,Birch,5
Mills,North,Cedar,4
Mills,South,Ash,30
Mills,South,Cedar,30
"""


def test_contributions_are_read_by_label() -> None:
    table = with_contributions(read_csv(TABLE), read_rows(GIVEN))
    assert sorted(table.contributions[0, 0]) == [4, 5, 91]
    flags = {flag.cell: flag for flag in primary(table, rule_named("p-percent-10"))}
    assert (0, 0) in flags  # 100 - 91 - 5 = 4, less than a tenth of 91


def test_totals_are_made_by_contributor() -> None:
    table = with_contributions(read_csv(TABLE), read_rows(GIVEN))
    assert sorted(table.contributions[0, 2]) == [5, 34, 121]
    assert sorted(table.contributions[2, 0]) == [4, 5, 91]


def test_without_contributors_nothing_is_said_of_totals() -> None:
    rows = read_rows("trade,area,value\nMills,North,91\nMills,North,9\n")
    assert list(with_contributions(read_csv(TABLE), rows).contributions) == [(0, 0)]


def test_a_single_contributor_is_unsafe_and_many_even_ones_are_not() -> None:
    rows = "trade,area,value\nMills,South,60\n" + "Farms,South,9\n" * 10
    table = with_contributions(read_csv(TABLE), read_rows(rows))
    flags = {flag.cell: flag for flag in primary(table, rule_named("threshold-10-dominance"))}
    assert (0, 1) in flags
    assert (1, 1) not in flags


def test_places_are_counted_from_nought_where_there_are_no_labels() -> None:
    table = read_table_json({"cells": [[7, 3], [2, 8]], "margins": False})
    made = with_contributions(table, read_rows("a,b,value\n1,1,8\n"))
    assert made.contributions == {(1, 1): (Fraction(8),)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("trade,area\nMills,North\n", "one called “value”"),
        ("trade,value\nMills,3\n", "need 2 columns"),
        ("trade,area,value\nMills,North,3\nMills,West,3\n", "row 3 of the contributions"),
        ("trade,area,value\nMills,North,some\n", "row 2 of the contributions, “some”"),
        ("trade,area,value\nMills,North,-1\n", "cannot be negative"),
        ("trade,area,value\nMills,North,1e99\n", "is not a number"),
        ("trade,area,value\nMills,North,99\nMills,North,9\n", "8 more than its value, 100"),
        ("trade,area,contributor,value\nMills,North,,9\n", "no contributor is named"),
        ("trade,area,value\nMills,North\n", "Row 2 has 2 fields"),
    ],
)
def test_a_bad_row_is_named_in_one_plain_sentence(tmp_path: Path, text: str, words: str) -> None:
    table, given = tmp_path / "t.csv", tmp_path / "c.csv"
    table.write_text(TABLE)
    given.write_text(text)
    args = ["counts", "protect", str(table), "--contributions", str(given)]
    ran = CliRunner().invoke(app, [*args, "--rule", "threshold-10-dominance"])
    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert words in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_the_command_protects_what_dominance_makes_unsafe(tmp_path: Path) -> None:
    table, given = tmp_path / "t.csv", tmp_path / "c.csv"
    table.write_text(TABLE)
    given.write_text(GIVEN)
    args = ["counts", "protect", str(table), "--contributions", str(given), "--format", "json"]
    made = json.loads(CliRunner().invoke(app, [*args, "--rule", "p-percent-10"]).stdout)
    assert [0, 0] in made["primary"]
    assert made["bounds"]["r0c0"]["lo"] <= 100 - 6 < 100 + 6 <= made["bounds"]["r0c0"]["hi"]


@pytest.mark.parametrize(
    "said", [{"cell": [0]}, {"cell": [9, 9], "values": [1]}, {"cell": [0, 0], "values": ["x"]}, 3]
)
def test_bad_contributions_in_json_are_refused(tmp_path: Path, said: object) -> None:
    path = tmp_path / "t.json"
    path.write_text(
        json.dumps({"cells": [[7, 3], [2, 8]], "margins": False, "contributions": [said]})
    )
    ran = CliRunner().invoke(
        app, ["counts", "protect", "--table", str(path), "--rule", "p-percent-10"]
    )
    assert ran.exit_code == 2
    assert ran.stderr.count("\n") == 1


def test_one_contribution_of_many_is_not_called_the_only_one() -> None:
    table = with_contributions(read_csv(TABLE), read_rows("trade,area,value\nMills,North,40\n"))
    assert not primary(table, rule_named("p-percent-10"))


def test_missing_contributions_are_counted_and_said(tmp_path: Path) -> None:
    table, given = tmp_path / "t.csv", tmp_path / "c.csv"
    table.write_text(TABLE)
    given.write_text("trade,area,value\nMills,North,40\nMills,South,60\n")
    args = ["counts", "protect", str(table), "--contributions", str(given)]
    ran = CliRunner().invoke(app, [*args, "--rule", "threshold-10-dominance"])
    assert "The contributions to 7 cells are missing: there only whether the count" in ran.stderr
    assert "The contributions to 1 cell come to less than the count" in ran.stderr
    ran = CliRunner().invoke(app, [*args, "--rule", "fewer-than-5"])
    assert "missing" not in ran.stderr


def test_nothing_is_said_of_contributions_that_are_complete() -> None:
    rows = read_rows(
        "a,b,value\n0,0,7\n0,1,3\n1,0,2\n1,1,8\n0,2,10\n1,2,10\n2,0,9\n2,1,11\n2,2,20\n"
    )
    table = read_table_json({"cells": [[7, 3], [2, 8]], "margins": False})
    assert not not_judged(with_contributions(table, rows), rule_named("p-percent-10"))
