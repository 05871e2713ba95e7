"""The commands of the site: plain sentences, a quick start, a clean end."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from answerable.cli.app import app

RUN = CliRunner()
COMMANDS = ("demo", "serve", "worker", "backup", "restore", "verify", "manage")


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("ANSWERABLE_", "DJANGO_"))}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_loads_nothing_of_the_site(command: str) -> None:
    code = (
        "import sys\nfrom answerable.cli.app import app\n"
        f"try:\n    app([{command!r}, '--help'])\nexcept SystemExit:\n    pass\n"
        "assert not {'django', 'answerable.desk.settings'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*path, name))
        else:
            yield (*path, name), command


def test_every_command_has_text_and_json_but_the_one_that_hands_all_on() -> None:
    without = [
        path
        for path, command in _commands(typer.main.get_command(app))
        if not any("--format" in each.opts for each in command.params)
    ]
    assert without == [("manage",)]


@pytest.mark.parametrize("command", ["demo", "serve", "verify"])
def test_without_the_sites_packages_one_sentence_says_what_to_install(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.desk.serve.settle.find_spec", lambda name: None)
    done = RUN.invoke(app, [command, "--data", str(tmp_path / "new")])
    assert done.exit_code == 2
    assert "pip install 'answerable[desk]'" in done.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("head", ["12", "x:y", ":abc"])
def test_a_head_that_cannot_be_read_is_refused(head: str) -> None:
    done = RUN.invoke(app, ["verify", "--head", head])
    assert done.exit_code == 2
    assert "cannot be read" in done.output


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_site_starts_answers_and_stops_cleanly(sign: signal.Signals, tmp_path: Path) -> None:
    given = _environment() | {
        "ANSWERABLE_AUTHORITY_NAME": "Tarnbrook Borough Council",
        "ANSWERABLE_AUTHORITY_EMAIL": "foi@tarnbrook.example",
        "ANSWERABLE_ADMIN_NAME": "Ada Rowe",
        "ANSWERABLE_ADMIN_EMAIL": "ada@tarnbrook.example",
        "ANSWERABLE_ADMIN_PASSWORD": "seven green bottles",
    }
    command = [sys.executable, "-m", "answerable", "serve", "--data", str(tmp_path / "site")]
    process = subprocess.Popen(
        [*command, "--port", "8157"], env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        assert "serves at http://127.0.0.1:8157/" in process.stdout.readline()
        with urllib.request.urlopen("http://127.0.0.1:8157/") as page:
            assert "Tarnbrook Borough Council" in page.read().decode()
        time.sleep(0.5)
        process.send_signal(sign)
        _, errors = process.communicate(timeout=40)
        assert process.returncode == 0
        assert "Traceback" not in errors
    finally:
        process.kill()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("set_", "said"),
    [
        ({"ANSWERABLE_SECRET_KEY": "short"}, "at least 32"),
        ({"ANSWERABLE_SECRET_KEY": "changeme" * 8}, "can be guessed"),
        ({"ANSWERABLE_DATABASE": "mysql://somewhere"}, "ANSWERABLE_DATABASE cannot be read"),
        ({"ANSWERABLE_HTTPS": "perhaps"}, "write yes or no"),
        ({"ANSWERABLE_PROCESSES": "4"}, "several processes"),
        ({}, "the first start needs ANSWERABLE_AUTHORITY_NAME"),
    ],
)
def test_a_start_that_would_not_be_safe_or_whole_is_refused_in_one_sentence(
    set_: dict[str, str], said: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "answerable", "serve", "--data", str(tmp_path / "site")],
        env=_environment() | set_, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_folder_of_the_demonstration_is_not_served_for_real(tmp_path: Path) -> None:
    (tmp_path / "demo-password").write_text("one-two")
    done = subprocess.run(
        [sys.executable, "-m", "answerable", "serve", "--data", str(tmp_path)],
        env=_environment(), capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2
    assert "made by answerable demo" in done.stderr
