"""Periods of time in words, from the law's table of clocks and never typed in."""

from functools import cache
from typing import Any

from answerable import law
from answerable.letters.draft.wording import wording
from answerable.model import Regime
from answerable.model.decision import Language


@cache
def period(clock: str, regime: Regime, language: Language = "en") -> str:
    """The length of a clock in words: "40 working days", "six weeks".

    Raises:
        KeyError: the regime has no such clock.
    """
    row: dict[str, Any] = law.table("clock_table")["clocks"][clock]
    rule = next(r for r in law.table("clocks")["rules"] if r["id"] == row["rules"][regime.value])
    length = (row.get("key") or {}).get(regime.value, "n")
    number = int(row.get("n") or rule["limit"][length])
    unit = row.get("unit") or rule["limit"].get("unit", "working_day")
    return wording(language).counted(number, unit)


def hours_allowed(regime: Regime, *, central: bool) -> float:
    """The appropriate limit in hours. SI 2004/3244 regs 3 and 4; SSI 2004/467."""
    hours = law.table("limits")["hours"]
    if regime.scottish:
        return float(hours["scotland"])
    return float(hours["central" if central else "other"])
