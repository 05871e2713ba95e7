"""A model of one's own finds names in running text; it adds to what is found and holds nothing back."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import spacy

from answerable.gate import inspect_bytes
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.personal.names import NameFinder, person
from answerable.gate.personal.pipeline import open_pipeline, why_off
from answerable.gate.report import FileReport, to_html, to_text
from answerable.model import Severity, UnusableInputError

NAMES = ("Wilhelmina Oakeshott", "Tobias Fairweather", "Ngozi Ashdown")
LETTER = b"Thank you for your request.\nYours sincerely\nTobias Fairweather\n"


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline that knows three people by heart, as a folder."""
    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler")
    known = [*NAMES, "Oakeshott", "Market Road"]
    ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in known])
    ruler.add_patterns([{"label": "ORG", "pattern": "Little Council"}])
    folder = tmp_path_factory.mktemp("names") / "pipeline"
    language.to_disk(folder)
    return str(folder)


def workbook(words: Sequence[str], state: str = "hidden") -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Year", "Count"])
    sheet = book.create_sheet("Notes")
    for line in words:
        sheet.append([line])
    sheet.sheet_state = state
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def of(report: FileReport, slug: str) -> tuple[int, str]:
    """How many people a finding tells of, and its words."""
    for people, one in zip(report.people, report.findings, strict=True):
        if one.slug == slug:
            return people, one.message
    raise AssertionError(f"no {slug} in {[one.slug for one in report.findings]}")


