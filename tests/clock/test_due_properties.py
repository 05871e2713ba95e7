"""The algebra of due dates, searched by machine, and an independent slow count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.clock import Event, due, due_date, working_days_between
from answerable.clock.calendar import calendar_for, good_friday
from answerable.law.holidays import PARTS, Edition, bundled
from answerable.model import Regime

DAYS = st.dates(date(2012, 1, 1), date(2028, 9, 30))
REGIMES = st.sampled_from(list(Regime))


def slow(received: date, regime: Regime, n: int = 20) -> date:
    """Day by day, from the sets of holidays and nothing else."""
    parts = ("scotland",) if regime.scottish else PARTS
    off = set().union(*(bundled().days[part] for part in parts))
    day, counted = received, 0
    while counted < n:
        day += timedelta(days=1)
        christmas = (day.month, day.day) == (12, 25)
        if day.weekday() < 5 and day not in off and not christmas and day != good_friday(day.year):
            counted += 1
    return day


@given(DAYS, REGIMES)
def test_the_fast_date_is_the_slow_one_and_the_one_with_workings(
    received: date, regime: Regime
) -> None:
    assert due_date(received, regime) == slow(received, regime) == due(received, regime).due


@given(DAYS, REGIMES, st.integers(0, 40))
def test_receiving_later_never_makes_it_earlier(received: date, regime: Regime, later: int) -> None:
    assert due_date(received, regime) <= due_date(received + timedelta(days=later), regime)


@given(DAYS, REGIMES)
def test_it_is_a_working_day_and_the_twentieth(received: date, regime: Regime) -> None:
    found = due(received, regime)
    assert calendar_for(regime).counts(found.due)
    assert sum(working.counts for working in found.workings) == 20
    assert working_days_between(received, found.due, regime) == 20
    assert all(working.why for working in found.workings if not working.counts)


@given(DAYS, REGIMES, st.integers(1, 30))
def test_a_new_bank_holiday_never_brings_it_earlier(
    received: date, regime: Regime, ahead: int
) -> None:
    old = bundled()
    extra = received + timedelta(days=ahead)
    more = Edition(
        "with one more",
        old.as_of,
        old.first,
        old.last,
        {part: days | {extra} for part, days in old.days.items()},
    )
    assert due(received, regime, edition=more).due >= due(received, regime).due


@given(DAYS, st.integers(0, 25), st.integers(0, 25))
def test_a_fee_notice_never_brings_it_earlier(received: date, notice: int, paid: int) -> None:
    first = received + timedelta(days=notice)
    events = [
        Event("fees_notice_given", first),
        Event("fee_received", first + timedelta(days=paid)),
    ]
    assert due(received, Regime.FOIA, events=events).due >= due(received, Regime.FOIA).due


@pytest.mark.parametrize("year", range(2012, 2029))
def test_good_friday_is_a_bank_holiday_everywhere(year: int) -> None:
    assert all(good_friday(year) in bundled().days[part] for part in PARTS)
