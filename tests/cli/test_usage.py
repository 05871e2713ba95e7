"""A wrong option, value or command is one sentence, exit status 2, nothing on standard output."""

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app


def run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(args))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (
            ("audit", "x.txt", "--fail-on", "banana"),
            "--fail-on “banana” is not one of critical, high, medium, low, info, never.",
        ),
        (
            ("due", "2026-03-10", "--format", "banana"),
            "--format “banana” is not one of text, json, svg, html.",
        ),
        (("audit", "x.txt", "--format=pdf"), "“pdf” is not one of text, json, sarif, html."),
        (("law", "holidays", "--year", "x"), "--year needs a whole number."),
        (("due", "--nonsense"), "No such option: --nonsense; answerable due --help"),
        (("--nonsense",), "No such option: --nonsense; answerable --help"),
        (("nonsense",), "No such command"),
        (("due", "a", "b"), "unexpected"),
        (("due", "2026-03-10", "--format"), "requires an argument"),
        (("counts", "round"), "Missing option"),
    ],
)
def test_what_is_wrong_is_one_sentence(args: tuple[str, ...], words: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith("answerable: ")
    assert len(err.strip().splitlines()) == 1
    assert words in err
    assert "Value error" not in err


def test_no_words_at_all_show_the_help() -> None:
    _, out, err = run()
    assert "Usage" in out + err
    assert "Commands" in out + err


def test_a_right_command_is_not_disturbed() -> None:
    assert run("due", "2026-03-10")[0] == 0
    assert run("due", "--help")[0] == 0


@pytest.mark.parametrize("day", ["2026-03-10banana", "2026-03-100", "10 March 2026", ""])
def test_what_only_begins_like_a_date_is_none(day: str) -> None:
    code, out, err = run("due", day)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("day", ["2026-03-10T23:50", "2026-03-10 09:00"])
def test_a_time_of_day_does_not_matter(day: str) -> None:
    assert run("due", day)[1] == run("due", "2026-03-10")[1]


@pytest.mark.parametrize(
    "event",
    [
        "posted=2026-03-12",
        "particulars_received=2026-03-12",
        "clarification_requested_s1_3=2026-03-12",
    ],
)
def test_what_has_no_due_date_prints_none(event: str) -> None:
    code, out, err = run("due", "2026-03-10", "--event", event, "--format", "json")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
