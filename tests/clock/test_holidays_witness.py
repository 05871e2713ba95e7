"""The bundled calendar against an independent witness, the ``holidays`` package."""

import holidays
import pytest

from answerable.law.holidays import bundled

YEARS = range(2012, 2029)
#: Proclaimed for one part; older releases of the witness do not have it.
LATE = {"scotland": {"2026-06-15"}}


@pytest.mark.parametrize(
    ("part", "code"),
    [("england-and-wales", "ENG"), ("scotland", "SCT"), ("northern-ireland", "NIR")],
)
def test_the_same_days_on_weekdays(part: str, code: str) -> None:
    theirs = {
        day
        for day in holidays.country_holidays("GB", subdiv=code, years=YEARS)
        if day.weekday() < 5
    }
    differ = {day.isoformat() for day in bundled().days[part] ^ theirs if day.weekday() < 5}
    assert differ <= LATE.get(part, set())


def test_every_part_has_every_year() -> None:
    for days in bundled().days.values():
        assert {day.year for day in days} == set(YEARS)


def test_the_edition_says_what_it_covers() -> None:
    edition = bundled()
    assert edition.first.year == 2012
    assert edition.last.year == 2028
