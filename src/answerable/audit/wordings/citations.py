"""Every decision that a letter cites, beside what the collection of the law says of it.

Only the authority's own words are read: what the applicant quotes is not relied on.
"""

import re
from dataclasses import dataclass

from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.law import Decision
from answerable.law.decided import Reference, by_key, references
from answerable.law.decided.references import ICO, SIC, TRIBUNAL
from answerable.model import Letter, Span

#: The first year in which each gave decisions under its present number.
_SINCE = {
    "Supreme Court": 2009, "Upper Tribunal": 2009, "First-tier Tribunal": 2010, SIC: 2005, TRIBUNAL: 2005,
}  # fmt: skip
_ISSUERS = (
    (SIC, re.compile(r"\bScottish Information Commissioner|\bSIC\b")),
    ("Upper Tribunal", re.compile(r"\bUpper Tribunal")),
    ("First-tier Tribunal", re.compile(r"\bFirst.tier Tribunal")),
    ("Supreme Court", re.compile(r"\bSupreme Court")),
    ("Court of Appeal", re.compile(r"\bCourt of Appeal")),
    ("High Court", re.compile(r"\bHigh Court")),
    (ICO, re.compile(r"\bICO(?:'s|’s)? decision|\bInformation Commissioner(?:'s|’s)? [Dd]ecision")),
)
# A body named as the one that a decision concerns, close to the reference.
_PARTY = re.compile(
    r"\b(?:against|involving|concerning|about|issued to|in the case of)\s(?:the\s)?"
    r"(?P<name>[A-Z][\w&'’-]*(?:\s(?:of|and|for|upon|the|[A-Z][\w&'’-]*)){0,6})"
)
_BODY = re.compile(
    r"\b(?:Council|Office|Department|Ministry|Police|Constabulary|Trust|University|Board|Authority|"
    r"Commission|Agency|Service|Government|Ministers|College|School|Hospital)\b"
)
_NEAR = 110  # characters
_WORD = re.compile(r"[\w&]+")
_PLAIN = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "council",
        "city",
        "borough",
        "county",
        "district",
        "metropolitan",
        "london",
        "police",
        "office",
        "department",
        "ministry",
        "trust",
        "nhs",
        "foundation",
        "university",
        "government",
        "information",
        "commissioner",
        "ic",
        "ico",
        "v",
        "lb",
        "bc",
        "cc",
        "mbc",
        "cbc",
    ]
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One decision that a letter cites, its place in the collection and the sentence about it.

    ``alone``: no other decision is cited in that sentence, so what it says is of this one.
    """

    reference: Reference
    decision: Decision | None
    line: Span
    sentence: str
    alone: bool


@once
def cited(letter: Letter) -> tuple[Cited, ...]:
    """Every decision that the authority cites, once each, in order."""
    own = [each for each in references(letter.flow) if _own(letter, each.span)]
    found: dict[str, Cited] = {}
    for each in own:
        line = line_at(letter.own, each.span.start)
        alone = sum(line.start <= other.span.start < line.end for other in own) == 1
        words = letter.flow[line.start : line.end]
        found.setdefault(each.key, Cited(each, by_key(each.key), line, words, alone))
    return tuple(found.values())


def _own(letter: Letter, span: Span) -> bool:
    return bool(letter.own[span.start : span.end].strip())


def impossible(each: Cited, letter: Letter) -> bool:
    """Whether nobody can have given a decision of that number by the day of the letter."""
    first = _SINCE.get(each.reference.issuer, 1990)
    sent = letter.dates.sent
    year = each.reference.year
    return year is not None and not first <= year <= (sent.day.year if sent else year)


def named_issuer(each: Cited) -> str:
    """The body that the letter says gave the decision, where its number says another; or ""."""
    named = [issuer for issuer, pattern in _ISSUERS if pattern.search(each.sentence)]
    if not each.alone or len(named) != 1 or _same(named[0], each.reference.issuer):
        return ""
    return named[0]


def named_party(each: Cited, letter: Letter) -> str:
    """The body that the letter says a decision is about, where it is about another; or ""."""
    if each.decision is None or not each.alone:
        return ""
    party = _party(letter.flow, each)
    return party if party and not _about(party, each.decision) else ""


def _same(named: str, issuer: str) -> bool:
    tribunals = {TRIBUNAL, "First-tier Tribunal", "Upper Tribunal"}
    return named == issuer or (TRIBUNAL in (named, issuer) and {named, issuer} <= tribunals)


def _party(text: str, each: Cited) -> str:
    """The body that the letter says a decision concerns, if it says so next to it."""
    span, line = each.reference.span, each.line
    near = text[max(line.start, span.start - _NEAR) : min(line.end, span.end + _NEAR)]
    hits = [hit["name"] for hit in _PARTY.finditer(near) if _BODY.search(hit["name"])]
    return hits[-1] if hits else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _about(party: str, decision: Decision) -> bool:
    """Whether a decision's name has a telling word of ``party``, or its initials."""
    whole = set(_words(decision.name))
    telling = [word for word in _words(party) if word not in _PLAIN]
    letters = "".join(word[0] for word in party.split() if word[0].isupper()).lower()
    theirs = "".join(word[0] for word in decision.name.split() if word[0].isupper()).lower()
    if letters in whole or any(word in letters for word in whole if len(word) > 2):
        return True
    if not telling:  # "the Home Office", "the Cabinet Office": plain words are all there is
        telling = _words(party)
        return set(telling) <= whole or letters in theirs
    return not whole.isdisjoint(telling)
