"""The hospital statistics rule: small counts withheld, every other one rounded to the nearest 5."""

import json
import random
from itertools import product
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.guesses import protected
from answerable.counts.lines import three_lines
from answerable.counts.nearest import rounded, span_of
from answerable.counts.protect import Plan, Wishes
from answerable.counts.read_table import from_rows, read_rows
from answerable.counts.report import plan_html
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table, with_margins
from answerable.counts.terminal import plan_text

HES = rule_named("nhs-england-hes")
TEXT = "Ward,Men,Women\nNorth,3,52\nSouth,41,88\nWest,64,0\n"


def plan_of(made: Table, rule: str = "nhs-england-hes", **wishes: object) -> Plan:
    chosen = rule_named(rule)
    return protected(made, primary(made, chosen), chosen, Wishes(**wishes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "shown"), [(0, 0), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (97, 95)]
)
def test_a_count_goes_to_the_nearest_multiple(value: int, shown: int) -> None:
    assert rounded(value, 5) == shown
    low, high = span_of(shown, 5, 8)
    assert low <= value <= high


def test_what_is_shown_has_exactly_the_counts_that_round_to_it() -> None:
    for value in [0, *range(8, 200)]:
        low, high = span_of(rounded(value, 5), 5, 8)
        same = [n for n in [0, *range(8, 220)] if rounded(n, 5) == rounded(value, 5)]
        assert (low, high) == (min(same), max(same))


def test_small_counts_are_withheld_and_the_others_rounded() -> None:
    plan = plan_of(from_rows(read_rows(TEXT)))
    shown = dict(zip(plan.table.cells(), plan.values, strict=True))
    assert (0, 0) in plan.withheld
    assert all(v % 5 == 0 for c, v in shown.items() if c not in plan.withheld)
    assert shown[2, 1] == 0
    assert plan.ready


def test_a_rule_that_does_not_round_shows_the_counts_themselves() -> None:
    plan = plan_of(from_rows(read_rows(TEXT)), "fewer-than-5")
    assert plan.rounded == 0
    assert plan.values == plan.table.values
    assert "rounded" not in dict(three_lines(plan))["What the rule says"]


@pytest.mark.parametrize("publishable", [False, True])
def test_every_report_says_that_it_is_rounded_and_where_the_rule_is_from(publishable: bool) -> None:
    plan = plan_of(from_rows(read_rows(TEXT)))
    for said in (
        " ".join(plan_text(plan, [], colour=False, publishable=publishable).split()),
        plan_html(plan, [], publishable=publishable),
    ):
        assert "rounded to the nearest 5" in said
        assert "Hospital Episode Statistics" in said
        assert "not done" not in said
        assert ">88<" not in said
        assert " 88 " not in said


@pytest.mark.parametrize("seed", range(16))
def test_the_ranges_are_those_of_every_table_that_would_look_the_same(seed: int) -> None:
    rng = random.Random(seed)
    made = with_margins((2, 1), [rng.choice([0, 2, 5, 9, 12]), rng.choice([3, 8, 11, 14])], ())
    plan = plan_of(made)
    shown, cells = dict(zip(made.cells(), plan.values, strict=True)), made.cells()
    agreeing = []
    for inner in product(range(41), repeat=2):
        full = dict(zip(cells, with_margins((2, 1), list(inner), ()).values, strict=True))
        if all(
            c in plan.withheld
            or ((full[c] == 0 or full[c] >= 8) and rounded(full[c], 5) == shown[c])
            for c in cells
        ):
            agreeing.append(full)
    assert agreeing
    for cell in plan.withheld:
        seen = [each[cell] for each in agreeing]
        ends = plan.bounds.intervals[made.name(cell)]
        if max(seen) < 30:  # else the list above was cut off
            assert (ends.lo, ends.hi) == (min(seen), max(seen))


@pytest.mark.parametrize("seed", range(10))
def test_the_rule_holds_over_the_rounded_ranges(seed: int) -> None:
    rng = random.Random(seed)
    made = with_margins((3, 3), [rng.choice([0, 2, 6, 9, 14, 30, 41]) for _ in range(9)], ())
    plan = plan_of(made, total_fixed=False)
    assert not plan.unmet
    for flag in plan.primary:
        ends = plan.bounds.intervals[made.name(flag.cell)]
        assert ends.lo <= 1  # type: ignore[operator]
        assert ends.hi is None or ends.hi >= 7


def test_rounding_never_withholds_more_than_exact_numbers_would() -> None:
    for seed in range(8):
        rng = random.Random(seed)
        made = with_margins((3, 3), [rng.choice([0, 2, 9, 14, 30, 41]) for _ in range(9)], ())
        assert plan_of(made).cost <= plan_of(made, "fewer-than-8").cost


def test_the_command_gives_the_rounded_table_as_json(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TEXT)
    args = ["counts", "protect", str(tmp_path / "t.csv"), "--rule", "nhs-england-hes"]
    made = json.loads(CliRunner().invoke(app, [*args, "--format", "json"]).stdout)
    assert made["rounded"] == 5
    assert made["primary"] == [[0, 0]]
    assert made["published"][1][0] in (40, None)
    numbers = [n for row in made["published"] for n in row if n is not None]
    assert all(n % 5 == 0 for n in numbers)


def test_a_small_grand_total_is_withheld_and_not_shown_as_nought(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("S,A,B\nx,2,0\ny,0,0\n")
    args = ["counts", "protect", str(tmp_path / "t.csv"), "--rule", "nhs-england-hes"]
    ran = CliRunner().invoke(app, [*args, "--format", "json"])
    assert json.loads(ran.stdout)["published"][2][2] is None


def test_what_may_leave_lists_every_rest_so_that_none_is_told_to_be_unsafe(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("S,A,Under 16,Total\nx,40,37,40\ny,60,20,60\n")
    args = ["counts", "protect", str(tmp_path / "t.csv"), "--rule", "nhs-england-hes"]
    args += ["--part", "Under 16 of Total", "--publishable", "--format", "json"]
    made = json.loads(CliRunner().invoke(app, args).stdout)
    assert [each["words"] for each in made["rests"]] == [
        f"{row}, Total less Under 16" for row in ("x", "y", "Total")
    ]
    assert "unsafe" not in str(made["rests"])
