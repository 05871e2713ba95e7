"""What a rounded figure, a percentage or a mean says of the numbers behind it, as relations.

A figure published to some decimals stands for a band; whether its ends belong to it depends on how
halves are rounded, which must be said: half-up, half-down, half-even, up, down, random (to the step
below or above), or unknown (both ends belong, the widest reading of rounding to the nearest).
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from answerable.counts.model import Fact, Relation
from answerable.model import UnusableInputError

ROUNDINGS = ("half-up", "half-down", "half-even", "up", "down", "random", "unknown")
_STRICT = Fraction(1, 10**9)


def band(value: Fraction, step: Fraction, rounding: str) -> tuple[Fraction, Fraction, bool, bool]:
    """From, to, and whether each end belongs, of what is rounded to ``value`` in ``step``.

    Raises:
        UnusableInputError: the rounding is not one of ``ROUNDINGS``.
    """
    half = step / 2
    if rounding in ("up", "ceiling"):
        return value - step, value, False, True
    if rounding in ("down", "floor", "truncate"):
        return value, value + step, True, False
    # halves go away from nought or towards it; below nought the ends change places
    away = value >= 0
    ends = {
        "half-up": (away, not away) if value else (False, False),
        "half-down": (not away, away) if value else (True, True),
        "half-even": ((value / step) % 2 == 0,) * 2,
        "unknown": (True, True),
        "nearest": (True, True),
    }
    if rounding == "random":
        return value - step, value + step, False, False
    if rounding not in ends:
        raise UnusableInputError(
            f"The rounding “{rounding}” is not known; say one of {', '.join(ROUNDINGS)}."
        )
    closed_low, closed_high = ends[rounding]
    return value - half, value + half, closed_low, closed_high


def rounded(name: str, value: Fraction, base: Fraction, mode: str, source: str = "") -> Fact:
    """What a count published as ``value``, rounded to ``base``, says of the count ``name``."""
    if base <= 0:
        raise UnusableInputError(f"The rounding base of “{name}” is {base}; it must be above 0.")
    lo, hi, closed_low, closed_high = band(value, base, mode)
    words = source or f"{name} is published as {value}, rounded to {base}"
    return Fact(
        name, lo if closed_low else lo + _STRICT, hi if closed_high else hi - _STRICT, words
    )


def percentage(
    above: object,
    below: object,
    value: str,
    decimals: int | None,
    rounding: str,
    source: str = "",
) -> list[Relation]:
    """What ``value`` per cent says of a numerator and a denominator (names or numbers)."""
    words = source or f"{above} of {below} is published as {value}%"
    return _quotient(above, below, value, decimals, rounding, 100, words)


def mean(
    above: object,
    below: object,
    value: str,
    decimals: int | None,
    rounding: str,
    source: str = "",
) -> list[Relation]:
    """What a mean says of a sum and a count (names or numbers)."""
    words = source or f"the mean of {above} over {below} is published as {value}"
    return _quotient(above, below, value, decimals, rounding, 1, words)


def _quotient(
    above: object,
    below: object,
    value: str,
    decimals: int | None,
    rounding: str,
    factor: int,
    words: str,
) -> list[Relation]:
    text = value.strip().rstrip("%").strip()
    try:
        shown = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise UnusableInputError(f"“{value}” is not a figure ({words}).") from None
    places = len(text.partition(".")[2]) if decimals is None else int(decimals)
    lo, hi, closed_low, closed_high = band(shown, Fraction(1, 10**places), rounding)
    relations = [
        _line(above, below, factor, lo, closed_low, True, words),
        _line(above, below, factor, hi, closed_high, False, words),
    ]
    if isinstance(below, str):
        relations.append(Relation(((below, Fraction(1)),), Fraction(1), None, words))
    return relations


def _line(
    above: object, below: object, factor: int, end: Fraction, closed: bool, least: bool, words: str
) -> Relation:
    """``factor x above - end x below`` at least, or at most, nought; strictly if not ``closed``."""
    terms: list[tuple[str, Fraction]] = []
    known = Fraction(0)
    for what, coef in ((above, Fraction(factor)), (below, -end)):
        if isinstance(what, str):
            terms.append((what, coef))
        else:
            known += coef * Fraction(str(what))
    # strict: in whole numbers a tiny step is rounded up to the next one when rows are laid out
    step = Fraction(0) if closed else _STRICT
    return Relation(
        tuple(terms), step - known if least else None, None if least else -step - known, words
    )


def pairs(
    value: str,
    decimals: int | None,
    rounding: str,
    above: tuple[int, int],
    below: tuple[int, int],
    factor: int = 100,
) -> list[tuple[int, int]]:
    """Every (numerator, denominator) in these ranges that would be published as ``value``."""
    text = value.strip().rstrip("%").strip()
    places = len(text.partition(".")[2]) if decimals is None else decimals
    lo, hi, closed_low, closed_high = band(Fraction(text), Fraction(1, 10**places), rounding)
    found = []
    for d in range(max(1, below[0]), below[1] + 1):
        for n in range(above[0], above[1] + 1):
            shown = Fraction(factor * n, d)
            if (lo < shown < hi) or (closed_low and shown == lo) or (closed_high and shown == hi):
                found.append((n, d))
    return found


def percentage_pairs(data: Mapping[str, Any]) -> dict[str, Any]:
    """What one published percentage leaves, with both ranges given.

    Takes ``published_percent``, ``decimals``, ``rounding``, ``numerator_range`` and
    ``denominator_range``; gives every consistent pair, the numerators and the denominators.

    Raises:
        UnusableInputError: something is missing or is not a number.
    """
    try:
        above, below = (
            (int(data[key][0]), int(data[key][1]))
            for key in ("numerator_range", "denominator_range")
        )
        value, decimals = str(data["published_percent"]), data.get("decimals")
        # no exponents: a few characters must not stand for millions of digits
        plain = len(value) <= 40 and "e" not in value.casefold()
        if not plain or decimals not in (None, *range(10)):
            raise ValueError
        if (above[1] - above[0] + 1) * (below[1] - below[0] + 1) > 5_000_000:
            raise UnusableInputError("The two ranges hold too many pairs; narrow them.")
        found = pairs(value, decimals, str(data.get("rounding", "unknown")), above, below)
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError):
        raise UnusableInputError(
            "A percentage needs “published_percent”, “numerator_range” and “denominator_range”, "
            "in figures."
        ) from None
    return {
        "consistent_pairs": [list(pair) for pair in found],
        "numerators": sorted({n for n, _ in found}),
        "denominators": sorted({d for _, d in found}),
    }
