"""When a review is due, by the law's own table of clocks. No database here."""

from datetime import date
from typing import Any

from answerable import law
from answerable.clock import due
from answerable.letters.draft.record import OF_KIND
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import ReviewOutcome

_CLOCKS = ("internal_review_target", "internal_review_statutory", "review_response")


def review_due(asked: date, regime: Regime) -> date:
    """The day by which the outcome of a review asked for on ``asked`` is owed."""
    clocks: dict[str, Any] = law.table("clock_table")["clocks"]
    name = next(name for name in _CLOCKS if regime.value in clocks[name]["rules"])
    return due(asked, regime, name).due


def review_kind(regime: Regime) -> str:
    """The kind of notice that tells a review's outcome under ``regime``.

    Raises:
        UnusableInputError: the law's data has no such notice for it.
    """
    for kind, shapes in OF_KIND.items():
        if shapes == (ReviewOutcome,) and law.notice(kind).regime == regime.value:
            return kind
    raise UnusableInputError(
        f"There is no letter for the outcome of a review under {regime.value} yet. Write it by hand."
    )
