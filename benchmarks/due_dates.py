"""How many due dates a second, beside a day-by-day loop over the ``holidays`` package.

The peer asks that package, day by day, what an information officer would ask a calendar. Both must
give the same dates; the script says where they do not.

    python benchmarks/due_dates.py
"""

import time
from datetime import date, timedelta

import holidays

from answerable.clock import due_date
from answerable.model import Regime

YEARS = range(2012, 2029)
UK = [holidays.country_holidays("GB", subdiv=part, years=YEARS) for part in ("ENG", "SCT", "NIR")]


def peer(received: date) -> date:
    """Twenty working days on, asking the calendar about each day."""
    day, counted = received, 0
    while counted < 20:
        day += timedelta(days=1)
        if day.weekday() < 5 and not any(day in part for part in UK):
            counted += 1
    return day


def rate(job: object, days: list[date]) -> float:
    """Dates a second."""
    start = time.process_time()
    for day in days:
        job(day)  # type: ignore[operator]
    return len(days) / (time.process_time() - start)


def main() -> None:
    """Compare the dates, then the speed."""
    first = date(2012, 1, 2)
    days = [first + timedelta(days=n) for n in range(365 * 16)]
    differ = [day for day in days if due_date(day, Regime.FOIA) != peer(day)]
    print(f"{len(days)} days of receipt, {len(differ)} due dates differ from the peer's")
    for day in differ[:5]:
        print(f"  received {day}: {due_date(day, Regime.FOIA)} here, {peer(day)} there")
    ours = max(rate(lambda day: due_date(day, Regime.FOIA), days * 20) for _ in range(3))
    theirs = max(rate(peer, days[:2000]) for _ in range(3))
    print(f"  answerable        {ours:12,.0f} due dates a second")
    print(f"  holidays, by day  {theirs:12,.0f} due dates a second")
    print(f"  ratio             {ours / theirs:12,.0f} times")


if __name__ == "__main__":
    main()
