"""An index built from a corpus: the same folder that ``answerable index`` makes of it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.batch.conftest import Run
from tests.batch.test_duplicates import THINGS, request

from answerable.precedents import Entry, build, open_archive, similar
from answerable.precedents.clean import without_addressee, without_asker

Lines = Callable[..., Path]


def rows() -> list[dict[str, str]]:
    return [
        {"id": f"R{n}", "text": request(thing, place), "authority": f"{place} Council",
         "date": "2024-05-13", "outcome": "full", "answer": "Enclosed."}
        for n, (thing, place) in enumerate((t, p) for t in THINGS for p in ("Kelby", "Marwick"))
    ]  # fmt: skip


def dumped(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "letters.db") as base:
        # The mark of its state is another number in each index.
        return sorted(line for line in base.iterdump() if "VALUES('state'" not in line)


def test_the_folder_is_the_one_that_index_makes(run: Run, lines: Lines, tmp_path: Path) -> None:
    entries = [
        Entry(r["id"], without_asker(r["text"]), date=r["date"], outcome=r["outcome"],
              body=r["authority"], answer=without_addressee(r["answer"]))
        for r in rows()
    ]  # fmt: skip
    build(entries, tmp_path / "one")
    assert run("index", lines(rows()), "-o", tmp_path / "two", "--shard", 3)[0] == 0
    assert dumped(tmp_path / "two") == dumped(tmp_path / "one")


def test_similar_finds_what_the_batch_indexed(run: Run, lines: Lines, tmp_path: Path) -> None:
    assert run("index", lines(rows()), "-o", tmp_path / "index")[0] == 0
    with open_archive(tmp_path / "index") as archive:
        assert archive.notes == ()
        found = similar(archive, request("tree felling", "Marwick"), 3)
    assert {each.entry.id for each in found[:2]} == {"R2", "R3"}
    assert found[0].why == "near duplicate"
    assert found[0].entry.answer == "Enclosed."


def test_bad_rows_are_left_out_and_said(run: Run, lines: Lines, tmp_path: Path) -> None:
    code, said, told = run("index", lines([*rows(), {"id": "x"}]), "-o", tmp_path / "index")
    assert code == 0
    assert "line 11 of letters.jsonl: no text" in told
    assert "1 could not be used" in said
    with open_archive(tmp_path / "index") as archive:
        assert archive.store.count() == 10


def test_ids_that_stand_twice_are_told_apart(run: Run, lines: Lines, tmp_path: Path) -> None:
    twice = [{"id": "R", "text": request(thing, "Kelby")} for thing in THINGS[:3]]
    run("index", lines([*twice, {"id": "R (2)", "text": "Another letter"}]), "-o", tmp_path / "in")
    with open_archive(tmp_path / "in") as archive:
        ids = [entry.id for _, entry in archive.store.entries()]
    assert ids == ["R", "R (2)", "R (3)", "R (2) (2)"]


def test_a_folder_of_other_files_is_not_replaced(run: Run, lines: Lines, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("x")
    code, _, told = run("index", lines(rows()), "-o", folder)
    assert code == 2 and "holds other files" in told
    assert (folder / "notes.txt").exists()


def test_no_letter_makes_no_index(run: Run, lines: Lines, tmp_path: Path) -> None:
    code, _, told = run("index", lines(["{"]), "-o", tmp_path / "index")
    assert code == 2 and "No letter of the corpus could be used" in told
    assert not (tmp_path / "index").exists()
