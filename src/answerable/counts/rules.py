"""Which cells are unsafe by themselves: named rules with their sources; the authority chooses.

The rule says what the authority has decided to treat as unsafe. It does not say what the law asks:
whether anybody can be identified is a question of fact for a person to answer.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from answerable.counts.table import Cell, Table
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts from 1 to ``below - 1`` are unsafe; so are dominated cells where these are known.

    ``dominance`` is (n, k): the n largest contributions exceed k per cent of the cell.
    ``p_percent``: the second largest contributor could estimate the largest to within p per cent.
    """

    name: str
    below: int
    dominance: tuple[int, Fraction] | None
    p_percent: Fraction | None
    source: str


@dataclass(frozen=True, slots=True)
class Flag:
    """An unsafe cell: what was measured and the threshold it fell under."""

    cell: Cell
    rule: str
    measured: str
    threshold: str


def rule_named(name: str) -> Rule:
    """A preset by name, or ``fewer-than-N`` for any N.

    Raises:
        UnusableInputError: there is no such rule.
    """
    if found := _presets().get(name):
        dominance = found.get("dominance")
        return Rule(
            name,
            int(found["below"]),
            (int(dominance[0]), Fraction(dominance[1])) if dominance else None,
            Fraction(found["p_percent"]) if "p_percent" in found else None,
            found["source"],
        )
    if any_number := re.fullmatch(r"fewer-than-([1-9]\d{0,3})", name):
        n = int(any_number[1])
        return Rule(name, n, None, None, f"the authority's own: counts below {n}")
    raise UnusableInputError(
        f"There is no rule “{name}”; choose one of {', '.join(_presets())}, or fewer-than-N."
    )


def rule_names() -> list[str]:
    """The names of the presets."""
    return list(_presets())


def primary(table: Table, rule: Rule, *, skip: frozenset[Cell] = frozenset()) -> list[Flag]:
    """The cells that are unsafe by themselves under ``rule``, margins included, in order."""
    flags = []
    for cell, value in zip(table.cells(), table.values, strict=True):
        if cell in skip:
            continue
        if 0 < value < rule.below:
            flags.append(Flag(cell, rule.name, f"{value}", f"fewer than {rule.below}"))
        elif flag := _concentrated(cell, table.contributions.get(cell, ()), value, rule):
            flags.append(flag)
    return flags


def _concentrated(cell: Cell, parts: tuple[Fraction, ...], value: int, rule: Rule) -> Flag | None:
    """One contributor, dominance or p per cent, where the contributions are known."""
    if not parts or value <= 0 or (rule.dominance is None and rule.p_percent is None):
        return None
    largest = sorted(parts, reverse=True)
    if len(largest) == 1:
        return Flag(cell, rule.name, "one contributor", "more than one")
    if rule.dominance is not None:
        n, k = rule.dominance
        top = sum(largest[:n])
        if top * 100 > k * value:
            share = f"the largest {n} make up {float(top * 100 / value):.1f}%"
            return Flag(cell, rule.name, share, f"at most {k}%")
    if rule.p_percent is not None:
        rest = value - largest[0] - largest[1]
        if rest * 100 < rule.p_percent * largest[0]:
            share = f"the rest is {float(rest * 100 / largest[0]):.1f}% of the largest"
            return Flag(cell, rule.name, share, f"at least {rule.p_percent}%")
    return None


def whole_groups(table: Table) -> list[tuple[Cell, Cell]]:
    """Cells that hold all of their line (cell, total): what is said of the group is said of each."""
    cells, found = table.cells(), []
    for line in table.lines():
        total = table.values[line[-1]]
        found += [
            (cells[i], cells[line[-1]]) for i in line[:-1] if total and table.values[i] == total
        ]
    return found


@cache
def _presets() -> dict[str, Any]:
    text = files("answerable.counts").joinpath("presets.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
