"""Single values as people write them: answers, totals, shares, probabilities, amounts.

What cannot be used is said in one sentence, with where it stands.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import fsum, isfinite

import numpy as np

from answerable.model import UnusableInputError
from answerable.mosaic.priors import LONGEST
from answerable.mosaic.question import Answer, Kind, Total, Vector

LARGEST = 100_000
_WORDS = {
    "none": Kind.NONE,
    "none held": Kind.NONE,
    "zero": Kind.NONE,
    "no": Kind.NONE,
    "nil": Kind.NONE,
    "ncnd": Kind.NCND,
    "neither confirm nor deny": Kind.NCND,
    "neither confirmed nor denied": Kind.NCND,
    "refused": Kind.REFUSED,
    "silent": Kind.SILENT,
    "no reply": Kind.SILENT,
    "": Kind.SILENT,
}

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,400}/[0-9]{1,400}|(?:[0-9]{1,30}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?)"
)
_BAND = re.compile(r"([0-9]{1,9}) ?(?:\.\.|-|–|to) ?([0-9]{1,9})")

Markers = Mapping[str, tuple[int, int | None]]


def read_answer(text: str, markers: Markers, where: str) -> Answer:
    """An answer as written; a band such as 5-9 declares its own range.

    Raises:
        UnusableInputError: it is no number, known word, or marker with a declared range.
    """
    said = printable(text)
    if said in markers:
        lo, hi = markers[said]
        return Answer(Kind.COUNT, said, lo, hi)
    kind = _WORDS.get(said.lower())
    if kind is Kind.NONE:
        return Answer(kind, kind.value, 0, 0)
    if kind is not None:
        return Answer(kind, kind.value)
    digits = said.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        number = int(digits)
        if number > LARGEST:
            raise UnusableInputError(
                f"{where}: {said} is more than {LARGEST:,}, which is more than this can reckon with."
            )
        return Answer(Kind.COUNT, said, number, number)
    band = _BAND.fullmatch(said)
    if band:
        limits = range_of(whole(band[1], where), whole(band[2], where), f"{where}: the answer")
        return Answer(Kind.COUNT, said, limits.lo, limits.hi)
    if digits.startswith(("-", "−")) and digits[1:].isdigit():
        raise UnusableInputError(
            f"{where}: the answer “{said}” is negative; a number of cases is 0 or more."
        )
    if said.startswith(("<", ">", "*")) or len(said) < 3:
        raise UnusableInputError(
            f"{where}: “{said}” is a marker whose range is not declared; "
            f"say what it stands for, for example --marker '{said}=1..4'."
        )
    raise UnusableInputError(
        f"{where}: “{said}” is not an answer; write a number, a declared marker, none, ncnd, refused or silent."
    )


def read_total(text: str, what: str = "--total") -> Total:
    """``350``, ``300..350``, or values with probabilities: ``300=0.25,350=0.75``."""
    if "=" in text:
        pairs = [part.partition("=") for part in text.split(",")]
        return distribution({value: weight for value, _, weight in pairs}, what)
    first, dots, last = text.partition("..")
    lo = whole(first if first.strip() or not dots else "0", what)
    hi = whole(last, what) if dots else lo
    return range_of(lo, hi, what)


def read_share(value: object, what: str) -> float | None:
    """The share of always-NCND bodies: a number or a fraction from 0 to 1, or None."""
    if value is None:
        return None
    share = fraction(value, f"{what}: the share of always-NCND bodies")
    if not 0 <= share <= 1:
        raise UnusableInputError(
            f"{what}: the share of always-NCND bodies is {value}; it must lie between 0 and 1."
        )
    return float(share)


def range_of(lo: int, hi: int, what: str) -> Total:
    """A range, whose ends must be in order."""
    if lo > hi:
        raise UnusableInputError(
            f"{what} runs from {lo} down to {hi}; write the smaller number first."
        )
    return Total(lo, hi)


def pair(value: object, what: str) -> Total:
    """A number, or a list of the least and the greatest."""
    if isinstance(value, list) and len(value) == 2:
        return range_of(whole(value[0], what), whole(value[1], what), what)
    one = whole(value, what)
    return Total(one, one)


def distribution(given: object, what: str) -> Total:
    """A probability for each total."""
    if not isinstance(given, Mapping) or not given:
        raise UnusableInputError(f"{what} must give a probability for each total.")
    weights = {whole(key, what): float(fraction(value, what)) for key, value in given.items()}
    if min(weights.values()) < 0 or abs(sum(weights.values()) - 1) > 1e-9:
        raise UnusableInputError(
            f"{what}: the probabilities add up to {sum(weights.values()):g}, not 1, or one is negative."
        )
    lo, hi = min(weights), max(weights)
    return Total(lo, hi, tuple(weights.get(n, 0.0) for n in range(lo, hi + 1)))


def probabilities(given: object, where: str) -> Vector:
    """A prior as listed: the probabilities of 0, 1, 2 … cases, which add up to 1."""
    if not isinstance(given, list) or not given or len(given) > LONGEST:
        raise UnusableInputError(
            f"{where}: the prior must be a list of the probabilities of 0, 1, 2 … cases."
        )
    listed = [float(fraction(each, f"{where}: the prior")) for each in given]
    if min(listed) < 0:
        raise UnusableInputError(f"{where}: the prior has a negative probability.")
    if abs(fsum(listed) - 1) > 1e-9:
        raise UnusableInputError(
            f"{where}: the probabilities of the prior add up to {fsum(listed):g}, not 1."
        )
    return np.array(listed)


def fraction(value: object, what: str) -> Fraction:
    """A number, or text such as 0.25, 1e-3 or 3/4."""
    try:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError
        # A huge exponent would be a number too long to write down.
        if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
            raise ValueError
        return Fraction(value)
    except (ValueError, ZeroDivisionError, OverflowError):
        raise UnusableInputError(
            f"{what} has “{str(value)[:40]}”, which is not a number or a fraction such as 3/4."
        ) from None


def whole(value: object, what: str) -> int:
    """A whole number of cases."""
    number = fraction(value, what)
    if number.denominator != 1 or not 0 <= number <= LARGEST:
        raise UnusableInputError(
            f"{what} has “{value}”; it must be a whole number from 0 to {LARGEST:,}."
        )
    return int(number)


def amount(value: object, what: str, *, zero: bool, most: float = 1e9) -> float | None:
    """A number up to ``most``, above 0 or (``zero``) not below; None for an empty cell."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    number = float(fraction(value, what))
    if not isfinite(number) or number < 0 or (number == 0 and not zero) or number > most:
        raise UnusableInputError(
            f"{what} is “{value}”; it must be above 0 and at most {most:,.0f}."
        )
    return number


def printable(text: object) -> str:
    """Without control characters, which could play tricks on a terminal."""
    return "".join(c if c.isprintable() else " " for c in str(text)).strip()
