"""Cites of the four regimes in running text, with their places.

A cite begins with a word ("section", "s.", "reg", "EIR") and a number, and goes on through
lists and ranges. What follows or precedes it may name another Act, and then it is not ours.
"""

import re
from dataclasses import dataclass

from answerable.law.cites.naming import NOT_OURS, belongs, named_before
from answerable.law.cites.series import Item, expand
from answerable.model import Cite, Regime, Span

# A word that opens a cite, not part of a longer word and not a possessive 's.
_LEAD = re.compile(
    r"(?<![\w'’‘£$€-])(?:(?P<section>sections?|sects?\.?|ss?\.?)|(?P<regulation>regulations?|regs?\.?|r\.)"
    r"|(?P<bare>EIRs?|FOIA|FOISA|FOI\(S\)A|EI\(S\)Rs?))[\s\xa0]{0,3}(?=\d)",
    re.IGNORECASE,
)
_GAP = r"[\s\xa0]{0,2}"
_LIMB = rf"{_GAP}\({_GAP}(?:\d{{1,2}}[a-zA-Z]{{0,2}}|[ivxIVX]{{1,4}}|[a-zA-Z]{{1,2}}){_GAP}\)"
_ITEM = re.compile(rf"(\d{{1,3}}[A-Z]{{0,2}})(?![\w%])((?:{_LIMB}){{0,5}})")
_LIMBS = re.compile(rf"((?:{_LIMB}){{1,5}})")
_JOIN = re.compile(
    r"[\s\xa0]{0,3}(?:(?P<range>-|–|—|‑|to\b|through\b)|(?:,|;|/|&|\+|and/or\b|and\b|or\b|with\b|read[\s\xa0]with\b"
    r"|by[\s\xa0]virtue[\s\xa0]of\b)(?:[\s\xa0]{0,3}(?:and\b|or\b|&|also\b))?)[\s\xa0]{0,3}"
    r"(?:(?:subsections?|paragraphs?|limbs?|sub-sections?)[\s\xa0]{1,3})?",
    re.IGNORECASE,
)
_WHITE = re.compile(r"[\s\xa0()]+")


@dataclass(frozen=True, slots=True)
class CiteHit:
    """One place in the text that cites one or several provisions.

    ``named`` says whether the law was named with it ("FOIA s.24", "section 24 of the Act").
    """

    cites: tuple[Cite, ...]
    span: Span
    named: bool


def find(text: str, default: Regime | None = None) -> list[CiteHit]:
    """Every cite in ``text``, in reading order.

    Lists and ranges are expanded: "s.31(1)(a)-(c)" gives three. Where the law is not named,
    sections belong to ``default`` (FOIA unless it is FOISA) and regulations likewise (EIR
    unless it is EISR). Provisions that do not exist are found too. Time is linear in the
    length of the text; nothing is raised.
    """
    hits: list[CiteHit] = []
    position = 0
    while True:
        lead = _LEAD.search(text, position)
        if lead is None:
            return hits
        position = lead.end()
        items, end = _items(text, lead.end(), bare=lead.group("bare") is not None)
        if items:
            position = end
            hit = _hit(text, lead, items, end, default)
            if hit is not None:
                hits.append(hit)


def _items(text: str, start: int, *, bare: bool) -> tuple[list[Item], int]:
    first = _ITEM.match(text, start)
    # "EIR 2004" is a year; a bare name must be followed by a limb.
    if first is None or (bare and not first.group(2)):
        return [], start
    items = [Item(first.group(1).upper(), _split(first.group(2)))]
    end = first.end()
    for _ in range(40):
        join = _JOIN.match(text, end)
        if join is None:
            break
        item = _next(text, join.end(), items[-1])
        if item is None:
            break
        parts, number, stop = item
        items.append(Item(number, parts, ranged=join.group("range") is not None))
        end = stop
    return items, end


def _next(text: str, at: int, before: Item) -> tuple[tuple[str, ...], str, int] | None:
    """The next member of a list: a limb of the same provision, or another provision."""
    limbs = _LIMBS.match(text, at)
    if limbs is not None:
        return _split(limbs.group(1)), "", limbs.end()
    item = _ITEM.match(text, at)
    if item is None:
        return None
    # A bare number goes on a list of bare numbers ("sections 24 and 31"), never one of limbs,
    # where it is as likely a count of something ("s.40(2) and 12 pages").
    if not item.group(2) and (before.parts or _counts(text, item.end())):
        return None
    return _split(item.group(2)), item.group(1).upper(), item.end()


_COUNTED = re.compile(
    r"[\s\xa0]{1,2}(?:pages?|days?|working|hours?|weeks?|months?|years?|people|emails?|documents?|"
    r"questions?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|per\b)",
    re.IGNORECASE,
)


def _counts(text: str, at: int) -> bool:
    return _COUNTED.match(text, at) is not None


def _split(limbs: str) -> tuple[str, ...]:
    # Numbered subsections keep their capital letter, (5B), as the Acts print it; limbs have none.
    return tuple(
        part.upper() if part[0].isdigit() else part.lower() for part in _WHITE.split(limbs) if part
    )


def _hit(
    text: str, lead: re.Match[str], items: list[Item], end: int, default: Regime | None
) -> CiteHit | None:
    before, _ = named_before(text, lead.start())
    if before is NOT_OURS:
        return None
    after, _ = belongs(text, end)
    if after is NOT_OURS and before is None:
        return None
    named = before if isinstance(before, Regime) else after if isinstance(after, Regime) else None
    if lead.group("bare"):
        named = named or _BARE[lead.group("bare").upper().rstrip("S")]
    environmental = lead.group("regulation") is not None
    regime = _regime(named, environmental, default)
    if regime is None or (
        named is not None and not lead.group("bare") and named.environmental != environmental
    ):
        return None
    cites = expand(items, regime)
    if not cites:
        return None
    return CiteHit(cites, Span(lead.start(), end), named is not None)


_BARE = {
    "EIR": Regime.EIR,
    "FOIA": Regime.FOIA,
    "FOISA": Regime.FOISA,
    "FOI(S)A": Regime.FOISA,
    "EI(S)R": Regime.EISR,
}


def _regime(named: Regime | None, environmental: bool, default: Regime | None) -> Regime | None:
    if named is not None:
        return named
    scottish = default is not None and default.scottish
    if environmental:
        return Regime.EISR if scottish else Regime.EIR
    return Regime.FOISA if scottish else Regime.FOIA
