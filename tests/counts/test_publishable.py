"""What is said to be publishable never prints a withheld value, in any format, on any stream."""

import json
import re

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app

OPEN = "S,A,B\nx,3,0\ny,0,0\n"
MANY = "Help,Men,Women\nKeep,3,41\nMove,57,63\n"


def run(text: str, *more: str) -> tuple[int, str, str]:
    args = ["counts", "protect", "-", "--rule", "fewer-than-5", *more]
    result = CliRunner().invoke(app, args, input=text)
    return result.exit_code, result.stdout, result.stderr


def numbers(page: str) -> set[str]:
    """The numbers a reader sees, those of the law left out."""
    shown = re.sub(
        r"<style>.*?</style>|<dt>What the law asks.*|style=\"[^\"]*\"", "", page, flags=re.S
    )
    shown = re.sub(
        r"What the law asks:.*|fewer-than-\d|FS\d+,\s+\d+|-8\d?|<[^>]*>", "", shown, flags=re.S
    )
    return set(re.findall(r"\d+", shown))


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_table_that_cannot_be_made_safe_gives_no_value_away(form: str) -> None:
    status, out, err = run(OPEN, "--publishable", "--format", form)
    assert status == 1
    if form == "json":
        made = json.loads(out)
        assert (made["ready"], made["published"], made["bounds"]) == (False, None, {})
        assert numbers(" ".join(made["explanation"])) == set()
        assert not {"cost", "unmet", "primary", "secondary"} & made.keys()
    else:
        assert numbers(out) == set()
    assert "exactly" not in out
    assert numbers(err) == set()
    assert "not ready to be published" in out + err


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_the_authority_sees_what_is_wrong(form: str) -> None:
    status, out, err = run(OPEN, "--format", form)
    assert status == 1
    assert "cannot be hidden" in err
    assert '"lo": 3' in out if form == "json" else "exactly 3" in out


def test_the_publishable_table_does_not_say_what_the_withheld_come_to() -> None:
    status, out, _ = run(MANY, "--publishable", "--format", "json")
    made = json.loads(out)
    assert status == 0
    assert made["ready"]
    assert len(made["withheld"]) == 4
    assert sum(value is None for row in made["published"] for value in row) == 4
    assert not {"cost", "bound", "primary", "secondary"} & made.keys()


def test_a_rule_that_asks_for_no_room_makes_nothing_ready() -> None:
    args = ["counts", "protect", "-", "--rule", "fewer-than-2", "--publishable"]
    result = CliRunner().invoke(app, args, input="S,A,B\nx,1,0\ny,0,0\n")
    assert result.exit_code == 1
    assert "exactly" not in result.stdout
