"""The commands of counts: the forms of the contract, plain sentences, exit statuses."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.published import pairs

RUN = CliRunner()
TABLE = """Support,Men,Women,Under 16,Total
Housing,12,3,20,35
Health,15,18,9,42
School,22,14,30,66
Total,49,35,59,143
"""


def run(*args: object, text: str | None = None) -> tuple[int, str, str]:
    result = RUN.invoke(app, ["counts", *map(str, args)], input=text)
    return result.exit_code, result.stdout, result.stderr


def bounds(model: object) -> dict[str, object]:
    _, out, _ = run("bounds", "-", "--format", "json", text=json.dumps(model))
    loaded: dict[str, object] = json.loads(out)
    return loaded


def ends(model: object) -> dict[str, tuple[object, object]]:
    found = bounds(model)["bounds"]
    assert isinstance(found, dict)
    return {name: (each["lo"], each["hi"]) for name, each in found.items()}


def test_two_marks_under_a_total() -> None:
    model = {
        "variables": {"f": [1, 4], "m": [1, 4]},
        "equations": [{"coef": {"f": 1, "m": 1}, "rhs": 7}],
    }
    assert ends(model) == {"f": (3, 4), "m": (3, 4)}


def test_whole_numbers_are_narrower_than_the_linear_answer() -> None:
    model = {
        "variables": {"x": [0, None], "y": [0, None]},
        "inequalities_le": [{"coef": {"x": 2, "y": 2}, "rhs": 5}],
    }
    assert ends(model)["x"] == (0, 2)
    assert ends({**model, "integer": False})["x"] == (0, 2.5)


def test_no_bound_is_null() -> None:
    model = {"variables": {"x": [None, None]}, "equations": [], "inequalities_le": []}
    assert ends(model) == {"x": (None, None)}


def test_a_contradiction_is_named_with_the_fewest_statements() -> None:
    found = bounds(
        {
            "variables": {"a": [0, 3], "b": [0, 3], "c": [0, 9]},
            "equations": [
                {"coef": {"a": 1, "b": 1}, "rhs": 7, "source": "the total of table 2"},
                {"coef": {"c": 1}, "rhs": 5},
            ],
        }
    )
    assert found["feasible"] is False
    assert found["conflict"] == ["a is 0 to 3", "b is 0 to 3", "the total of table 2"]


def test_a_percentage_gives_the_count_away() -> None:
    assert pairs("7.5", 1, "half-up", (1, 4), (40, 40)) == [(3, 40)]
    said = {"numerator": "n", "denominator": "d", "value": "7.5", "rounding": "half-up"}
    model = {"variables": {"n": [1, 4], "d": [40, 40]}, "percentages": [said]}
    assert ends(model)["n"] == (3, 3)


def test_a_mean_gives_the_sum_away() -> None:
    said = {"sum": "s", "count": "n", "value": "2.67", "decimals": 2, "rounding": "half-up"}
    model = {"variables": {"s": [0, 100], "n": [3, 3]}, "means": [said]}
    assert ends(model)["s"] == (8, 8)


def test_rounding_leaks_through_a_total() -> None:
    cells = {f"x{i}": [0, 50] for i in range(4)}
    model = {
        "variables": {**cells, "t": [0, 50]},
        "equations": [{"coef": {**dict.fromkeys(cells, 1), "t": -1}, "rhs": 0}],
        "rounded": [
            *({"of": name, "value": 5, "base": 5, "mode": "nearest"} for name in cells),
            {"of": "t", "value": 30, "base": 5, "mode": "nearest"},
        ],
    }
    found = ends(model)
    assert all(found[name] == (7, 7) for name in cells)
    assert found["t"] == (28, 28)


def test_an_insider_knows_more() -> None:
    model = {
        "variables": {"a": [0, 9], "b": [0, 9]},
        "equations": [{"coef": {"a": 1, "b": 1}, "rhs": 4}],
        "insider": {"a": 1},
    }
    assert ends(model)["b"] == (3, 3)


def test_protect_gives_the_json_of_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "table.json"
    cells = [[int(v) for v in line.split(",")[1:]] for line in TABLE.splitlines()[1:]]
    path.write_text(json.dumps({"shape": [4, 4], "cells": cells, "margins": True}))
    rest = ("--rule", "fewer-than-5", "--cost", "count", "--lower", 1, "--upper", 2)
    code, out, _ = run("protect", "--table", path, *rest, "--format", "json")
    made = json.loads(out)
    assert code == 0
    assert made["primary"] == [[0, 1]]
    assert (made["cost"], made["bound"], made["optimal"]) == (3, 3, True)
    assert len(made["secondary"]) == 3
    assert made["published"][3] == [49, 35, 59, 143]
    assert made["bounds"]["r0c1"]["lo"] <= 2
    assert made["bounds"]["r0c1"]["hi"] >= 5
    assert len(made["explanation"]) == 4


def test_what_may_be_published_holds_no_true_value() -> None:
    args = ("protect", "-", "--rule", "fewer-than-5")
    assert "(3;" in run(*args, text=TABLE)[1]
    assert "(3;" not in run(*args, "--publishable", text=TABLE)[1]


def test_the_page_is_whole_and_has_a_table_beside_the_bars() -> None:
    _, out, _ = run("protect", "-", "--rule", "fewer-than-5", "--format", "html", text=TABLE)
    assert out.count("<table") == 2
    assert "s.40(2)" in out
    assert "<script" not in out


def test_a_table_of_three_dimensions_can_be_rounded(tmp_path: Path) -> None:
    file = tmp_path / "table.json"
    cells = [[[3, 4], [6, 1]], [[2, 9], [8, 7]]]
    file.write_text(json.dumps({"shape": [2, 2, 2], "cells": cells, "margins": False}))
    _, out, _ = run("round", "--table", file, "--base", 5, "--format", "json")
    shown = json.loads(out)["published"]
    assert all(value % 5 == 0 for layer in shown for row in layer for value in row)
    assert all(a + b == total for layer in shown for a, b, total in layer)
    assert all(
        shown[0][i][j] + shown[1][i][j] == shown[2][i][j] for i in range(3) for j in range(3)
    )


def test_rounding_takes_one_table_and_not_two(tmp_path: Path) -> None:
    for given in ([], ["-", "--table", tmp_path / "table.json"]):
        status, out, words = run("round", *given, "--base", 5, text=TABLE)
        assert status == 2
        assert not out
        assert "Give one table" in words


def test_rounding_adds_up() -> None:
    _, out, _ = run("round", "-", "--base", 5, "--format", "json", text=TABLE)
    rows = json.loads(out)["published"]
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert all(sum(column[:-1]) == column[-1] for column in zip(*rows, strict=True))
    assert all(value % 5 == 0 for row in rows for value in row)


def test_two_releases_together(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("ward,cases\nA,[c]\nB,[c]\nTotal,7\n")
    new.write_text("ward,cases\nA,4\n")
    code, out, _ = run("differ", old, new, "--format", "json")
    made = json.loads(out)
    assert code == 1
    assert [each["name"] for each in made["narrowed"] if each["disclosed"]] == ["B / cases"]
    assert made["bounds"]["B / cases"] == {"lo": 3, "hi": 3, "attained": True}


def test_a_workbook_is_read(tmp_path: Path) -> None:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{field}</t></is></c>' for field in line.split(","))
        + "</row>"
        for line in TABLE.splitlines()
    )
    paper = io.BytesIO()
    with zipfile.ZipFile(paper, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{rel}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>",
        )
    path = tmp_path / "t.xlsx"
    path.write_bytes(paper.getvalue())
    _, out, _ = run("protect", path, "--rule", "fewer-than-5", "--format", "json")
    assert json.loads(out)["primary"] == [[0, 1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,x,y\nr,3\n", "Row 2 has 2 fields"),
        ("a,x,y\nr,3,some\n", "is not a whole count"),
        ("a,x,y\nr,3,\n", "there is nothing"),
        ("a,x,y\nr,3,-2\n", "cannot be negative"),
        ("a,x,y,Total\nr,3,2,9\n", "add up to 5 (4 less)"),
        ("", "is empty"),
    ],
)
def test_bad_tables_get_one_plain_sentence(text: str, words: str) -> None:
    code, out, err = run("protect", "-", "--rule", "fewer-than-5", text=text)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_no_rule_is_assumed_and_a_mark_must_be_declared(tmp_path: Path) -> None:
    code, _, err = run("protect", "-", text=TABLE)
    assert code == 2
    assert "none is assumed" in err
    path = tmp_path / "t.csv"
    path.write_text("ward,cases\nA,<5\nTotal,7\n")
    code, _, err = run("differ", path, path)
    assert code == 2
    assert "range is not declared" in err


@pytest.mark.parametrize(
    "wrong",
    [
        {"decimals": "q"},
        {"decimals": 10**9},
        {"value": "1e99999999"},
        {"value": "n/a"},
        {"denominator": None},
        {"denominator": [1]},
        {"rounding": "somehow"},
    ],
)
def test_a_percentage_that_cannot_be_read_is_one_plain_sentence(wrong: dict[str, object]) -> None:
    said = {"numerator": "x", "denominator": 40, "value": "7.5", "decimals": 1, **wrong}
    model = {"variables": {"x": [0, 10]}, "percentages": [said]}
    code, out, err = run("bounds", "-", text=json.dumps(model))
    assert code == 2
    assert out == ""
    assert err.startswith("answerable: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    ['{"variables": {"x": [0, ' + "9" * 5000 + "]}}", "[" * 100_000, '{"variables"', "\udcff"],
)
def test_json_beyond_reason_is_one_plain_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    code, _, err = run("bounds", path)
    assert code == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "wrong", [{"published_percent": "1e999999"}, {"decimals": 10**8}, {"numerator_range": [1]}]
)
def test_a_lone_percentage_that_cannot_be_read(wrong: dict[str, object]) -> None:
    said = {"published_percent": "7.5", "numerator_range": [1, 4], "denominator_range": [40, 40]}
    code, _, err = run("bounds", "-", text=json.dumps({**said, **wrong}))
    assert code == 2
    assert err.count("\n") == 1


def test_bounds_are_explained_if_asked(tmp_path: Path) -> None:
    model = {
        "variables": {"a": [0, None], "b": [0, 4]},
        "equations": [{"coef": {"a": 1, "b": 1}, "rhs": 18, "source": "table 2"}],
    }
    text = json.dumps(model)
    _, out, _ = run("bounds", "-", "--explain", "--format", "json", text=text)
    assert "b is at most 4, so this one is at least 14" in json.loads(out)["explanation"]["a"]
    assert "explanation" not in json.loads(run("bounds", "-", "--format", "json", text=text)[1])
    for form in ("text", "html"):
        told = run("bounds", "-", "--explain", "--format", form, text=text)[1]
        assert "come to 18 (table 2)" in " ".join(told.split())


def test_two_releases_are_explained_if_asked(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("ward,cases\nA,[c]\nB,[c]\nTotal,7\n")
    new.write_text("ward,cases\nA,4\nB,[c]\nTotal,[c]\n")
    _, out, _ = run("differ", old, new, "--explain", "--format", "json")
    assert "the total of column “cases” in old.csv" in json.loads(out)["explanation"]["B / cases"]
    told = " ".join(run("differ", old, new, "--explain")[1].split())
    assert "7 in the total (Total / cases;" in told


def test_a_million_rows_are_refused_in_one_plain_sentence(tmp_path: Path) -> None:
    path = tmp_path / "records.csv"
    path.write_text("ward,cases\n" + "a,1\n" * 1_000_000)
    code, out, err = run("protect", path, "--rule", "fewer-than-5")
    assert (code, out) == (3, "")
    assert "Give the table, not the records behind it" in err
    assert err.count("\n") == 1


def test_a_mark_without_its_range_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("ward,cases\nA,<5\nTotal,7\n")
    for mark in ("<5", "<5=", "<5=4..1", "<5=few"):
        code, out, err = run("differ", path, path, "--marker", mark)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
