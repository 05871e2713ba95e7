"""Whose provision it is: the law named before or after a cite, ours or another's."""

import re
from enum import Enum
from typing import Final, Literal

from answerable.model import Regime


class _Other(Enum):
    NOT_OURS = 0


NOT_OURS: Final = _Other.NOT_OURS
Naming = Regime | Literal[_Other.NOT_OURS] | None

_OURS = (
    (Regime.FOISA, r"foisa\b|foi\(s\)a|freedom[\s\xa0]of[\s\xa0]information[\s\xa0]\(scotland\)[\s\xa0]act|foi[\s\xa0]\(scotland\)[\s\xa0]act"),
    (Regime.EISR, r"ei\(s\)rs?\b|eisrs?\b|environmental[\s\xa0]information[\s\xa0]\(scotland\)[\s\xa0]reg"),
    (Regime.FOIA, r"foia\b|foi[\s\xa0]act|freedom[\s\xa0]of[\s\xa0]information[\s\xa0](?:act|\(foi\)|\(foia\))|2000[\s\xa0]act|foi\b"),
    (Regime.EIR, r"eirs?\b|environmental[\s\xa0]information[\s\xa0]reg|2004[\s\xa0]regulations"),
)  # fmt: skip
_OWN_LAW = re.compile(
    "|".join(f"(?P<{regime.value}>{words})" for regime, words in _OURS), re.IGNORECASE
)
# "of the Act", "of that Act", "to the Regulations": ours, but which one is not said.
_AFTER = re.compile(
    r"(?:[\s\xa0]{0,2}(?:\([^()\n]{0,60}\)|[\"'”’]))?[\s\xa0]{0,3},?[\s\xa0]{0,3}"
    r"(?:(?:of|under|in|to|from|within)[\s\xa0]{1,3})?(?:(?P<the>the|this|that|said|our|your|its|their|his|her|my|a|an)[\s\xa0]{1,3})?"
    r"(?:same[\s\xa0]|said[\s\xa0]|above[\s\xa0])?",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:act|regulations?|legislation|statute)\b(?![\s\xa0]?(?:19|200[1-9]|20[1-9]))", re.IGNORECASE
)
_OF = re.compile(r"[\s\xa0]{0,3},?[\s\xa0]{0,3}(?:of|in|to|under)[\s\xa0]", re.IGNORECASE)
# Another law within the next words: a capitalised name that ends in Act, Regulations, Order …
_OTHER_LAW = re.compile(
    r"(?:[A-Z][\w'’.-]{0,24}[\s\xa0,]{1,2}(?:\(?(?:[A-Z][\w'’.-]{0,24}\)?|and|of|the|for|in|to|with|etc\.?|on)[\s\xa0,]{1,2}){0,9})?"
    r"(?:Acts?|Regulations|Order|Rules|Directive|Measure|Byelaws?|Convention|Instrument)\b"
    r"|(?:GDPR|UK[\s\xa0]GDPR|DPA\b|PACE\b|RIPA\b|ECHR\b|TCPA\b|LGA\b|HRA\b|CPR\b|EqA\b)"
)
# Things that have numbered sections and are no law.
_THING = re.compile(
    r"(?:[\w'’-]{1,20}[\s\xa0]){0,4}?(?:contracts?|agreements?|reports?|polic(?:y|ies)|strateg(?:y|ies)|plans?|guidance|"
    r"handbook|constitution|manual|forms?|questionnaire|documents?|leases?|specification|tender|letter|request|"
    r"application|statement|schedule|review|minutes|guide|protocol|charter|scheme|procedure|website|code|annex|appendix|"
    r"chapter|assessment|budget|licence|permit|toolkit|prospectus|curriculum|framework|business)\b",
    re.IGNORECASE,
)
# Nouns that make the section another Act's known by its number alone.
_KNOWN = re.compile(
    r"[\s\xa0](?:agreements?|enquir(?:y|ies)|inquir(?:y|ies)|flood|funding|contributions?|orders?|obligations?|"
    r"monies|money|certificates?|officers?|assessments?|referrals?|investigations?|planning|highway|housing|"
    r"evictions?|possession|no-fault|no[\s\xa0]fault|carer|carers|child|children|support|aftercare|patients?|detention|"
    r"detain|licen[cs]e|permits?|meeting|staff|report\b|reports\b|road)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"[\s\xa0](?:eviction[\s\xa0])?notices?\b(?![\s\xa0](?:of[\s\xa0]refusal|under|is|for[\s\xa0]the[\s\xa0]purpose))",
    re.IGNORECASE,
)
_HOUSING = ("21", "8", "13", "146", "172")
_BEFORE_OTHER = re.compile(
    r"(?:\b(?:Act|Regulations|Order|Rules|Measure)(?:[\s\xa0](?:19|20)\d\d)?|\b(?:DPA|GDPR|PACE|RIPA|TCPA|LGA|EqA|HRA|MHA|CPR)"
    r"(?:[\s\xa0](?:19|20)\d\d)?)['’]?s?[\s\xa0]{0,2},?[\s\xa0(]{0,3}$"
)
_BEFORE_OWN = re.compile(
    r"(?:foisa|foi\(s\)a|foia|foi|eirs?|eisrs?|ei\(s\)rs?|freedom[\s\xa0]of[\s\xa0]information(?:[\s\xa0]\(scotland\))?[\s\xa0]act|"
    r"environmental[\s\xa0]information(?:[\s\xa0]\(scotland\))?[\s\xa0]regulations)"
    r"(?:[\s\xa0](?:2000|2002|2004))?['’]?s?[\s\xa0]{0,2}[,:–—-]?[\s\xa0(]{0,3}$",
    re.IGNORECASE,
)


def named_before(text: str, start: int) -> tuple[Naming, int]:
    """The law named just before a cite at ``start`` ("FOIA s.24"), and where its name begins."""
    head = text[max(0, start - 90) : start]
    own = _BEFORE_OWN.search(head[-75:])
    if own is not None:
        return _which(own.group()), start - (len(head[-75:]) - own.start())
    if _BEFORE_OTHER.search(head[-40:]):
        return NOT_OURS, start
    return None, start


def belongs(text: str, end: int) -> tuple[Naming, int]:
    """The law named just after a cite that ends at ``end``, and where its name ends."""
    after = _AFTER.match(text, end)
    at = after.end() if after else end
    own = _OWN_LAW.match(text, at)
    if own is not None:
        return _which(own.group()), own.end()
    plain = _PLAIN.match(text, at)
    if plain is not None:
        return None, plain.end()
    if _KNOWN.match(text, end) or (_NOTICE.match(text, end) and _number(text, end) in _HOUSING):
        return NOT_OURS, end
    if _OF.match(text, end):
        tail = text[at : at + 120]
        if _OTHER_LAW.match(tail) or _THING.match(tail):
            return NOT_OURS, end
    elif text[end : end + 1].isspace() and _OTHER_LAW.match(text[at : at + 120]):
        return NOT_OURS, end
    return None, end


def _number(text: str, end: int) -> str:
    digits = re.search(r"(\d{1,3})$", text[max(0, end - 4) : end])
    return digits.group(1) if digits else ""


def _which(words: str) -> Regime | None:
    match = _OWN_LAW.match(" ".join(words.split()))
    return Regime(match.lastgroup) if match and match.lastgroup else None
