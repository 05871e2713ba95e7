"""The provisions that a mark may rest on: those relied on in the case first, then the law's others."""

from collections.abc import Iterable

from answerable.desk.decide.kinds import choices, kind
from answerable.desk.decide.models import Decision
from answerable.law.cites import parse_one
from answerable.model import Regime

Group = tuple[str, list[tuple[str, str]]]


def groups(regime: Regime, decisions: Iterable[Decision]) -> list[Group]:
    """Choices of provisions as (heading, [(cite in full, words)])."""
    withheld = kind("withheld")
    every = {
        str(limb.cite): f"{limb.cite.short} {limb.title}"
        for limb in (choices(regime, withheld) if withheld is not None else ())
    }
    relied = list(dict.fromkeys(_relied(regime, decisions)))
    first = [(cite, every.get(cite, cite)) for cite in relied]
    others = [(cite, words) for cite, words in every.items() if cite not in relied]
    found: list[Group] = [("Relied on in this case", first)] if first else []
    return [*found, ("Others" if first else "Exemptions and exceptions", others)]


def _relied(regime: Regime, decisions: Iterable[Decision]) -> Iterable[str]:
    for decision in decisions:
        for ground in decision.body.get("grounds") or ():
            try:
                cite = parse_one(str(ground.get("provision", "")), regime)
            except ValueError:
                continue
            if cite is not None:
                yield str(cite)
