"""Cites of the four regimes in running text, with their places.

A cite begins with a word ("section", "s.", "reg", "EIR") and a number, and goes on through
lists and ranges. What follows or precedes it may name another Act, and then it is not ours.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from answerable.law import store
from answerable.law.cites.items import items_at, items_before
from answerable.law.cites.leads import BARE, UNOPENED, Lead, lead_before, numbers, unled, unopened
from answerable.law.cites.lone import has_limb, may_be_a_section
from answerable.law.cites.naming import NOT_OURS, Naming, claimed, named_after, named_before
from answerable.law.cites.other_things import (
    headed_otherwise,
    of_a_form,
    of_a_vehicle,
    stands_alone,
)
from answerable.law.cites.series import Item, expand
from answerable.model import Cite, Regime, Span


@dataclass(frozen=True, slots=True)
class CiteHit:
    """One place in the text that cites one or several provisions.

    ``named`` says whether the law was named with it ("FOIA s.24", "section 24 of FOIA").
    """

    cites: tuple[Cite, ...]
    span: Span
    named: bool


@dataclass(slots=True)
class Raw:
    """A cite as it stands, before it is settled which law it belongs to."""

    lead: Lead
    items: list[Item]
    start: int  # of the cite
    end: int
    opens: int  # of the cite with the law named before it
    closes: int  # and with the law named after it
    law: Naming
    linked: bool  # joined to the cite before it by "and", a comma or the like


_LINK = re.compile(
    r"[\s,;/&(]{0,4}(?:(?:and|or|with|by virtue of|read with|together with|in conjunction with|as well as|by)\b)?[\s,;/&]{0,3}",
    re.IGNORECASE,
)


def find(
    text: str,
    default: Regime | None = None,
    most: int | None = None,
    *,
    bare: bool = False,
    whole: bool = False,
) -> list[CiteHit]:
    """Every cite in ``text``, or the first ``most`` of them, in reading order.

    Lists and ranges are expanded: "s.31(1)(a)-(c)" gives three. Where the law is not named,
    sections belong to ``default`` (FOIA unless it is Scottish) and regulations likewise (EIR
    unless it is Scottish). ``whole``: the text is a cite and nothing else, as when it was asked
    for by name. Provisions that do not exist are found too. Time is linear in the
    length of the text; nothing is raised.

    ``bare``: also take "43(2) is engaged", a number and limb that stand without an opening word,
    where that law has them.
    """
    found = find_raw(text, most, _laws(text, default) if bare else (), whole=whole)
    _share_names(found)
    _give_away(found, text)
    known: _Known = {}
    return [hit for raw in found if (hit := _hit(raw, default, known)) is not None]


def _laws(text: str, default: Regime | None) -> tuple[Regime, ...]:
    """The laws whose limbs the numbers of a text may be, the likelier first."""
    if default is Regime.FOISA or default is Regime.EISR:
        laws = (Regime.FOISA, Regime.EISR)
    else:
        laws = (Regime.FOIA, Regime.EIR)
    act = default is not Regime.EISR and default is not Regime.EIR and "Freedom of Inf" in text
    return laws if act or "Environmental Inf" not in text else laws[::-1]


def find_raw(
    text: str,
    most: int | None = None,
    bare_of: tuple[Regime, ...] = (),
    *,
    whole: bool = False,
) -> list[Raw]:
    """Every place that may be a cite, or the first ``most``, with the law named beside it.

    ``bare_of``: the laws whose limbs may be named by their number alone. ``whole``: the text is
    said to be a cite and nothing else, so that "section 1" is one too.
    """
    found: list[Raw] = []
    position = 0
    for at, stop in numbers(text):
        if at < position or stop - at > 3:  # years, sums and telephone numbers are longer
            continue
        lead = lead_before(text, at)
        if lead is None:
            lead = (unled(text, at, stop) if bare_of else None) or unopened(text, at, stop)
        if lead is None or lead.start < position:
            continue
        items, end = items_at(text, at, lead)
        if not items:
            continue
        if lead.word == BARE:
            law = next((law for law in bare_of if _is_of(law, items[0])), None)
            other = unopened(text, at, stop) if law is None else None
            lead = lead._replace(environmental=law.environmental) if law is not None else other
            if lead is None:
                continue
        raw = _raw(text, lead, items, end, found[-1] if found else None, whole=whole)
        if raw is not None:
            found.append(raw)
            position = end
            if len(found) == most:
                break
    return found


def _raw(
    text: str, lead: Lead, items: list[Item], end: int, before: Raw | None, *, whole: bool
) -> Raw | None:
    start = lead.start
    limbs, opens = items_before(text, start)
    if limbs:
        items = _with_limbs_before(items, limbs)
        start = opens
    first, opens = named_before(text, start)
    number = next(item.number for item in reversed(items) if item.number)
    limbed = bool(items[-1].parts)
    after, closes = named_after(text, end, number, limbed=limbed)
    law = after if isinstance(after, Regime) else first if first is not None else after
    if lead.regime is not None:
        law = law if isinstance(law, Regime) else lead.regime
    if lead.word == UNOPENED and not _says_its_law(after, text[end:closes]):
        return None
    if law is None and not _plausible(text, lead, items, end, known=whole or closes > end):
        return None
    if lead.needs_law and not isinstance(law, Regime):
        return None
    # "Section 40.2": of the Act, or what something is withheld under.
    if items[0].needs_law and law is None and closes == end and not claimed(text, end):
        return None
    linked = before is not None and _linked(text, before, opens)
    return Raw(lead, items, start, end, opens, closes, law, linked)


def _says_its_law(law: Naming, words: str) -> bool:
    """Whether one of the four laws is named, and not only what kind of request it is.

    "Under 12(5)(e) of the EIR" says it, "by 2(1)(a) FOI" may be about a question.
    """
    return isinstance(law, Regime) and words.split()[-1:] != ["FOI"]


def _with_limbs_before(items: list[Item], limbs: list[tuple[tuple[str, ...], bool]]) -> list[Item]:
    """The list of limbs that "subsections (1) and (3) of section 31" is."""
    first = items[0]
    (parts, _), *more = limbs
    merged = [Item(first.number, first.parts + parts)]
    merged += [Item(first.number, first.parts + rest, ranged) for rest, ranged in more]
    return merged + items[1:]


def _linked(text: str, before: Raw, opens: int) -> bool:
    return (
        0 <= opens - before.closes <= 30 and _LINK.fullmatch(text, before.closes, opens) is not None
    )


def _share_names(found: list[Raw]) -> None:
    """A law named once stands for the cites joined to it: "s.25(1) and s.38(1)(b) of FOISA"."""
    for one, other in pairwise(found):
        if other.linked and other.law is None and one.law is not None and one.closes == one.end:
            other.law = _fits(other, one.law)
        elif other.linked and other.law is None and one.law is NOT_OURS:
            other.law = NOT_OURS
    for other, one in pairwise(reversed(found)):
        if other.linked and one.law is None and isinstance(other.law, Regime):
            one.law = _fits(one, other.law)


# "Section 23(1) of that Act", after a section of another Act.
_THAT = re.compile(r"\s{1,2}of\s{1,2}that\s{1,2}(?:same\s)?act\b", re.IGNORECASE)


def _give_away(found: list[Raw], text: str) -> None:
    """What a letter has once said to be another Act's stays so when it is cited bare again."""
    theirs: set[tuple[str, tuple[str, ...]]] = set()
    numbers: set[str] = set()
    last: Naming = None
    for raw in found:
        if raw.law is None and not raw.lead.environmental and theirs:
            again = any((item.number, item.parts) in theirs for item in raw.items)
            unknown = any(item.number in numbers and not _is_ours(item) for item in raw.items)
            that = last is NOT_OURS and _THAT.match(text, raw.end) is not None
            if again or unknown or that:
                raw.law = NOT_OURS
        if raw.law is NOT_OURS:
            theirs |= {(item.number, item.parts) for item in raw.items if item.parts}
            numbers |= {item.number for item in raw.items if item.number}
        last = raw.law if raw.law is not None else last


