"""Periods in working days, looked up in the law's clocks."""

from functools import cache

from answerable import law
from answerable.model import Regime

#: The clock for the answer to a request for review, by regime.
REVIEW_CLOCKS = {
    Regime.FOIA: "foia-ir-respond",
    Regime.EIR: "eir-review",
    Regime.FOISA: "foisa-review",
    Regime.EISR: "eisr-review",
}


@cache
def period(clock: str) -> tuple[int, int]:
    """The usual and the outer number of working days of a clock; the same where there is one."""
    rule = next(row for row in law.table("clocks")["rules"] if row["id"] == clock)
    limit = rule["limit"]
    return int(limit["n"]), int(limit.get("outer", limit["n"]))
