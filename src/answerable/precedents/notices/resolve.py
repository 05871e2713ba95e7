"""Every decision that a letter cites, looked up: unknown, another body's, no longer standing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from answerable.law import Decision, cases
from answerable.model import Basis, Certainty, Finding, Severity, Source, Span
from answerable.precedents.notices.find import by_key
from answerable.precedents.notices.reference import ICO, SIC, TRIBUNAL, Reference, references
from answerable.precedents.words import words

Problem = Literal["", "unknown", "impossible", "wrong body", "overturned"]

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
_PLAIN = frozenset(
    words(
        "the of and for council city borough county district metropolitan london police office "
        "department ministry trust nhs foundation university government information commissioner "
        "ic ico v lb bc cc mbc cbc"
    )
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference, the decision of the collection it means, and what is wrong with the two.

    ``why`` is a sentence for the reader; empty where nothing is wrong.
    """

    reference: Reference
    decision: Decision | None
    problem: Problem = ""
    why: str = ""


def resolve(text: str, year: int | None = None) -> tuple[Resolved, ...]:
    """Look up every decision cited in ``text``; ``year`` is that of the letter, if known."""
    return tuple(_resolved(text, each, year) for each in references(text))


def citation_findings(text: str, year: int | None = None) -> tuple[Finding, ...]:
    """A finding for each cited decision that is unknown, another's, impossible or overturned."""
    return tuple(_findings(text, resolve(text, year)))


def _resolved(text: str, cited: Reference, year: int | None) -> Resolved:
    decision = by_key(cited.key)
    first = _SINCE.get(cited.issuer, 1990)
    if cited.year is not None and not first <= cited.year <= (year or cited.year):
        why = f"{cited.key} cannot be right: no decision of that year has such a number."
        return Resolved(cited, decision, "impossible", why)
    around = _sentence(text, cited.span)
    named = [issuer for issuer, pattern in _ISSUERS if pattern.search(around)]
    if len(references(around)) == 1 and len(named) == 1 and not _same(named[0], cited.issuer):
        why = f"{cited.key} is numbered as by the {cited.issuer}, not the {named[0]}."
        return Resolved(cited, decision, "wrong body", why)
    if decision is None:
        why = f"{cited.key} is not in the collection of decisions here; check that it exists and says so."
        return Resolved(cited, None, "unknown", why)
    party = _party(text, cited.span)
    if party and not _about(party, decision):
        why = f"{cited.key} is “{decision.name}”, and the letter says it concerns {party}."
        return Resolved(cited, decision, "wrong body", why)
    gone = _overturned().get(decision.id)
    if gone is not None and any(word in around.lower() for word in gone["words"]):
        by = next(each for each in cases() if each.id == gone["by"])
        why = f"Of {cited.key}, {gone['part']} no longer stands: {by.citation}."
        return Resolved(cited, decision, "overturned", why)
    return Resolved(cited, decision)


def _same(named: str, issuer: str) -> bool:
    tribunals = {TRIBUNAL, "First-tier Tribunal", "Upper Tribunal"}
    return named == issuer or (TRIBUNAL in (named, issuer) and {named, issuer} <= tribunals)


def _sentence(text: str, span: Span) -> str:
    """The sentence about a reference: to a full stop with space, or a line end, on both sides."""
    ends = re.compile(r"[.!?]\s+(?=[A-Z])|\n")
    start = max((hit.end() for hit in ends.finditer(text, 0, span.start)), default=0)
    after = ends.search(text, span.end)
    return text[start : after.start() if after else len(text)]


def _party(text: str, span: Span) -> str:
    """The body that the letter says a decision concerns, if it says so next to it."""
    sentence = _sentence(text, span)
    if len(references(sentence)) > 1:
        return ""  # which of them is meant cannot be told
    near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
    hits = [hit["name"] for hit in _PARTY.finditer(near) if hit["name"] in sentence]
    hits = [name for name in hits if _BODY.search(name)]
    return hits[-1] if hits else ""


def _about(party: str, decision: Decision) -> bool:
    """Whether a decision's name has a telling word of ``party``, or its initials."""
    whole = set(words(decision.name))
    telling = [word for word in words(party) if word not in _PLAIN]
    letters = "".join(word[0] for word in party.split() if word[0].isupper()).lower()
    theirs = "".join(word[0] for word in decision.name.split() if word[0].isupper()).lower()
    if letters in whole or any(word in letters for word in whole if len(word) > 2):
        return True
    if not telling:  # "the Home Office", "the Cabinet Office": plain words are all there is
        telling = words(party)
        return set(telling) <= whole or letters in theirs
    return not whole.isdisjoint(telling)


@cache
def _overturned() -> dict[str, dict[str, Any]]:
    place = files("answerable.precedents.notices") / "overturned.yaml"
    rows = yaml.safe_load(place.read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows}


_KINDS: dict[str, tuple[str, str, Severity, Certainty, str]] = {
    "unknown": ("PR101", "precedent-unknown", Severity.INFO, Certainty.SURE,
                "Look the decision up and read it before relying on it."),
    "impossible": ("PR102", "precedent-impossible", Severity.MEDIUM, Certainty.SURE,
                   "Correct the reference from the decision itself."),
    "wrong body": ("PR103", "precedent-wrong-body", Severity.MEDIUM, Certainty.LIKELY,
                   "Check whose decision it is, and put the reference or the name right."),
    "overturned": ("PR104", "precedent-overturned", Severity.MEDIUM, Certainty.LIKELY,
                   "Rely on the later decision, or leave the point out."),
}  # fmt: skip


def _findings(text: str, resolved: tuple[Resolved, ...]) -> Iterator[Finding]:
    for each in resolved:
        if not each.problem:
            continue
        code, slug, severity, certainty, fix = _KINDS[each.problem]
        span = each.reference.span
        url = each.decision.url if each.decision else ""
        yield Finding(
            code, slug, severity, certainty, Basis.GOOD_PRACTICE, each.why,
            (Source(each.reference.key, url),), span, text[span.start : span.end], fix,
        )  # fmt: skip
