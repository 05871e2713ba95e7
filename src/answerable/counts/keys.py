"""The words a model may use: one that is misspelt would leave a statement out without a word."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from answerable.model import UnusableInputError

TOP = ("variables", "equations", "inequalities_le", "integer", "percentages", "means", "rounded", "insider")  # fmt: skip
RELATION = ("coef", "rhs", "source")
PERCENTAGE = ("numerator", "denominator", "value", "decimals", "rounding", "source")
MEAN = ("sum", "count", "value", "decimals", "rounding", "source")
ROUNDED = ("of", "value", "base", "rounding", "mode", "source")
#: What people call a part of a model, beside what it is called.
_OTHERWISE = {
    "constraints": "equations",
    "facts": "equations",
    "sums": "equations",
    "totals": "equations",
    "at_most": "inequalities_le",
    "averages": "means",
    "percents": "percentages",
    "rates": "percentages",
    "known": "insider",
    "knows": "insider",
    "whole": "integer",
    "bounds": "variables",
}
_LIKE = 0.66  # of the letters, in order


def unused(data: Mapping[str, Any]) -> list[str]:
    """Words of a model that are no part of it, and not like one: remarks, one may hope.

    Raises:
        UnusableInputError: a word is like one of a model's own, and may be meant for it.
    """
    strange = [str(name) for name in data if name not in TOP]
    for name in strange:
        alike(name, TOP, "a model")
    return strange


def only(each: Mapping[str, Any], allowed: Collection[str], where: str) -> None:
    """Whether a statement says nothing but what is known of such statements.

    Raises:
        UnusableInputError: it says something else; the sentence names it and what is allowed.
    """
    for name in each:
        if name not in allowed:
            alike(str(name), allowed, where)
            raise UnusableInputError(
                f"In {where}, “{name}” is not known; write {', '.join(allowed)}."
            )


def alike(name: str, allowed: Collection[str], where: str) -> None:
    """Let a name pass that is like none of those allowed.

    Raises:
        UnusableInputError: it is like one of them, and may be meant for it.
    """
    like = _OTHERWISE.get(name.casefold(), "")
    if like not in allowed:
        like = next(iter(get_close_matches(name.casefold(), allowed, 1, _LIKE)), "")
    if like:
        raise UnusableInputError(
            f"In {where}, “{name}” is not known; write “{like}” if it is meant."
        )
