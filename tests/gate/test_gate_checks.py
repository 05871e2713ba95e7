"""Every check says why and what to do; files are inspected in a child process, within limits."""

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate import DEFAULT, inspect_bytes
from answerable.gate.checks import all_checks
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import Limits
from answerable.gate.personal import hits
from answerable.model import Severity


def test_every_check_says_why_and_what_to_do():
    for check in all_checks():
        assert check.title and check.why.endswith(".") and check.fix.endswith(".") and check.breach


def test_a_chance_number_is_no_alarm():
    assert hits("Reference 4010232137") == []
    assert [hit.kind for hit in hits("NHS number 943 476 5919")] == ["NHS number"]
    assert [hit.kind for hit in hits("AB 12 34 56 C")] == ["National Insurance number"]
    assert [hit.kind for hit in hits("born 01/02/1980")] == ["date of birth"]
    assert hits("on 01/02/2024 we wrote") == []


def test_ten_digits_right_after_a_name_are_an_nhs_number_if_they_are_written_as_one() -> None:
    assert [hit.kind for hit in hits("Ask Mary Jones (943 476 5919) first")] == ["NHS number"]
    for text in ("Mary Jones (9434765919)", "Mary Jones (943 476 5918)", "order 943 476 5919"):
        assert hits(text) == []


def test_a_file_is_inspected_in_a_child_process():
    assert inspect_bytes(b"Year,Count\n2023,7\n2024,14\n", "a.csv").verdict == "pass"


def test_a_child_that_takes_too_long_holds_the_file():
    report = inspect_bytes(b"words", "a.txt", Limits(wall_seconds=0))
    assert report.verdict == "hold"


def test_the_command_walks_a_folder(tmp_path):
    (tmp_path / "a.csv").write_text("Year,Count\n2023,7\n")
    (tmp_path / "b.bin").write_bytes(b"\0\1\2" * 50)
    result = CliRunner().invoke(app, ["inspect", str(tmp_path), "--format", "json"])
    assert result.exit_code == 1
    files = json.loads(result.stdout)["files"]
    assert [one["verdict"] for one in files] == ["pass", "hold"]


def staffed() -> bytes:
    """A workbook with two people in a hidden sheet, one in a comment and none in a hidden row."""
    book = openpyxl.Workbook()
    sheet = book.active
    for texts in (["Ward"], ["Abbey"], ["Castle"]):
        sheet.append(texts)
    sheet.row_dimensions[3].hidden = True
    sheet["A2"].comment = Comment("ask ann@example.org", "")
    staff = book.create_sheet("Staff")
    staff.sheet_state = "hidden"
    for texts in (["Surname"], ["Oakeshott"], ["Fenwick"]):
        staff.append(texts)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("look", [inspect_bytes, lambda d, n: inspect_here(d, n, DEFAULT)])
def test_findings_say_how_many_people_they_expose_and_the_most_come_first(look):
    found = look(staffed(), "a.xlsx").as_json()["findings"]
    assert [(one["slug"], one["people"]) for one in found[:3]] == [
        ("hidden_sheet", 2),
        ("comment", 1),
        ("hidden_row", 0),
    ]
    ranks = [Severity[one["severity"].upper()] for one in found[2:]]
    assert ranks == sorted(ranks, reverse=True)
    assert all(one["people"] == 0 for one in found[2:])


def test_a_file_that_cannot_be_read_exposes_nobody_that_we_know_of():
    report = inspect_bytes(b"words", "a.txt", Limits(wall_seconds=0))
    assert [one["people"] for one in report.as_json()["findings"]] == [0]


def test_a_missing_file_is_one_sentence(tmp_path):
    result = CliRunner().invoke(app, ["inspect", str(tmp_path / "none.xlsx")])
    assert result.exit_code == 2
    assert "There is no file" in result.stderr


def test_limits_are_sane():
    assert DEFAULT.members == 10_000


def test_the_pages_of_the_checks_are_in_step():
    script = Path(__file__).parents[2] / "scripts" / "build_check_docs.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
