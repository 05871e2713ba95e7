"""A column of NHS numbers is known without a header; chance numbers are not."""

import random

import pytest

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.personal.patterns import nhs
from answerable.gate.report import FileReport


def numbers(good: int, bad: int) -> list[str]:
    chance = random.Random(5)
    made: dict[bool, list[str]] = {True: [], False: []}
    while len(made[True]) < good or len(made[False]) < bad:
        one = f"{chance.randrange(10**9, 10**10)}"
        made[nhs(one)].append(one)
    return made[True][:good] + made[False][:bad]


def table(column: list[str], header: str = "Key") -> FileReport:
    rows = [f"Ward,{header},Year", *(f"Abbey,{one},2023" for one in column)]
    return inspect_here("\n".join(rows).encode(), "a.csv", DEFAULT)


@pytest.mark.parametrize("form", ["{}", "{:.3} {:.3} {:.4}"])
def test_a_column_of_which_nearly_all_pass_holds_the_file_and_counts_people(form):
    column = [one if form == "{}" else f"{one[:3]} {one[3:6]} {one[6:]}" for one in numbers(40, 5)]
    report = table(column)
    assert report.verdict == "hold"
    assert "NHS number: 40" in report.findings[0].message
    assert report.people == (40,)


@pytest.mark.parametrize(
    "column",
    [
        numbers(4, 40),  # what chance gives
        numbers(9, 0),  # too few to tell
        numbers(30, 20),
        ["1111111111"] * 50,
        [f"{n:010d}" for n in range(4_000_000_000, 4_000_000_060)],
        ["07700 900123"[:9]] * 50,
    ],
)
def test_chance_numbers_and_running_numbers_are_no_alarm(column):
    assert table(column).verdict == "pass"


def test_a_column_with_a_header_is_counted_once():
    report = table(numbers(40, 0), "NHS number")
    assert report.people == (40,)
