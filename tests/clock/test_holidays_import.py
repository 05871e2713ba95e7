"""The list that gov.uk publishes, laid over the bundled one; a list that is not whole is refused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.law.holidays import PARTS, Edition, as_json, bundled, from_gov_uk, from_json, lost
from answerable.model import UnusableInputError

READ_ON = date(2028, 6, 1)


def listing(years: range, change: Callable[[set[date], str], None] | None = None) -> str:
    """The bundled days of ``years`` in the form of gov.uk; years beyond it look like 2027."""
    made = {}
    for part in PARTS:
        days = {
            day.replace(year=year)
            for year in years
            for day in bundled().days[part]
            if day.year == min(year, 2027) and (day.month, day.day) != (2, 29)
        }
        if change is not None:
            change(days, part)
        events = [{"title": "A day", "date": day.isoformat()} for day in sorted(days)]
        made[part] = {"division": part, "events": events}
    return json.dumps(made)


def taken(text: str) -> Edition:
    return from_gov_uk(text, "bank-holidays.json", READ_ON)


def test_a_new_year_is_laid_over_the_bundled_ones() -> None:
    edition = taken(listing(range(2029, 2030)))
    assert edition.last.year == 2029
    assert all(bundled().days[part] < edition.days[part] for part in PARTS)
    assert from_json(as_json(edition), "x").days == edition.days


def test_a_list_of_one_year_leaves_the_years_after_it() -> None:
    edition = taken(listing(range(2026, 2027)))
    assert edition.days == bundled().days
    assert edition.last == bundled().last


def test_a_year_that_only_gains_a_day_is_taken() -> None:
    extra = date(2027, 6, 9)
    edition = taken(listing(range(2027, 2028), lambda days, _: days.add(extra)))
    assert all(extra in edition.days[part] for part in PARTS)
    assert lost(edition) == {}


def test_a_day_may_move_within_its_year_and_is_told() -> None:
    def move(days: set[date], part: str) -> None:
        days.discard(date(2027, 5, 3))
        days.add(date(2027, 5, 7))

    assert lost(taken(listing(range(2027, 2028), move))) == {date(2027, 5, 3): PARTS}


@pytest.mark.parametrize("year", [2026, 2027, 2029])
def test_a_year_with_a_single_day_is_refused(year: int) -> None:
    def one(days: set[date], part: str) -> None:
        days.clear()
        days.add(date(year, 1, 1))

    with pytest.raises(
        UnusableInputError, match=f"gives 1 of the bank holidays of {year} in England"
    ):
        taken(listing(range(year, year + 1), one))


def test_a_part_that_lacks_the_year_is_refused() -> None:
    def none(days: set[date], part: str) -> None:
        if part == "scotland":
            days.clear()

    with pytest.raises(
        UnusableInputError, match="gives 0 of the bank holidays of 2027 in Scotland"
    ):
        taken(listing(range(2027, 2028), none))


def test_a_year_left_out_beyond_the_bundled_ones_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="lacks the year 2029"):
        taken(listing(range(2030, 2031)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"scotland": 1}',
        "not json",
        listing(range(2027, 2028)).replace("-05-", "x"),
    ],
)
def test_a_wrong_list_is_one_sentence(text: str) -> None:
    with pytest.raises(UnusableInputError, match="bank holidays file"):
        taken(text)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "list.json").write_text(listing(range(2029, 2030)), encoding="utf-8")
    return tmp_path


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["law", "holidays", *args])
    return result.exit_code, result.output


def test_the_command_keeps_the_list(home: Path) -> None:
    code, out = run("--import", str(home / "list.json"))
    assert code == 0
    assert "31 December 2029" in out
    assert (home / "answerable" / "bank-holidays.json").exists()


@pytest.mark.parametrize("more", [("-o", "x.json"), ("--year", "2029")])
def test_an_import_with_a_place_or_a_year_is_refused_and_nothing_kept(
    home: Path, more: tuple[str, str]
) -> None:
    code, out = run("--import", str(home / "list.json"), *more)
    assert code == 2
    assert len(out.strip().splitlines()) == 1
    assert not (home / "answerable").exists()


def test_a_refused_list_keeps_nothing(home: Path) -> None:
    (home / "list.json").write_text(listing(range(2030, 2031)), encoding="utf-8")
    assert run("--import", str(home / "list.json"))[0] == 2
    assert not (home / "answerable").exists()