def _is_ours(item: Item) -> bool:
    """Whether the Act of 2000 has a provision of this number and limb."""
    return _is_of(Regime.FOIA, item)


def _is_of(law: Regime, item: Item) -> bool:
    return has_limb(law, item.number, item.parts)


def _fits(raw: Raw, law: Naming) -> Naming:
    if isinstance(law, Regime) and raw.lead.environmental not in (None, law.environmental):
        return None
    return law


# What lists already stand for: a text that names one list a thousand times has it written out once.
_Known = dict[tuple[Regime, tuple[Item, ...]], tuple[Cite, ...]]


def _hit(raw: Raw, default: Regime | None, known: _Known) -> CiteHit | None:
    if raw.law is NOT_OURS:
        return None
    regime = _regime(raw, default)
    if regime is None:
        return None
    items = (regime, tuple(raw.items))
    cites = known.get(items)
    if cites is None:
        cites = known[items] = expand(raw.items, regime)
    if not cites:
        return None
    return CiteHit(cites, Span(raw.start, raw.end), raw.law is not None)


def _regime(raw: Raw, default: Regime | None) -> Regime | None:
    environmental = raw.lead.environmental
    if isinstance(raw.law, Regime):
        fits = environmental is None or raw.law.environmental == environmental
        return raw.law if fits else None
    scottish = default is not None and default.scottish
    if environmental is None:
        environmental = default is not None and default.environmental
    if environmental:
        return Regime.EISR if scottish else Regime.EIR
    return Regime.FOISA if scottish else Regime.FOIA


