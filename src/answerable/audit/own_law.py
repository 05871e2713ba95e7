"""A finding names the law of the letter: the same duty, where that law has it."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from answerable import law
from answerable.model import Cite, Letter, Regime, Source

Ground = Cite | Source

_BRIDGE = "39"  # FOIA s.39 and FOISA s.39(2) lead from each Act to the Regulations
_OTHERS = ("FOISA", "EIR", "EISR")
_NAMED = re.compile(r"\b(?:FOIA s|EIR reg)\.\d+[A-Z]*(?:\(\w+\))*")
_QUOTED = re.compile(r"(“[^”]*”)")


def in_own_law(
    cites: tuple[Ground, ...], message: str, letter: Letter
) -> tuple[tuple[Ground, ...], str]:
    """``cites``, and the provisions and codes that ``message`` names, as the letter's law has them.

    A letter whose law is not plain keeps what the rule says. So does a provision that has no
    counterpart, and one that the letter itself relies on. Where there is a ground in the letter's
    own law, the like ground of another is left out.
    """
    return under(letter.regime, cites, message, {str(use.cite) for use in letter.relied()})


def under(
    regime: str, cites: tuple[Ground, ...], message: str, kept: set[str]
) -> tuple[tuple[Ground, ...], str]:
    """The same for a law by its name; ``kept``: the provisions that are themselves spoken of."""
    if regime not in Regime.__members__:
        return cites, message
    if regime not in _OTHERS:
        return _without_others(cites, regime, kept), message
    like = _counterparts(regime)
    owned = tuple(dict.fromkeys(_own(str(ground), ground, like, kept) for ground in cites))
    return (
        _without_others(owned, regime, kept),
        in_own_words(_renamed(message, like, kept), regime),
    )


def _own(name: str, ground: Ground, like: dict[str, Ground], kept: set[str]) -> Ground:
    return ground if name in kept else like.get(name, ground)


def in_own_words(text: str, regime: str) -> str:
    """``text`` with the word that the law has: the Regulations speak of exceptions."""
    if regime not in ("EIR", "EISR"):
        return text
    return "".join(
        part if part.startswith("“") else part.replace("exemption", "exception")
        for part in _QUOTED.split(text)
    )


def _without_others(cites: tuple[Ground, ...], own: str, kept: set[str]) -> tuple[Ground, ...]:
    if not any(isinstance(ground, Cite) and ground.regime == own for ground in cites):
        return cites
    return tuple(
        ground
        for ground in cites
        if not isinstance(ground, Cite)
        or ground.regime == own
        or ground.number == _BRIDGE
        or str(ground) in kept
    )


def _renamed(message: str, like: dict[str, Ground], kept: set[str]) -> str:
    def owned(found: re.Match[str]) -> str:
        return found[0] if found[0] in kept else str(like.get(found[0], found[0]))

    return _codes().sub(owned, _NAMED.sub(owned, message))


@cache
def _table() -> dict[str, Any]:
    place = files("answerable.audit").joinpath("counterparts.yaml")
    table: dict[str, Any] = yaml.safe_load(place.read_text(encoding="utf-8"))
    return table


@cache
def _codes() -> re.Pattern[str]:
    """The names of the codes and guidance, the longest first."""
    names = sorted((row["source"] for row in _table()["sources"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@cache
def _counterparts(regime: str) -> dict[str, Ground]:
    """What stands under ``regime`` for each provision that rules name, and for each code."""
    table = _table()
    found = {**_provisions(table["provisions"], regime), **_sources(table["sources"], regime)}
    for row in table["regulations"] if regime == "EISR" else ():
        found[f"EIR reg.{row['eir']}"] = law.cites.parse_one(f"EISR reg.{row['eisr']}")
    return found


def _provisions(rows: list[dict[str, str]], regime: str) -> dict[str, Ground]:
    key = regime.lower()
    unit = "reg." if Regime(regime).environmental else "s."
    return {
        f"FOIA s.{row['foia']}": law.cites.parse_one(f"{regime} {unit}{row[key]}")
        for row in rows
        if key in row
    }


def _sources(rows: list[dict[str, Any]], regime: str) -> dict[str, Ground]:
    key = regime.lower()
    return {row["source"]: Source(**row[key]) for row in rows if key in row}
