"""No command writes over what it reads: one sentence, exit status 2, and nothing touched."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.cli.places import WRITTEN, Apart
from answerable.letters.samples import example, sample

#: How each command that writes is called, with the file it reads as IN and where it writes as OUT.
#: Some read several files: each of them is IN once.
CALLS = [
    "audit IN -o OUT",
    "audit IN --fix OUT",
    "audit OTHER --request IN -o OUT",
    "questions IN -o OUT",
    "due --vectors IN -o OUT",
    "draft IN -o OUT",
    "draft OTHER --template IN -o OUT",
    "mosaic IN -o OUT",
    "inspect IN -o OUT",
    "clean IN -o OUT",
    "redact IN --terms OTHER -o OUT",
    "redact OTHER --terms IN -o OUT",
    "redact OTHER --regions IN -o OUT",
    "redact OTHER --findings IN -o OUT",
    "index IN --into OUT",
    "index IN --into DIR -o OUT",
    "index OTHER --mapping IN --into DIR -o OUT",
    "similar IN --in DIR -o OUT",
    "notices IN --into OUT",
    "notices IN --into DIR -o OUT",
    "counts bounds IN -o OUT",
    "counts protect IN --rule fewer-than-5 -o OUT",
    "counts protect --table IN --rule fewer-than-5 -o OUT",
    "counts round IN --base 5 -o OUT",
    "counts differ IN OTHER -o OUT",
    "counts differ OTHER IN -o OUT",
    "batch audit IN -o OUT",
    "batch duplicates IN -o OUT",
    "batch index IN -o OUT",
    "batch report IN -o OUT",
]
#: Commands whose places are no files that they read, or are guarded by themselves.
APART = {
    "duplicates": "reads a folder; see the test of folders",
    "verify": "reads a folder",
    "backup": "refuses a file that is there",
    "tour": "reads nothing",
    "law show": "reads nothing",
    "law list": "reads nothing",
    "law holidays": "--import and -o exclude each other",
}


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def run(call: str, **places: Path) -> tuple[int, str, str]:
    words = [str(places.get(word, word)) for word in call.split()]
    result = CliRunner().invoke(app, words)
    return result.exit_code, result.stdout, result.stderr


def kept(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "Please send the report."}\n')
    (tmp_path / "other.txt").write_text("Please send me the report.\n")
    (tmp_path / "index").mkdir()
    return tmp_path


def refused(here: Path, call: str, source: Path, place: Path) -> str:
    before = kept(here)
    code, out, err = run(call, IN=source, OUT=place, OTHER=here / "other.txt", DIR=here / "index")
    assert (code, out) == (2, "")
    assert err.startswith("answerable: ")
    assert len(err.strip().splitlines()) == 1
    assert kept(here) == before
    return err


def test_every_command_that_writes_is_tried_here() -> None:
    writing = {
        name
        for name, command in commands(typer.main.get_command(app))
        if any(each.name in WRITTEN for each in command.params)
    }
    tried = {" ".join(w for w in call.split(" IN")[0].split(" OTHER")[0].split(" --")[0].split())
             for call in CALLS}  # fmt: skip
    assert writing == tried | set(APART)


def test_every_command_looks_at_its_places() -> None:
    found = dict(commands(typer.main.get_command(app)))
    assert len(found) > 25
    assert [name for name, command in found.items() if not isinstance(command, Apart)] == []


@pytest.mark.parametrize("call", CALLS)
def test_the_file_that_is_read_is_not_written_over(call: str, here: Path) -> None:
    source = here / "in.jsonl"
    assert "which is read" in refused(here, call, source, source)


@pytest.mark.parametrize("call", CALLS)
def test_nor_by_another_name_of_it(call: str, here: Path) -> None:
    source = here / "in.jsonl"
    soft, hard = here / "soft.jsonl", here / "hard.jsonl"
    soft.symlink_to(source)
    os.link(source, hard)
    for place in (soft, hard, here / "index" / ".." / "in.jsonl"):
        assert "which is read" in refused(here, call, source, place)
    assert "which is read" in refused(here, call, soft, source)


@pytest.mark.parametrize(
    "call", ["index IN --into OUT", "notices IN --into OUT", "batch index IN -o OUT"]
)
def test_a_folder_that_holds_the_file_is_not_written_over(call: str, here: Path) -> None:
    (here / "deep").mkdir()
    source = here / "deep" / "log.jsonl"
    source.write_text('{"id": "1", "text": "Please send the report."}\n')
    for place in (here, here / "deep"):
        assert "holds" in refused(here, call, source, place)


@pytest.mark.parametrize(
    "call",
    ["audit IN -o OUT", "inspect IN -o OUT", "batch audit IN -o OUT", "duplicates IN -o OUT",
     "similar OTHER --in IN -o OUT", "index IN --into DIR -o OUT"],
)  # fmt: skip
def test_a_file_among_those_of_the_folder_is_not_written_over(call: str, here: Path) -> None:
    folder = here / "letters"
    folder.mkdir()
    place = folder / "a.jsonl"
    place.write_text("A letter.\n")
    assert "in the folder" in refused(here, call, folder, place)


def test_what_is_left_beside_a_result_is_not_written_over(here: Path) -> None:
    for name in ("letter.txt.part", "copy.pdf.schedule.json"):
        (here / name).write_text("Regions of my own.\n")
    place = here / "letter.txt"
    assert "which is read" in refused(here, "audit IN -o OUT", here / "letter.txt.part", place)
    regions, place = here / "copy.pdf.schedule.json", here / "copy.pdf"
    assert "which is read" in refused(here, "redact OTHER --regions IN -o OUT", regions, place)


def test_two_results_need_two_places(here: Path) -> None:
    call = "audit IN --fix OUT -o OUT"
    assert "two results" in refused(here, call, here / "other.txt", here / "new.txt")


def test_a_place_of_its_own_is_written(here: Path) -> None:
    (here / "d.yaml").write_text(example("foia_refusal"), encoding="utf-8")
    assert run("draft IN -o OUT", IN=here / "d.yaml", OUT=here / "d.txt")[0] == 0
    (here / "seed.txt").write_text(sample("seed_letter.txt"), encoding="utf-8")
    call = "audit IN --fail-on never -o OUT"
    assert run(call, IN=here / "seed.txt", OUT=here / "seed.txt.report")[0] == 0
    # again, over the result of before
    assert run(call, IN=here / "seed.txt", OUT=here / "seed.txt.report")[0] == 0
    assert (here / "seed.txt").read_text(encoding="utf-8") == sample("seed_letter.txt")


def test_a_new_file_in_the_folder_of_letters_may_be_written(here: Path) -> None:
    folder = here / "letters"
    folder.mkdir()
    (folder / "seed.txt").write_text(sample("seed_letter.txt"), encoding="utf-8")
    assert run("audit IN --fail-on never -o OUT", IN=folder, OUT=folder / "new.sarif")[0] == 0
    assert (folder / "new.sarif").exists()


def test_words_that_happen_to_be_the_name_of_the_result_are_no_file(here: Path) -> None:
    words = "how many gritting lorries are there"
    result = CliRunner().invoke(
        app, ["similar", words, "--in", str(here / "index"), "-o", str(here / "out.txt")]
    )
    assert "There is no index" in result.stderr


def test_standard_output_is_no_file(here: Path) -> None:
    result = CliRunner().invoke(app, ["questions", str(here / "other.txt"), "-o", "-"])
    assert result.exit_code == 0
    assert "1 question" in result.stdout
