"""A corpus audited: the rows of the contract, whatever stands in the corpus."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import Run, letter, read

from answerable.audit import audit_letter
from answerable.batch.jobs.audit import audit_batch
from answerable.letters import read_letter

Lines = Callable[..., Path]


def test_the_pure_function_says_what_the_audit_of_each_letter_says() -> None:
    texts = [letter(0), letter(1)]
    columns = audit_batch(["a", "b"], texts)
    assert columns["id"] == ["a", "b"]
    for text, findings in zip(texts, columns["findings"], strict=True):
        assert findings == [each.as_json() for each in audit_letter(read_letter(text))]
    assert columns["outcome"] == ["full", "refused"]
    assert columns["provisions"] == [[], ["FOIA s.43(2)"]]
    assert columns["worst"][0] is None
    assert columns["letter_date"] == ["2026-06-09"] * 2
    assert columns["error"] == [None, None]


def test_a_request_among_letters_has_an_error_and_nothing_else() -> None:
    text = "Please provide, under the Freedom of Information Act, a list of all dogs."
    columns = audit_batch(["a"], [text])
    assert columns["error"][0].startswith("It reads as a request for information")
    assert columns["outcome"] == [None]
    assert columns["findings"] == [[]]


def test_no_letters_give_empty_columns() -> None:
    assert all(values == [] for values in audit_batch([], []).values())


def test_every_row_of_the_corpus_has_a_row_in_order(run: Run, lines: Lines, tmp_path: Path) -> None:
    rows = [{"id": f"L{n}", "text": letter(n), "authority": f"Body {n}"} for n in range(7)]
    rows[3]["text"] = ""
    out = tmp_path / "out.jsonl"
    code, said, told = run("audit", lines([*rows, "{"]), "-o", out, "--shard", 2)
    assert code == 0
    assert "8 rows in" in said and "2 could not be used" in said
    assert "answerable: line 4 of letters.jsonl: no text\n" in told
    assert "answerable: line 8 of letters.jsonl: not JSON that can be read\n" in told
    found = read(out)
    assert [row["n"] for row in found] == [*range(1, 9)]
    assert [row["id"] for row in found] == [*(f"L{n}" for n in range(7)), "letters-8"]
    assert found[3]["error"] == "no text" and found[3]["findings"] == []
    assert found[0]["authority"] == "Body 0" and found[0]["date"] == "2026-06-09"
    assert found[1]["findings"][0]["where"]["span"]
    assert not (tmp_path / "out.jsonl.parts").exists()


def test_the_letter_says_who_wrote_it_where_the_corpus_does_not(
    run: Run, lines: Lines, tmp_path: Path
) -> None:
    run("audit", lines([{"text": letter(0)}]), "-o", tmp_path / "out.jsonl")
    assert read(tmp_path / "out.jsonl")[0]["authority"] == "Tarnbrook Borough Council"


def test_parquet_and_json_lines_hold_the_same(run: Run, lines: Lines, tmp_path: Path) -> None:
    corpus = lines([{"id": "é😀", "text": letter(n)} for n in range(4)])
    for name in ("out.parquet", "out.jsonl", "out.jsonl.gz"):
        assert run("audit", corpus, "-o", tmp_path / name)[0] == 0
    rows = read(tmp_path / "out.parquet")
    assert rows == read(tmp_path / "out.jsonl")
    assert rows[0]["id"] == "é😀"
    packed = gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes())
    assert packed == (tmp_path / "out.jsonl").read_bytes()


def test_an_empty_corpus_gives_an_empty_result(run: Run, lines: Lines, tmp_path: Path) -> None:
    for name in ("out.jsonl", "out.parquet"):
        code, said, _ = run("audit", lines([]), "-o", tmp_path / name)
        assert code == 0 and said.startswith("0 rows")
        assert read(tmp_path / name) == []


def test_the_summary_can_be_json(run: Run, lines: Lines, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code, said, _ = run("audit", lines(["{"]), "-o", out, "--format", "json")
    assert code == 2
    assert json.loads(said) == {"out": str(out), "rows": 1, "unusable": 1}
    assert read(out)[0]["error"] == "not JSON that can be read"


def test_a_folder_of_letters_is_a_corpus(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(letter(n), encoding="utf-8")
    assert run("audit", folder, "-o", tmp_path / "out.jsonl")[0] == 0
    assert [row["place"] for row in read(tmp_path / "out.jsonl")] == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("none.jsonl", "-o", "out.jsonl"), "There is no file or folder"),
        (("letters.jsonl", "-o", "out.xlsx"), "end it in .parquet or .jsonl"),
        (("letters.jsonl", "-o", "out.jsonl", "--engine", "spark"), "There is no engine “spark”"),
        (("letters.jsonl", "-o", "out.jsonl", "--map", "text=x"), "has no column “x”"),
        (("letters.jsonl", "-o", "none/deep/out.jsonl"), "cannot be written"),
    ],
)
def test_bad_orders_get_a_sentence_and_nothing_is_written(
    run: Run,
    lines: Lines,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    lines([{"id": 1, "text": letter(0)}])
    monkeypatch.chdir(tmp_path)
    code, _, told = run("audit", *arguments)
    assert code == 2
    assert sentence in told
    assert [path.name for path in tmp_path.iterdir()] == ["letters.jsonl"]


def test_a_place_that_cannot_be_written_is_said(run: Run, lines: Lines, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    code, _, told = run("audit", lines([{"text": "a"}]), "-o", tmp_path / "file" / "out.jsonl")
    assert code == 2
    assert "cannot be written" in told


def test_twenty_bad_rows_are_said_and_the_rest_are_in_the_result(
    run: Run, lines: Lines, tmp_path: Path
) -> None:
    corpus = lines([*["{"] * 50, {"text": letter(0)}])
    _, said, told = run("audit", corpus, "-o", tmp_path / "out.jsonl")
    assert told.count("not JSON that can be read") == 20
    assert "names each" in told
    assert "50 could not be used" in said
    assert sum(row["error"] is not None for row in read(tmp_path / "out.jsonl")) == 50


def test_a_letter_beyond_the_limit_of_time_is_a_bad_row(
    run: Run, lines: Lines, tmp_path: Path
) -> None:
    # Among the dearest texts there are, and nearly as long as may be: it takes many times the limit,
    # and the limit many times what the first letter takes, which finds a cold program.
    long = letter(1) + "Q1. \n" * 390_000
    corpus = lines([{"text": letter(0)}, {"text": long}, {"text": letter(1)}])
    code, _, told = run("audit", corpus, "-o", tmp_path / "out.jsonl", "--limit", 1.5)
    assert code == 0
    assert "line 2 of letters.jsonl: the letter took longer than 1.5 seconds" in told
    assert [row["outcome"] for row in read(tmp_path / "out.jsonl")] == ["full", None, "refused"]
