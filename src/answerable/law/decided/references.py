"""References to decisions in running text: neutral citations, appeal and notice numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from answerable.law.cites.leads import numbers
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
_BEFORE = len("Decision Notice number: 123")
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
    return tuple(
        sorted(
            chain(
                _neutral(text) if "[" in text else (),
                _appeals(text) if "EA" in text else (),
                _notices(text),
                _cases(text) if "ic-" in text.lower() else (),
                _scottish(text),
            ),
            key=lambda each: (each.span, each.key),
        )
    )


def _neutral(text: str) -> Iterator[Reference]:
    for hit in _NEUTRAL.finditer(text):
        court = " ".join(hit["court"].upper().split())
        for number in (hit["number"], *_FURTHER.findall(hit["more"])):
            key = f"[{hit['year']}] {court} {int(number)}"
            yield Reference(key, _COURTS[court], int(hit["year"]), Span(*hit.span()))


def _appeals(text: str) -> Iterator[Reference]:
    for hit in _APPEAL.finditer(text):
        for number in (hit["number"], *_FURTHER.findall(hit["more"])):
            key = f"EA/{hit['year']}/{number}"
            yield Reference(key, TRIBUNAL, int(hit["year"]), Span(*hit.span()))


# An expression that ignores case is slow on a whole text; what it needs is rare and found fast.
def _notices(text: str) -> Iterator[Reference]:
    for start, end in numbers(text):
        if end - start != 8:
            continue
        hit = _NOTICE.search(text, max(0, start - 6), end + 1)
        if hit is not None:
            yield Reference(f"{hit['kind'].upper()}{hit['number']}", ICO, None, Span(*hit.span()))


def _cases(text: str) -> Iterator[Reference]:
    for hit in _CASE.finditer(text):
        yield Reference(f"IC-{hit['number'].upper()}", ICO, None, Span(*hit.span()))


def _scottish(text: str) -> Iterator[Reference]:
    at = text.find("/20")
    while at >= 0:
        hit = _SCOTTISH.search(text, max(0, at - _BEFORE), at + len("/2026 "))
        if hit is not None:
            key = f"Decision {int(hit['number']):03}/{hit['year']}"
            yield Reference(key, SIC, int(hit["year"]), Span(*hit.span()))
        at = text.find("/20", at + 1)
