"""``index``, ``similar`` and ``duplicates`` as the contract has them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app

RUN = CliRunner()
ROWS = [
    ("F1", "How many parking tickets were issued on Orchard Lane in 2024, by month, and the income?"),
    ("F2", "How many parking tickets were issued on Orchard Lane in 2023, by month, and the income?"),
    ("F3", "Minutes of the allotment board about Weir Field"),
]  # fmt: skip


def run(*args: object, text: str | None = None) -> tuple[int, str, str]:
    result = RUN.invoke(app, [str(arg) for arg in args], input=text)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    log = tmp_path / "log.csv"
    lines = [f'{id_},2025-01-02,"{text}",Full' for id_, text in ROWS]
    log.write_text("\n".join(["id,date,request,outcome", *lines]), encoding="utf-8")
    code, out, _ = run("index", log, "--into", tmp_path / "ix", "--format", "json")
    assert code == 0
    assert json.loads(out)["letters"] == 3
    return tmp_path / "ix"


def test_similar_gives_the_json_of_the_contract(folder: Path) -> None:
    code, out, _ = run("similar", ROWS[0][1], "--in", folder, "-k", 2, "--format", "json")
    assert code == 0
    first, second = json.loads(out)["results"]
    assert {"id", "score", "why", "title", "date", "outcome", "excerpt"} <= set(first)
    assert (first["id"], first["why"], first["score"]) == ("F1", "near duplicate", 1.0)
    assert (second["id"], second["why"]) == ("F2", "near duplicate")
    assert second["differs"] == {"only_here": ["2024"], "only_there": ["2023"]}


def test_similar_reads_a_file_and_standard_input(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "ask.txt"
    path.write_text("Dear all,\nPlans for Weir Field?\nYours,\nA. Person", encoding="utf-8")
    for code, out, _ in (
        run("similar", path, "--in", folder),
        run("similar", "-", "--in", folder, text="Plans for Weir Field?"),
    ):
        assert code == 0
        assert out.startswith(" 1. same words")


def test_meaning_is_said_to_be_off_in_one_sentence(folder: Path) -> None:
    code, out, err = run("similar", "dogs", "--in", folder, "--meaning", "--format", "json")
    assert code == 0
    assert err.count("Search by meaning is off") == 1
    assert json.loads(out)["results"] == []


def test_duplicates_lists_groups(folder: Path) -> None:
    code, out, _ = run("duplicates", folder, "--threshold", "0.6", "--format", "json")
    assert code == 0
    [group] = json.loads(out)["groups"]
    assert group["ids"] == ["F1", "F2"]
    assert run("duplicates", folder, "--threshold", 1)[1].startswith("No two letters")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("similar", "dogs", "--in", "nowhere"), "There is no index"),
        (("similar", "gone.txt", "--in", "IX"), "There is no file"),
        (("similar", "…", "--in", "IX"), "no words"),
        (("duplicates", "nowhere"), "There is no index"),
        (("duplicates", "IX", "--threshold", "2"), "not above 0"),
        (("index", "gone.csv", "--into", "new"), "There is no file"),
        (("index", "LOG", "--into", "new", "--engine", "xapian"), "no engine"),
        (("index", "LOG", "--into", "new", "--mapping", "gone.yaml"), "no mapping file"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    swap = {"IX": str(folder), "LOG": "log.csv"}
    code, out, err = run(*(swap.get(arg, arg) for arg in args))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not (folder.parent / "new").exists()


def test_one_bad_log_among_several_is_in_its_place(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    code, out, err = run("index", bad, tmp_path / "log.csv", "--into", folder, "--format", "json")
    files = json.loads(out)["files"]
    assert code == 2
    assert "error" in files[0]
    assert files[1]["letters"] == 3
    assert "not JSON" in err
