"""Every check says why and what to do; files are inspected in a child process, within limits."""

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate import DEFAULT, inspect_bytes
from answerable.gate.checks import all_checks
from answerable.gate.limits import Limits
from answerable.gate.personal import hits


def test_every_check_says_why_and_what_to_do():
    for check in all_checks():
        assert check.title and check.why.endswith(".") and check.fix.endswith(".") and check.breach


def test_a_chance_number_is_no_alarm():
    assert hits("Reference 4010232137") == []
    assert [hit.kind for hit in hits("NHS number 943 476 5919")] == ["NHS number"]
    assert [hit.kind for hit in hits("AB 12 34 56 C")] == ["National Insurance number"]
    assert [hit.kind for hit in hits("born 01/02/1980")] == ["date of birth"]
    assert hits("on 01/02/2024 we wrote") == []


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
