"""References to decisions in running text: neutral citations, appeal and notice numbers."""

import re
from dataclasses import dataclass

from answerable.model import Span

_NEUTRAL = re.compile(
    r"\[(?P<year>\d{4})\]\s{0,3}(?P<court>UKSC|UKHL|UKUT|UKFTT|EWCA\s{1,2}Civ|EWHC|CSIH|CSOH|NICA)"
    r"\s{0,3}(?P<number>\d{1,5})(?P<more>(?:(?:,| and| &)\s\d{1,5}){0,4})"
)
_APPEAL = re.compile(
    r"\bEA[/.](?P<year>\d{4})[/.](?P<number>\d{4})(?P<more>(?:(?:,| and| &)\s\d{4}){0,4})"
)
_NOTICE = re.compile(r"\b(?P<kind>FS|FER|FAC)\s?-?(?P<number>\d{8})\b", re.I)
_CASE = re.compile(r"\bIC-(?P<number>\d{4,7}-[A-Z0-9]{4})\b", re.I)
_SCOTTISH = re.compile(
    r"\b(?:Decision(?: Notice)?|OSIC|SIC)(?: No\.?| number)?:? (?P<number>\d{1,3})/(?P<year>20\d\d)\b",
    re.I,
)
_FURTHER = re.compile(r"\d+")

#: Who gives decisions such a number.
ICO, SIC, TRIBUNAL = "Information Commissioner", "Scottish Information Commissioner", "tribunal"
_COURTS = {
    "UKSC": "Supreme Court", "UKHL": "House of Lords", "UKUT": "Upper Tribunal",
    "UKFTT": "First-tier Tribunal", "EWCA CIV": "Court of Appeal", "EWHC": "High Court",
    "CSIH": "Court of Session", "CSOH": "Court of Session", "NICA": "Court of Appeal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """One decision as a text refers to it.

    ``key`` is one spelling for all spellings; ``issuer`` who gives decisions such a number;
    ``year`` that of the citation, where it carries one.
    """

    key: str
    issuer: str
    year: int | None
    span: Span


def references(text: str) -> tuple[Reference, ...]:
    """Every reference in ``text``, in order; "[2016] UKUT 534 and 535" gives two."""
    found: list[Reference] = []
    for hit in _NEUTRAL.finditer(text):
        court = " ".join(hit["court"].upper().split())
        for number in (hit["number"], *_FURTHER.findall(hit["more"])):
            key = f"[{hit['year']}] {court} {int(number)}"
            found.append(Reference(key, _COURTS[court], int(hit["year"]), Span(*hit.span())))
    for hit in _APPEAL.finditer(text):
        for number in (hit["number"], *_FURTHER.findall(hit["more"])):
            key = f"EA/{hit['year']}/{number}"
            found.append(Reference(key, TRIBUNAL, int(hit["year"]), Span(*hit.span())))
    for hit in _NOTICE.finditer(text):
        key = f"{hit['kind'].upper()}{hit['number']}"
        found.append(Reference(key, ICO, None, Span(*hit.span())))
    for hit in _CASE.finditer(text):
        key = f"IC-{hit['number'].upper()}"
        found.append(Reference(key, ICO, None, Span(*hit.span())))
    for hit in _SCOTTISH.finditer(text):
        key = f"Decision {int(hit['number']):03}/{hit['year']}"
        found.append(Reference(key, SIC, int(hit["year"]), Span(*hit.span())))
    return tuple(sorted(found, key=lambda each: (each.span, each.key)))
