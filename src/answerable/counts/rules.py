"""Which cells are unsafe by themselves: named rules with their sources; the authority chooses.

The rule says what the authority has decided to treat as unsafe. It does not say what the law asks:
whether anybody can be identified is a question of fact for a person to answer.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

import yaml

from answerable.counts.table import Cell, Table
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts from 1 to ``below - 1`` are unsafe; so are dominated cells where these are known.

    ``dominance`` is (n, k): the n largest contributions exceed k per cent of the cell.
    ``p_percent``: the second largest contributor could estimate the largest to within p per cent.
    ``rounds``: every count that is shown is rounded to the nearest multiple of this (0: none is).
    """

    name: str
    below: int
    dominance: tuple[int, Fraction] | None
    p_percent: Fraction | None
    source: str
    rounds: int = 0

    @property
    def words(self) -> str:
        """The rule with its source."""
        return f"{self.name} ({self.source})"


@dataclass(frozen=True, slots=True)
class Flag:
    """An unsafe cell: what was measured and the threshold it fell under.

    ``room`` is how far from its value a reader must find a dominated cell possible, each way.
    """

    cell: Cell
    rule: str
    measured: str
    threshold: str
    room: int | None = None


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
            int(found.get("rounds", 0)),
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


def not_judged(table: Table, rule: Rule) -> str:
    """What of ``rule`` cannot be judged without knowing who gives what; "" if nothing.

    Raises:
        UnusableInputError: nothing of it can.
    """
    if rule.dominance is None and rule.p_percent is None:
        return ""
    if table.contributions:
        return _given_in_part(table, rule)
    names = [("dominance", rule.dominance), ("p per cent", rule.p_percent)]
    known = [name for name, part in names if part is not None]
    lacking = " and ".join(known)
    if rule.below <= 1:
        raise UnusableInputError(
            f"The rule {rule.name} judges {lacking}, for which it must be known who gives what to "
            "which cell: give --contributions FILE.csv, or choose another rule."
        )
    return (
        f"Only counts below {rule.below} were judged; {lacking} {'was' if len(known) == 1 else 'were'} "
        "not, as it is not said who gives what to which cell (--contributions)."
    )


def _given_in_part(table: Table, rule: Rule) -> str:
    """What could not be judged since the contributions to some cells are not there, or not all."""
    none = part = 0
    for cell, value in zip(table.cells(), table.values, strict=True):
        given = sum(table.contributions.get(cell, ()))
        none += value > 0 and not given
        part += 0 < given < value
    words = []
    if none:
        threshold = f"only whether the count is below {rule.below}" if rule.below > 1 else "nothing"
        words.append(
            f"The contributions to {_number(none)} are missing: there {threshold} was judged, "
            "not whether one or two contributors stand out."
        )
    if part:
        words.append(
            f"The contributions to {_number(part)} come to less than the count: those given were "
            "taken for the largest, and how many contributors there are was not judged."
        )
    return " ".join(words)


def _number(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells:,} cells"


def primary(table: Table, rule: Rule, *, skip: frozenset[Cell] = frozenset()) -> list[Flag]:
    """The cells that are unsafe by themselves under ``rule``, margins included, in order.

    Where contributions are known the cell is a sum of them, and what must not be below the
    threshold is their number; they must be complete for that, else only dominance is judged.
    """
    flags = []
    for cell, value in zip(table.cells(), table.values, strict=True):
        if cell in skip:
            continue
        parts = table.contributions.get(cell, ())
        flag = _concentrated(cell, parts, value, rule) if parts else _few(cell, value, rule)
        if flag is not None:
            flags.append(flag)
    return flags


def _few(cell: Cell, value: int, rule: Rule) -> Flag | None:
    if not 0 < value < rule.below:
        return None
    return Flag(cell, rule.name, f"{value}", f"fewer than {rule.below}")


def _concentrated(cell: Cell, parts: tuple[Fraction, ...], value: int, rule: Rule) -> Flag | None:
    """One contributor, too few, dominance or p per cent, where the contributions are known.

    The room asked is what makes the rule hold for a reader's best guess: 100/k of the largest n,
    or p per cent of the largest, less what is there (Handbook on Statistical Disclosure Control).
    """
    largest = sorted((part for part in parts if part > 0), reverse=True)
    if not largest or value <= 0:
        return None
    shares = [Fraction(0)]
    said: tuple[str, str] | None = None
    complete = sum(largest) == value  # else there are others, who are not named
    if complete and len(largest) == 1:
        said = ("one contributor", "more than one")
    elif complete and len(largest) < rule.below:
        said = (f"{len(largest)} contributors", f"fewer than {rule.below}")
    if rule.p_percent is not None:
        need = rule.p_percent * largest[0] / 100
        rest = value - sum(largest[:2])
        shares.append(need - rest)
        if rest < need and said is None:
            share = f"the rest is {float(rest * 100 / largest[0]):.1f}% of the largest"
            said = (share, f"at least {rule.p_percent}%")
    if rule.dominance is not None:
        n, k = rule.dominance
        top = sum(largest[:n])
        shares.append(top * 100 / k - value)
        if top * 100 > k * value:
            said = (
                f"the largest {n} make up {float(top * 100 / value):.1f}%",
                f"at most {k}%",
            )
    if said is None:
        return None
    return Flag(cell, rule.name, *said, room=max(1, ceil(max(shares))))


def whole_groups(table: Table) -> list[tuple[Cell, Cell]]:
    """Cells that hold all of their line (cell, total): what is said of the group is said of each."""
    cells, found, unseen = table.cells(), [], table.rest_cells()
    for line in table.lines():
        total = table.values[line[-1]]
        if len(line) < 3 or cells[line[-1]] in unseen:
            continue  # with one category only there is nothing to be told
        found += [
            (cells[i], cells[line[-1]])
            for i in line[:-1]
            if total and table.values[i] == total and cells[i] not in unseen
        ]
    return found


@cache
def _presets() -> dict[str, Any]:
    text = files("answerable.counts").joinpath("presets.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
