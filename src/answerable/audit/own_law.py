"""A finding names the law of the letter: the same duty, where that law has it."""

from functools import cache
from importlib.resources import files

import yaml

from answerable import law
from answerable.model import Cite, Letter, Regime, Source


def in_own_law(
    cites: tuple[Cite | Source, ...], message: str, letter: Letter
) -> tuple[tuple[Cite | Source, ...], str]:
    """``cites`` and the provisions that ``message`` names, as the letter's own law has them.

    A letter under the Act of 2000, or one whose law is not plain, keeps what the rule says; so
    does a provision that has no counterpart.
    """
    if letter.regime not in ("FOISA", "EIR", "EISR"):
        return cites, message
    like = _counterparts(letter.regime)
    if any(isinstance(cite, Cite) and cite.regime == letter.regime for cite in cites):
        # The rule gives its ground under this law already; the others are for comparison.
        like = {}
    for cite in cites:
        if isinstance(cite, Cite) and cite in like:
            message = message.replace(str(cite), str(like[cite]))
    owned = (like.get(cite, cite) if isinstance(cite, Cite) else cite for cite in cites)
    return tuple(dict.fromkeys(owned)), message


@cache
def _counterparts(regime: str) -> dict[Cite, Cite]:
    rows = yaml.safe_load(
        files("answerable.audit").joinpath("counterparts.yaml").read_text(encoding="utf-8")
    )
    key = regime.lower()
    unit = "reg." if Regime(regime).environmental else "s."
    return {
        law.cites.parse_one(f"FOIA s.{row['foia']}"): law.cites.parse_one(
            f"{regime} {unit}{row[key]}"
        )
        for row in rows
        if key in row
    }
