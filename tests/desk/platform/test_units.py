"""The systemd units in the guide start commands that there are, with settings that there are."""

import configparser
import re
from pathlib import Path

import pytest
from typer.main import get_command

from answerable.cli.app import app

GUIDE = Path(__file__).parents[3] / "docs" / "administrators"
UNITS = sorted((GUIDE / "units").glob("*.service"))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_that_there_is(unit: Path) -> None:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(unit.read_text(encoding="utf-8"))
    program, name, *options = read["Service"]["ExecStart"].split()
    assert program == "/opt/answerable/bin/answerable"
    command = get_command(app).commands[name]  # type: ignore[attr-defined]
    known = {each for option in command.params for each in (*option.opts, *option.secondary_opts)}
    assert {option for option in options if option.startswith("--")} <= known
    assert read["Service"]["EnvironmentFile"] == "/etc/answerable/site.env"


def test_there_is_a_unit_for_the_web_and_one_for_the_worker() -> None:
    assert [unit.stem for unit in UNITS] == ["answerable-web", "answerable-worker"]


def test_every_setting_in_the_example_is_in_the_list_of_settings() -> None:
    known = set(re.findall(r"ANSWERABLE_\w+", (GUIDE / "settings.md").read_text(encoding="utf-8")))
    example = (GUIDE / "units" / "site.env").read_text(encoding="utf-8")
    used = re.findall(r"^(ANSWERABLE_\w+?)(?:_FILE)?=", example, re.MULTILINE)
    assert len(used) > 10
    assert set(used) <= known
