"""How tables are shown: every dimension, every mark, names that can be read, rules with sources."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.leaves import leaves
from answerable.counts.read_table import read_csv
from answerable.counts.table import with_margins
from answerable.model import RefusedInputError

CUBE = {
    "cells": [[[3, 20], [30, 40]], [[50, 60], [70, 80]]],
    "margins": False,
    "labels": [["2024", "2025"], ["North", "South"], ["Men", "Women"]],
}
MARKED = "S,A,B,C,D\nx,[z],3,7,1\ny,30,40,[x],2\nw,9,8,7,[x]\nv,[z],[z],[z],[z]\n"
RULE = ("--rule", "fewer-than-5")


def run(*args: object, text: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["counts", *map(str, args)], input=text)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def cube(tmp_path: Path) -> Path:
    path = tmp_path / "cube.json"
    path.write_text(json.dumps(CUBE))
    return path


def test_a_table_of_three_dimensions_is_drawn_leaf_by_leaf(cube: Path) -> None:
    for command in (("protect", *RULE), ("round", "--base", 5)):
        _, text, _ = run(*command, "--table", cube)
        lines = [line.strip() for line in text.splitlines()]
        assert [line for line in lines if line in ("2024", "2025", "Total")] == [
            "2024",
            "2025",
            "Total",
        ]
        assert sum(line.startswith("North ") for line in lines) == 3
        page = run(*command, "--table", cube, "--format", "html")[1]
        assert page.count("<caption>") == 3
        assert page.count('<th scope="row">North</th>') == 3
    assert "[c]" in run("protect", *RULE, "--table", cube)[1]


def test_a_table_of_two_dimensions_or_one_is_one_leaf() -> None:
    assert [leaf.title for leaf in leaves(with_margins((2, 2), [1, 2, 3, 4], ()))] == [""]
    (leaf,) = leaves(with_margins((3,), [1, 2, 3], (("a", "b", "c"),)))
    assert leaf.rows == (("", ((0,), (1,), (2,), (3,))),)


def test_marks_stay_what_they_are_and_are_kept_apart() -> None:
    _, text, _ = run("protect", "-", *RULE, text=MARKED)
    row = {line.split()[0]: line.split()[1:] for line in text.splitlines()[1:6]}
    assert row["x"][0] == "[z]"
    assert row["y"][2] == "[x]"
    assert row["v"] == ["[z]"] * 5
    made = json.loads(run("protect", "-", *RULE, "--format", "json", text=MARKED)[1])
    assert made["published"][0][0] == "[z]"
    assert [0, 0] not in made["primary"] + made["secondary"]
    assert "[z]" in run("protect", "-", *RULE, "--format", "html", text=MARKED)[1]
    assert "[x]" in run("round", "-", "--base", 5, text=MARKED)[1]


def test_a_nought_is_no_mark_and_a_withheld_count_is_no_true_count() -> None:
    assert read_csv("S,A,B\nx,0,3\n").marks == {}
    _, _, err = run("protect", "-", *RULE, text="S,A,B\nx,[c],3\n")
    assert "is not a whole count" in err


def test_noughts_that_may_be_withheld_are_not_those_that_everybody_knows() -> None:
    args = ("protect", "-", *RULE, "--zeros", "may-suppress", "--format", "json")
    made = json.loads(run(*args, text=MARKED)[1])
    withheld = made["primary"] + made["secondary"]
    assert not [cell for cell in withheld if tuple(cell) in read_csv(MARKED).impossible]


@pytest.mark.parametrize("digits", [12, 23, 5000])
def test_a_count_beyond_reason_is_one_plain_sentence(digits: int) -> None:
    text = f"S,A,B\nx,{'9' * digits},20\ny,30,4\n"
    for command in (("protect", "-", *RULE), ("round", "-", "--base", 5)):
        status, out, err = run(*command, text=text)
        assert (status, out) == (3, "")
        assert "can be judged" in err
        assert err.count("\n") == 1


def test_a_large_count_is_judged() -> None:
    assert read_csv("S,A,B\nx,99999999999,20\ny,30,4\n").values[0] == 99_999_999_999
    with pytest.raises(RefusedInputError):
        read_csv("S,A,B\nx,100000000001,20\ny,30,4\n")


def test_numbers_are_named_by_their_labels() -> None:
    text = "S,A,B\nx,3,0\ny,0,0\n"
    for form in ("text", "html"):
        out = " ".join(run("protect", "-", *RULE, "--format", form, text=text)[1].split())
        assert "r0c0" not in out
        assert "worked out exactly: “x, A”; “x, Total”; “Total, A”" in out
    out = " ".join(run("protect", "-", *RULE, text="S,A,B\nx,3,41\ny,57,63\n")[1].split())
    assert "leaves 44 between this one and “x, B”" in out


def test_a_rule_is_shown_with_its_source_where_nothing_is_unsafe_as_well() -> None:
    text = "S,A,B\nx,9,14\ny,20,22\n"
    _, out, _ = run("protect", "-", "--rule", "nhs-england-hes", text=text)
    told = " ".join(out.split())
    assert "No cell is unsafe by itself under the rule nhs-england-hes (NHS England" in told
    assert "is shown rounded to the nearest 5" in told
    assert "not done" not in told
    assert "nothing is withheld" in told
    assert "0 more" not in told
    _, out, _ = run("protect", "-", *RULE, text=text)
    assert "nearest 5" not in out
    page = run("protect", "-", "--rule", "nhs-england-hes", "--format", "html", text=text)[1]
    assert "NHS England, Hospital Episode Statistics" in page


def test_the_page_tells_unsafe_cells_by_more_than_colour() -> None:
    text = "S,A,B\nx,3,41\ny,57,63\n"
    page = run("protect", "-", *RULE, "--format", "html", text=text)[1]
    assert "unsafe by itself" in page
    assert "dashed" in page
    public = run("protect", "-", *RULE, "--format", "html", "--publishable", text=text)[1]
    assert 'class="legend"' not in public


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("round", "-"), "Missing option '--base'"),
        (("round", "-", "--base", "abc"), "--base needs a whole number"),
        (("round", "-", "--base", 1_000_000), "larger than every count"),
        (("round", "-", "--base", 5, "--seconds", -4), "--seconds -4"),
        (("protect", "-", *RULE, "--seconds", 0), "--seconds 0"),
        (("protect", "-", *RULE, "--lower", "few"), "--lower needs a whole number"),
        (("bounds", "-", "--seconds", "nan"), "--seconds nan"),
        (("differ", "a.csv", "b.csv", "--seconds", -1), "--seconds -1"),
        (("differ", "a.csv"), "NEW"),
    ],
)
def test_a_wrong_option_is_one_plain_sentence(args: tuple[object, ...], words: str) -> None:
    status, out, err = run(*args, text="S,A,B\nx,3,41\ny,57,63\n")
    assert (status, out) == (2, "")
    assert words in err
    assert err.startswith("answerable: ")
    assert err.count("\n") == 1


def test_help_is_still_help() -> None:
    assert "Usage" in CliRunner().invoke(app, ["counts", "round", "--help"]).stdout
