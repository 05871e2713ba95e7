"""Corpora for the tests of batches, and the command run as a person runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from answerable.cli.app import app

ROOT = Path(__file__).parents[2]
LETTER = """Tarnbrook Borough Council

Reference TBC/26/{n}
9 June 2026

Dear applicant

Freedom of Information Act 2000

You asked on 13 May 2026 for the report on the market hall roof. {body}

Yours faithfully

Information Officer
"""
LAWFUL = "The Council holds the report and a copy is enclosed."
REFUSAL = (
    "The Council holds the report. It is exempt from disclosure under section 43(2) of the Act. "
    "This is a refusal notice."
)


def letter(n: int) -> str:
    """A letter that supplies, or one that refuses and shows too little, by turns."""
    return LETTER.format(n=n, body=REFUSAL if n % 2 else LAWFUL)


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run() -> Run:
    """The command in this process: exit status, standard output, standard error."""

    def run(*args: object) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, ["batch", *map(str, args)])
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture
def apart() -> Run:
    """The command in a process of its own, for engines that keep threads and servers."""

    def apart(*args: object) -> tuple[int, str, str]:
        done = subprocess.run(command(*args), capture_output=True, text=True, env=environment())
        return done.returncode, done.stdout, done.stderr

    return apart


def command(*args: object) -> list[str]:
    return [sys.executable, "-W", "error", "-m", "answerable", "batch", *map(str, args)]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows (dicts, or lines as they are) as JSON lines."""

    def lines(rows: Iterable[Any], name: str = "letters.jsonl") -> Path:
        path = tmp_path / name
        text = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows)
        path.write_text("".join(f"{line}\n" for line in text), encoding="utf-8")
        return path

    return lines


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a result."""
    if path.suffix == ".parquet":
        rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return rows
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
