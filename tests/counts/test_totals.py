"""A total is found wherever it stands and whatever it is called, or the table is refused."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.controlled import controlled_rounding
from answerable.counts.guesses import guesses, protected
from answerable.counts.protect import Wishes
from answerable.counts.read_table import from_rows, read_csv, read_table_json
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table
from answerable.counts.totals import Ends, published_total
from answerable.model import UnusableInputError

RULE = rule_named("fewer-than-5")
ROWS = [("Keep", 3, 0), ("Move", 40, 4), ("Arr", 50, 40)]


def first(name: str, place: int = 0) -> str:
    """The table with its total column called ``name`` in a place."""
    rows: list[tuple[str, list[object]]] = [("Help", ["Men", "Women"])]
    rows += [(label, [men, women]) for label, men, women in ROWS]
    for label, fields in rows:
        fields.insert(place, name if label == "Help" else sum(map(int, map(str, fields))))
    return "".join(f"{label},{','.join(map(str, fields))}\n" for label, fields in rows)


def turned(text: str) -> str:
    """Rows and columns changed about."""
    rows = [line.split(",") for line in text.splitlines()]
    return "".join(",".join(column) + "\n" for column in zip(*rows, strict=True))


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("name", ["All", "Total", "Overall", "Sum", "GRAND TOTAL", "Both", "Mixed"])
def test_a_total_is_found_in_any_place_under_any_name(name: str, place: int) -> None:
    for text, axis in ((first(name, place), 1), (turned(first(name, place)), 0)):
        table = read_csv(text)
        assert sorted(table.shape) == [3, 4]
        assert table.labels[axis][-1] == name
        assert table.values[-1] == 137
        assert any(name in note for note in table.notes)


def test_a_total_that_stands_last_and_says_so_needs_no_word() -> None:
    assert read_csv(first("Total", 2)).notes == ()


def test_no_group_is_taken_for_a_total_that_is_none() -> None:
    table = read_csv("Help,Men,Women,Others\nKeep,3,0,9\nMove,40,4,8\n")
    assert table.labels[1] == ("Men", "Women", "Others", "Total")
    assert table.notes == ()
    assert read_csv("Help,Men,Women\nKeep,3,3\nMove,4,4\n").labels[1][-1] == "Total"


def test_the_reader_can_no_longer_halve_a_second_total() -> None:
    table = read_csv(first("All"))
    plan = protected(table, primary(table, RULE), RULE, Wishes())
    assert not plan.unmet
    assert not plan.bounds.disclosed
    keep = plan.table.labels[0].index("Keep"), plan.table.labels[1].index("All")
    assert keep in plan.withheld


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("H,All,Men,Women\nx,9,3,4\n", "it is no total"),
        ("H,All,Men,Women,Total\nx,3,3,0,6\ny,44,40,4,88\n", "Two columns are called a total"),
        ("H,Men,Women,Under 16,Total\nx,9,7,3,16\ny,9,50,20,59\n", "adds up without “Under 16”"),
        ("H,A,B,North subtotal,C\nx,1,2,3,9\ny,4,5,9,9\n", "the sum of “A” and “B”"),
        ("H,North total,C,A,D,B\nx,3,9,1,8,2\ny,9,8,4,7,5\n", "the sum of “A” and “B”"),
        ("H,A,B,C\nx,3,3,0\ny,4,4,0\n", "cannot be told which"),
    ],
)
def test_name_and_numbers_that_disagree_are_one_plain_sentence(text: str, words: str) -> None:
    with pytest.raises(UnusableInputError, match=words):
        read_csv(text)


def test_a_single_column_called_total_is_a_count_with_a_total_beside_it() -> None:
    table = read_csv("ward,Total\nA,3\nB,9\n")
    assert table.labels == (("A", "B", "Total"), ("Count", "Total"))
    assert table.values == (3, 3, 9, 9, 12, 12)


def test_a_guess_is_reckoned_with_in_rounding_too() -> None:
    text = "H,North,A,B,C\nx,7,3,4,30\ny,50,20,30,8\nz,9,0,9,6\n"
    assert (
        "a reader may guess that"
        in CliRunner().invoke(app, ["counts", "round", "-", "--base", "5"], input=text).stderr
    )
    plain = controlled_rounding(replace(read_csv(text), labels=()), 5).bounds.intervals
    known = controlled_rounding(read_csv(text), 5).bounds.intervals
    assert any((known[n].lo, known[n].hi) != (plain[n].lo, plain[n].hi) for n in plain)


def test_beside_totals_of_totals_the_other_dimension_has_its_total_found() -> None:
    rows = [r.split(",") for r in ("p,All,M,W", "A,7,3,4", "B,9,4,5", "North,16,7,9", "T,16,7,9")]
    table = from_rows(rows, {"A": "North", "B": "North"})
    assert table.labels[1] == ("M", "W", "All")
    assert table.labels[0][-1] == "T"
    assert guesses(table) == []


def test_what_sounds_like_a_total_and_is_none_is_told() -> None:
    table = read_csv("H,Persons,Households\nx,30,12\ny,9,7\n")
    assert "sounds like a total but is no sum" in table.notes[0]
    assert read_csv("H,Total other,Men\nx,30,12\n").notes == ()


def test_json_with_a_total_among_its_groups_is_refused() -> None:
    cells = [[3, 3, 0], [44, 40, 4]]
    said = {"cells": cells, "margins": False, "labels": [["x", "y"], ["All", "Men", "Women"]]}
    with pytest.raises(UnusableInputError, match="“All” is called a total"):
        read_table_json(said)


def test_a_sum_that_a_reader_may_guess_is_in_the_closing_audit() -> None:
    """North = A + B, though nobody says so: what is hidden in A alone is not hidden."""
    text = "H,North,A,B,C\nx,7,3,4,30\ny,50,20,30,8\nz,9,0,9,6\n"
    table = read_csv(text)
    assert [guess.words(table) for guess in guesses(table)] == [
        "“North” is everywhere the sum of “A” and “B”"
    ]
    plan = protected(table, primary(table, RULE)[:1], RULE, Wishes())
    assert "x, A is not hidden from a reader who guesses that “North”" in " ".join(plan.unmet)


def test_a_sum_that_gives_nothing_away_leaves_the_plan_as_it_is() -> None:
    table = read_csv("H,Men,North,A,B\nx,9,7,3,4\ny,9,50,20,30\nz,13,20,11,9\n")
    assert guesses(table)
    assert protected(table, primary(table, RULE), RULE, Wishes()).unmet == ()


def test_the_closing_audit_finds_a_leak_that_the_lines_alone_do_not_show() -> None:
    """A doubled total, made by hand: the plan calls it safe and the second look does not."""
    rows = [(3, 3, 0, 6), (44, 40, 4, 88), (90, 50, 40, 180), (137, 93, 44, 274)]
    labels = (("Keep", "Move", "Arr", "Sum of rows"), ("Everyone", "Men", "Women", "Together"))
    table = Table((4, 4), tuple(v for row in rows for v in row), labels)
    plan = protected(table, primary(table, RULE), RULE, Wishes())
    assert any("a reader who guesses that “Everyone”" in each for each in plan.unmet)


def test_neighbours_that_add_up_once_are_chance() -> None:
    assert guesses(read_csv("H,A,B,C,D\nx,3,1,2,9\ny,8,1,2,9\n")) == []


def run(text: str, *more: str) -> tuple[int, str, str]:
    args = ["counts", "protect", "-", "--rule", "fewer-than-5", *more]
    result = CliRunner().invoke(app, args, input=text)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_says_which_total_it_found() -> None:
    status, out, err = run(first("All"), "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert made["labels"][1] == ["Men", "Women", "All"]
    assert "“All” was put in the last column" in err
    assert "“All” was put in the last column" in made["notes"][0]


def known(n: int) -> Ends:
    return Fraction(n), Fraction(n)


def test_a_published_total_is_found_in_any_place() -> None:
    exact = [[known(9), known(4), known(5)], [known(8), known(8), known(0)]]
    four: Ends = (Fraction(0), Fraction(4))
    assert published_total(["A", "B", "C"], exact) == 0
    assert published_total(["Total", "B", "C"], exact[:1]) == 0
    assert published_total(["A", "B", "C"], exact[:1]) is None
    assert published_total(["A", "B", "C"], [*exact, [known(9), four, four]]) is None


def test_two_releases_use_a_total_that_stands_first(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("differ")
    (folder / "old.csv").write_text("ward,All,Men,Women\nA,9,[c],[c]\nB,12,5,7\n")
    (folder / "new.csv").write_text("ward,Women\nA,6\nB,7\n")
    args = ["counts", "differ", str(folder / "old.csv"), str(folder / "new.csv")]
    result = CliRunner().invoke(app, [*args, "--format", "json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["bounds"]["A / Men"]["lo"] == 3
