"""Words of a model: one that is misspelt is named, one that is strange is told, none is passed over."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts import bounds, read_model
from answerable.model import UnusableInputError

RUN = CliRunner()
X = {"variables": {"x": [0, 30]}}


def run(model: Any, *more: str) -> tuple[int, str, str]:
    result = RUN.invoke(app, ["counts", "bounds", "-", *more], input=json.dumps(model))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    "name",
    ["equation", "Equations", "inequalities", "percents", "percentage", "mean", "round", "insiders",
     "knows", "facts", "variable", "constraints", "integers"],
)  # fmt: skip
def test_a_word_like_one_of_a_models_own_stops_the_reading(name: str) -> None:
    code, out, err = run({**X, name: []})
    assert (code, out) == (2, "")
    assert f"“{name}” is not known; write “" in err


@pytest.mark.parametrize(
    "name",
    [
        "published",
        "note",
        "title",
        "id",
        "kind",
        "about",
        "name",
        "version",
        "table",
        "source",
        "comment",
    ],
)
def test_a_remark_is_told_and_the_model_is_read(name: str) -> None:
    code, out, err = run({**X, name: "Table 3 of the answer of May"})
    assert code == 0
    assert "between 0 and 30" in out
    assert err == f"answerable: “{name}” is no part of a model and was not used.\n"


@pytest.mark.parametrize(
    "statement",
    [
        {"rounded": [{"of": "x", "value": 5, "base": 5, "direction": "up"}]},
        {"percentages": [{"numerator": "x", "denominator": 40, "value": "7.5", "decimls": 1}]},
        {"means": [{"sum": "x", "count": 4, "value": "2.5", "rouding": "up"}]},
        {"equations": [{"coef": {"x": 1}, "rhs": 3, "rsh": 4}]},
    ],
)
def test_a_misspelt_word_of_a_statement_is_named(statement: dict[str, Any]) -> None:
    with pytest.raises(UnusableInputError, match="is not known; write"):
        read_model({**X, **statement})


def test_a_remark_beside_an_equation_is_no_harm() -> None:
    found = bounds(read_model({**X, "equations": [{"coef": {"x": 1}, "rhs": 3, "page": 4}]}))
    assert found.disclosed == ("x",) or list(found.disclosed) == ["x"]


@pytest.mark.parametrize("key", ["rounding", "mode"])
def test_how_a_count_was_rounded_is_heard_under_either_name(key: str) -> None:
    said = {"of": "x", "value": 0, "base": 10, key: "down"}
    assert bounds(read_model({**X, "rounded": [said]})).intervals["x"].hi == 9


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ({"rounded": [{"of": "x", "value": 12, "base": 5}]}, "12 is no multiple of 5"),
        ({"rounded": [{"of": "x", "value": 5, "base": 5, "rounding": "foo"}]}, "“foo” is not known"),
        ({"rounded": [{"of": "x", "value": 5, "base": 5, "rounding": "up", "mode": "down"}]}, "say two things"),
        ({"percentages": [{"numerator": "x", "denominator": 40, "value": "7.5", "decimals": 0}]}, "has 1 decimals, not 0"),
        ({"insider": [{"x": 1}]}, "an object of names and numbers"),
        ({"insider": "x"}, "an object of names and numbers"),
        ({"integer": "no"}, "true, false, or a list"),
        ({"integer": ["y"]}, "which is no variable"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_one_sentence(statement: dict[str, Any], words: str) -> None:
    code, out, err = run({**X, **statement})
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_an_impossible_percentage_is_named_once() -> None:
    model = {
        "variables": {"x": [0, 40]},
        "percentages": [
            {"numerator": "x", "denominator": 40, "value": "7.0", "rounding": "half-up"}
        ],
    }
    code, out, _ = run(model)
    assert code == 1
    assert out.count("7.0%") == 1


def test_a_conflict_says_what_the_insider_knows() -> None:
    _, out, _ = run({**X, "equations": [{"coef": {"x": 1}, "rhs": 3}], "insider": {"x": 4}})
    assert "the insider knows that x is 4" in out


def test_a_rule_of_contributions_alone_is_refused_without_them(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Trade,North,South\nMills,96,30\nPits,40,50\n", encoding="utf-8")
    result = RUN.invoke(app, ["counts", "protect", str(table), "--rule", "p-percent-10"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "give --contributions" in result.stderr


def test_what_a_rule_could_not_judge_is_said(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Trade,North,South\nMills,96,30\nPits,40,50\n", encoding="utf-8")
    result = RUN.invoke(app, ["counts", "protect", str(table), "--rule", "threshold-10-dominance"])
    assert result.exit_code == 0
    assert "dominance and p per cent were not" in result.stderr
    plain = RUN.invoke(app, ["counts", "protect", str(table), "--rule", "fewer-than-10"])
    assert plain.stderr == ""
