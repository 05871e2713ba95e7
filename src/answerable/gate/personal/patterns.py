"""UK identifiers by their form and, where the form is weak, by the words around them."""

import re
from typing import NamedTuple

from answerable.gate.personal.forms import forms


class Hit(NamedTuple):
    """One identifier: what kind, and the characters."""

    kind: str
    text: str


_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_NINO = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"
)
_PHONE = re.compile(
    r"(?<![\w.])(?:\+44 ?\(?0?\)? ?|0)(?:7\d{3}|[12]\d{2,3}|3\d{2}|8\d{2})[ -]?\d{3}[ -]?\d{3,4}(?!\d)"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_TEN = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_SORT = re.compile(r"(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
)
_NHS_WORD = re.compile(r"\bNHS\b|patient", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"(?<![^\W\d_])[A-Z][a-z'’-]+ [A-Z][a-z'’-]+ ?[(:,–-] ?(\d{3} \d{3} \d{4})(?!\d)"
)
_UTR_WORD = re.compile(r"\bUTR\b|tax(?:payer)? ref", re.IGNORECASE)
_BIRTH_WORD = re.compile(r"\bD\.?O\.?B\b|birth|\bborn\b", re.IGNORECASE)
_BIRTH = ("birth", "born", "dob", "d.o", "do.b", "d.ob")
_BANK_WORD = re.compile(r"sort code|account n|bank", re.IGNORECASE)

_HEADERS = (
    ("NHS number", re.compile(r"\bnhs\b.*(no|num)|^nhs$", re.IGNORECASE)),
    ("National Insurance number", re.compile(r"\bni(no)?\b( ?n|$)|national ins", re.IGNORECASE)),
    ("tax reference", re.compile(r"\butr\b", re.IGNORECASE)),
    ("date of birth", re.compile(r"\bd\.?o\.?b\b|birth", re.IGNORECASE)),
    ("bank details", re.compile(r"sort ?code|account (no|num)|\biban\b", re.IGNORECASE)),
    (
        "name",
        re.compile(
            r"^(full |first |last |sur|fore)?name$|surname|forename|^employee$|^officer$|"
            r"^(holder|tenant|applicant|claimant|patient|pupil|child|resident|customer|client|employee|"
            r"complainant|driver|owner)('?s)?[ _]name$",
            re.IGNORECASE,
        ),
    ),
    ("home address", re.compile(r"^(home )?address|postcode", re.IGNORECASE)),
    ("phone number", re.compile(r"phone|mobile", re.IGNORECASE)),
    ("e-mail address", re.compile(r"e-?mail", re.IGNORECASE)),
)


def hits(text: str) -> list[Hit]:
    """The identifiers in a text. Each search is linear in its length."""
    found: list[Hit] = []
    if "@" in text:
        found += [Hit("e-mail address", one) for one in _MAIL.findall(text)]
    may = forms(text)
    if may.nino:
        found += [Hit("National Insurance number", one) for one in _NINO.findall(text)]
    if may.phone:
        found += [Hit("phone number", one) for one in _PHONE.findall(text)]
    if may.postcode:
        found += [Hit("postcode", one) for one in _POSTCODE.findall(text)]
    if may.ten and _NHS_WORD.search(text):
        found += [Hit("NHS number", one) for one in _TEN.findall(text) if nhs(one)]
    elif may.ten:  # written as such a number is, right after the name of somebody
        found += [Hit("NHS number", one) for one in _OF_SOMEBODY.findall(text) if nhs(one)]
    if may.ten and _UTR_WORD.search(text):
        found += [Hit("tax reference", one) for one in re.findall(r"(?<!\d)\d{10}(?!\d)", text)]
    if may.date and _of_birth(text):
        found += [Hit("date of birth", one) for one in _DATE.findall(text)]
    if may.sort and _BANK_WORD.search(text):
        found += [Hit("bank details", one) for one in _SORT.findall(text)]
    return found


def _of_birth(text: str) -> bool:
    """Whether a text speaks of a birth; most dates do not, and a search costs ten times as much."""
    low = text.lower()
    return any(one in low for one in _BIRTH) and _BIRTH_WORD.search(text) is not None


def has_postcode(text: str) -> bool:
    """Whether a whole postcode stands in a text."""
    return _POSTCODE.search(text) is not None


def nhs(text: str) -> bool:
    """Whether ten digits pass the check sum of an NHS number (one chance number in eleven does)."""
    digits = [int(one) for one in text if one.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check % 11 == digits[9] and check != 10


def header_kind(header: str) -> str:
    """What a column of this name holds about a person, "" if nothing."""
    if len(header) > 40:
        return ""
    return next((kind for kind, pattern in _HEADERS if pattern.search(header.strip())), "")
