"""A model from JSON: variables, equations, inequalities, and what is published in other forms.

Beside ``equations`` and ``inequalities_le`` a model may say ``percentages``, ``means``, ``rounded``
and ``insider`` (what an insider knows); each becomes relations.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import isfinite
from typing import Any

from answerable.counts import keys
from answerable.counts.model import Fact, Relation, System, Variable
from answerable.counts.published import mean, percentage, rounded
from answerable.model import UnusableInputError

# no exponents: a few characters must not stand for millions of digits
_NUMBER = re.compile(r"[-+]?\d{1,40}(\.\d{0,40})?(/\d{1,40})?")


def read_model(data: object) -> System:
    """The system a JSON model describes.

    Raises:
        UnusableInputError: something is missing, is not a number or has a name that is like one
            of a model's own; the sentence says where.
    """
    if not isinstance(data, dict) or not isinstance(data.get("variables"), dict):
        raise UnusableInputError(
            "A model is an object with “variables”, each with its two bounds: "
            '{"variables": {"x": [0, 10]}}.'
        )
    keys.unused(data)
    whole = _whole(data)
    variables = tuple(
        Variable(name, *_pair(ends, f"the variable “{name}”"), integer=name in whole)
        for name, ends in data["variables"].items()
    )
    relations = [_relation(each, "equations", k) for k, each in _each(data, "equations")]
    relations += [
        _relation(each, "inequalities_le", k) for k, each in _each(data, "inequalities_le")
    ]
    system = System(variables, tuple(relations))
    for k, each in _each(data, "percentages"):
        system = system.and_relations(_quotient(each, f"percentages {k}", 100))
    for k, each in _each(data, "means"):
        system = system.and_relations(_quotient(each, f"means {k}", 1))
    for k, each in _each(data, "rounded"):
        system = system.and_facts([_rounded(each, f"rounded {k}")])
    insider = data.get("insider") or {}
    if not isinstance(insider, dict):
        raise UnusableInputError(
            'What an insider knows is an object of names and numbers: {"insider": {"x": 1}}.'
        )
    return system.knowing(
        {n: number(v, f"what the insider knows of {n}") for n, v in insider.items()}
    )


def number(value: object, where: str) -> Fraction:
    """A number as written; decimals keep their exact value.

    Raises:
        UnusableInputError: it is not a number.
    """
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return Fraction(value)
    try:
        if isinstance(value, float) and isfinite(value):
            return Fraction(repr(value))
        if isinstance(value, str) and _NUMBER.fullmatch(text := value.strip().replace(",", "")):
            return Fraction(text)
    except (ValueError, ZeroDivisionError):
        pass
    raise UnusableInputError(f"In {where}, “{value}” is not a number.")


def _whole(data: Mapping[str, Any]) -> frozenset[str]:
    """The names of the variables that are whole numbers: all, none, or those listed."""
    said, names = data.get("integer", True), frozenset(data["variables"])
    if isinstance(said, bool):
        return names if said else frozenset()
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        raise UnusableInputError("“integer” is true, false, or a list of variables.")
    if strangers := [each for each in said if each not in names]:
        raise UnusableInputError(f"“integer” names “{strangers[0]}”, which is no variable.")
    return frozenset(said)


def _each(data: Mapping[str, Any], key: str) -> list[tuple[int, Mapping[str, Any]]]:
    found = data.get(key) or []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise UnusableInputError(f"“{key}” of a model is a list of objects.")
    return list(enumerate(found, start=1))


def _pair(ends: object, where: str) -> tuple[Fraction | None, Fraction | None]:
    if not isinstance(ends, list) or len(ends) != 2:
        raise UnusableInputError(f"In {where}, two bounds are needed: [0, 10], null for none.")
    lo, hi = (None if end is None else number(end, where) for end in ends)
    return lo, hi


def _relation(each: Mapping[str, Any], key: str, k: int) -> Relation:
    where = f"{key} {k}"
    for name in set(each) - set(keys.RELATION):
        keys.alike(name, keys.RELATION, where)
    if not isinstance(each.get("coef"), dict) or "rhs" not in each:
        raise UnusableInputError(f'In {where}, write {{"coef": {{"x": 1}}, "rhs": 3}}.')
    terms = tuple((name, number(c, where)) for name, c in each["coef"].items())
    rhs = number(each["rhs"], where)
    return Relation(terms, rhs if key == "equations" else None, rhs, str(each.get("source", "")))


def _quotient(each: Mapping[str, Any], where: str, factor: int) -> list[Relation]:
    keys.only(each, keys.PERCENTAGE if factor == 100 else keys.MEAN, where)
    try:
        above = each["numerator"] if factor == 100 else each["sum"]
        below = each["denominator"] if factor == 100 else each["count"]
        value = each["value"]
    except KeyError as missing:
        raise UnusableInputError(f"In {where}, {missing} is not said.") from None
    decimals = each.get("decimals")
    if decimals is not None and (type(decimals) is not int or not 0 <= decimals <= 9):
        raise UnusableInputError(f"In {where}, “decimals” is a whole number from 0 to 9.")
    if not _NUMBER.fullmatch(str(value).strip().rstrip("%").strip()):
        raise UnusableInputError(f"In {where}, “{value}” is not a figure as published: 7.5.")
    places = len(str(value).strip().rstrip("%").strip().partition(".")[2])
    if decimals is not None and places > decimals:
        raise UnusableInputError(f"In {where}, “{value}” has {places} decimals, not {decimals}.")
    above, below = (
        what if isinstance(what, str) else number(what, where) for what in (above, below)
    )
    make = percentage if factor == 100 else mean
    rounding = str(each.get("rounding", "unknown"))
    return make(above, below, str(value), decimals, rounding, str(each.get("source", "")))


def _rounded(each: Mapping[str, Any], where: str) -> Fact:
    keys.only(each, keys.ROUNDED, where)
    try:
        value, base, name = number(each["value"], where), number(each["base"], where), each["of"]
    except KeyError as missing:
        raise UnusableInputError(f"In {where}, {missing} is not said.") from None
    ways = {str(each[key]) for key in ("rounding", "mode") if key in each}
    if len(ways) > 1:
        raise UnusableInputError(f"In {where}, “rounding” and “mode” say two things; write one.")
    if base > 0 and value % base:
        raise UnusableInputError(f"In {where}, {value} is no multiple of {base}.")
    rounding = next(iter(ways), "unknown")
    return rounded(str(name), value, base, rounding, str(each.get("source", "")))
