"""A place for the tour that cannot be is told in one sentence, before the report is made."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app


@pytest.mark.parametrize("place", ["file.txt", "file.txt/below", "/proc/none", "x" * 300])
def test_an_impossible_place_is_one_sentence_and_no_report(tmp_path: Path, place: str) -> None:
    (tmp_path / "file.txt").write_text("kept", encoding="utf-8")
    result = CliRunner().invoke(app, ["tour", "--into", str(tmp_path / place)])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert "--into" in result.stderr
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "kept"


def test_the_tour_is_data_too(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["tour", "--into", str(tmp_path / "out"), "--format", "json"])
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["letters"][0]["outcome"] == "ncnd"
    assert all(Path(name).is_file() for name in told["written"])