# Sections 1 to 8 say what the right is; a letter cites them with their Act or with a limb.
# "Section 3" alone is nearly always a part of a form or a report.
_FIRST = frozenset("12345678")
_RELYING = re.compile(
    r"\b(?:under|by|pursuant\sto|virtue\sof|with|breach(?:ed|es)?|meets?|requirements\sof|purposes\sof|valid\srequest\sunder)\s$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\s(?:asks|requires|gives|provides|entitles|says)\b")
# "Room S24", "junction s 12", "size S10": letters that number things.
_PLACES = re.compile(
    r"\b(?:room|bay|block|stand|gate|unit|bus|route|junction|grade|size|model|galaxy|audi|plot|shed|seat|pitch|locker|box|floor"
    r"|drawing|sheet|figure|table|site|sample|sector|zone|ref|reference|no|number|postcode|sheffield)\.?:?\s$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\s?[0-9][A-Za-z]{2}\b")


def _known(number: str) -> bool:
    """Whether a number is one of sections; "S4C" is not, "S22A" is."""
    return number.isdigit() or number in store.structure().regimes[Regime.FOIA].sections


def _plausible(text: str, lead: Lead, items: list[Item], end: int, *, known: bool) -> bool:
    """Whether words that could be a cite are likely one, where no law is named with them.

    ``known``: other words say that it is one.
    """
    if lead.subsection:
        # "Subsection 40(5B)" is one; "subsection 31(9)" is a part of something else.
        return may_be_a_section(items[0].number) and _is_ours(items[0])
    if items[0].parts:
        return True
    if of_a_form(text, lead.start):
        return False
    if lead.environmental and (of_a_vehicle(text, lead.start) or headed_otherwise(text, end)):
        return False
    if lead.tight and (
        _POSTCODE.match(text, end) or not _known(items[0].number)
        or _PLACES.search(text, max(0, lead.start - 12), lead.start)
    ):  # fmt: skip
        return False
    if known or items[0].number not in _FIRST or lead.environmental:
        return True
    if len(items) > 1 and lead.word in ("ss", "ss.", "§§"):
        return True  # "ss.1-3" is how laws are cited and not forms
    if items[0].number in ("1", "8") and _SPEAKS.match(text, end):
        return True
    relying = _RELYING.search(text, max(0, lead.start - 24), lead.start) is not None
    return relying and not stands_alone(text, end)