class Fixed:
    """Says of every text what it is told to say."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def find(self, texts: Sequence[str]) -> Iterable[list[str]]:
        return (self.names for _ in texts)


class Failing:
    def find(self, texts: Sequence[str]) -> Iterable[list[str]]:
        raise MemoryError


def here(data: bytes, name: str, finder: NameFinder, reveal: str = "sample") -> FileReport:
    return inspect_here(data, name, DEFAULT, reveal, finder=lambda: finder)


def test_people_named_in_a_hidden_sheet_are_counted(pipeline: str) -> None:
    data = workbook([f"Complaint of {name} about nights" for name in NAMES])
    people, words = of(inspect_bytes(data, "a.xlsx", names=pipeline), "hidden_sheet")
    assert people == 3
    assert "3 people may be told from it (name)" in words
    assert of(inspect_bytes(data, "a.xlsx", names=""), "hidden_sheet")[0] == 0


def test_a_name_met_twice_is_one_person_with_or_without_a_title(pipeline: str) -> None:
    data = workbook(["Wilhelmina Oakeshott left.", "Dr Wilhelmina Oakeshott came back."])
    assert of(inspect_bytes(data, "a.xlsx", names=pipeline), "hidden_sheet")[0] == 1


def test_a_surname_counts_behind_a_title_and_not_alone(pipeline: str) -> None:
    titled = workbook(["We spoke to Mr Oakeshott on Tuesday"])
    alone = workbook(["under the Oakeshott by-law"])
    assert of(inspect_bytes(titled, "a.xlsx", names=pipeline), "hidden_sheet")[0] == 1
    assert of(inspect_bytes(alone, "a.xlsx", names=pipeline), "hidden_sheet")[0] == 0


@pytest.mark.parametrize("words", ["Oakeshott, Wilhelmina", "seen by Wilhelmina Oakeshott again"])
def test_a_forename_that_a_model_leaves_out_is_taken_along(words: str, tmp_path: Path) -> None:
    language = spacy.blank("en")
    language.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Oakeshott"}])
    language.to_disk(tmp_path)
    finder = open_pipeline(str(tmp_path))
    assert list(finder.find([words, "Dear Oakeshott, the Oakeshott, and so on"])) == [
        ["Wilhelmina Oakeshott"],
        [],
    ]


def test_a_body_and_a_street_are_no_people(pipeline: str) -> None:
    data = workbook(["Little Council repaired Market Road."])
    assert of(inspect_bytes(data, "a.xlsx", names=pipeline), "hidden_sheet")[0] == 0


def test_a_letter_that_its_officer_signed_passes_with_a_note(pipeline: str) -> None:
    report = inspect_bytes(LETTER, "letter.txt", names=pipeline)
    assert report.verdict == "pass"
    assert report.counts["people"] == 0
    assert [(one.slug, one.severity) for one in report.findings] == [
        ("visible_names", Severity.LOW)
    ]
    assert report.people == (0,)


def test_a_name_in_the_sample_is_masked_unless_all_is_shown() -> None:
    data = workbook(["Complaint of Tobias Fairweather"])
    masked = here(data, "a.xlsx", Fixed("Tobias Fairweather"))
    shown = here(data, "a.xlsx", Fixed("Tobias Fairweather"), "full")
    assert "Fairweather" not in str([one.excerpt for one in masked.findings])
    assert "Fairweather" in str([one.excerpt for one in shown.findings])


def test_a_model_takes_nothing_away() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Staff")
    sheet.append(["Surname", "NI number"])
    for number in range(20):
        sheet.append([f"Person {number}", f"AB1234{number:02}C"])
    sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    for finder in (Fixed(), Fixed("One Name"), Failing()):
        report = here(out.getvalue(), "a.xlsx", finder)
        people, words = of(report, "hidden_sheet")
        assert people == 20
        assert "National Insurance number" in words
        assert report.verdict == "hold"


def test_a_model_that_fails_is_told_and_the_file_is_judged_without_it() -> None:
    report = here(LETTER, "letter.txt", Failing())
    assert report.verdict == "pass"
    assert report.findings == ()
    assert "the model failed on this file" in report.names


def test_a_model_is_not_asked_about_what_holds_no_words() -> None:
    report = here(b"1,2,3\n4,5,6\n", "a.csv", Failing())
    assert "failed" not in report.names


def test_text_beyond_what_a_model_reads_is_told() -> None:
    long = workbook(["Nothing of Note " * 40 for _ in range(400)])
    assert "more text than it read" in here(long, "a.xlsx", Fixed()).names
    assert "more text" not in here(workbook(["Nothing of Note"]), "a.xlsx", Fixed()).names


def test_a_model_that_takes_too_long_stops_and_what_it_found_stands() -> None:
    long = workbook(["Nothing of Note " * 40 for _ in range(10)])
    no_time = replace(DEFAULT, cpu_seconds=0)
    report = inspect_here(long, "a.xlsx", no_time, finder=lambda: Fixed("Ngozi Ashdown"))
    assert of(report, "hidden_sheet")[0] == 1
    assert "more text than it read" in report.names


def test_what_is_hidden_is_read_before_what_anybody_sees() -> None:
    asked: list[str] = []

    class Asked:
        def find(self, texts: Sequence[str]) -> Iterable[list[str]]:
            asked.extend(texts)
            return ([] for _ in texts)

    here(workbook(["Hidden Words"]), "a.xlsx", Asked())
    at = [n for n, text in enumerate(asked) if "Hidden Words" in text]
    seen = [n for n, text in enumerate(asked) if "Year" in text]
    assert at and seen and max(at) < min(seen)


def test_no_model_is_said_in_every_form_of_the_report() -> None:
    report = inspect_bytes(LETTER, "letter.txt", names="")
    said = "no model is set (ANSWERABLE_NAMES)"
    assert said in to_text([report])
    assert said in to_html([report])
    assert said in str(report.as_json()["names"])


def test_the_setting_names_the_pipeline_when_the_caller_does_not(
    pipeline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_NAMES", pipeline)
    assert inspect_bytes(LETTER, "letter.txt").findings
    assert not inspect_bytes(LETTER, "letter.txt", names="").findings


@pytest.mark.parametrize("named", ["nowhere", "../nowhere", "os.path.nothing", "no-such"])
def test_a_pipeline_that_is_not_there_is_said(named: str) -> None:
    assert f"“{named}”" in why_off(named)
    with pytest.raises(UnusableInputError, match="not looked for"):
        open_pipeline(named)


def test_a_folder_that_is_no_pipeline_is_said(tmp_path: Path) -> None:
    assert "no folder of a spaCy pipeline" in why_off(str(tmp_path))


def test_a_damaged_pipeline_leaves_the_file_judged_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n")
    report = inspect_bytes(LETTER, "letter.txt", names=str(tmp_path))
    assert report.verdict == "pass"
    assert "could not be opened" in report.names


def test_the_command_refuses_a_pipeline_that_is_not_there_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(LETTER)
    done = run("inspect", "letter.txt", "--names", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("answerable: Names in running text were not looked for")
    assert done.stderr.count("\n") == 1


def test_the_command_counts_names(pipeline: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(LETTER)
    done = run("inspect", "letter.txt", "--names", pipeline, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    (file,) = json.loads(done.stdout)["files"]
    assert [one["slug"] for one in file["findings"]] == ["visible_names"]
    assert file["names"].startswith("names in running text were looked for by a model")


def run(*words: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    bare = {key: value for key, value in os.environ.items() if key != "ANSWERABLE_NAMES"}
    return subprocess.run(
        [sys.executable, "-m", "answerable", *words],
        cwd=cwd,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Aoife Brennan", "Aoife Brennan"),
        ("Aoife Brennan's", "Aoife Brennan"),
        ("Siân O’Connor-Pugh", "Siân O’Connor-Pugh"),
        ("Mr Hart", "Mr Hart"),
        ("Aoife Brennan\nSenior Officer", "Aoife Brennan"),
        ("Brennan", ""),
        ("Holly Bush Lane", ""),
        ("Churchill House", ""),
        ("Band 6", ""),
        ("the complainant", ""),
        ("X" * 61 + " Y", ""),
        ("", ""),
    ],
)
def test_what_a_model_takes_for_a_person_is_looked_at_again(told: str, name: str) -> None:
    assert person(told) == name
