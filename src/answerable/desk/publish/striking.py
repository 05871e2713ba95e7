"""Striking out who asked, with visible marks, and checking that nothing of them is left.

No database here. ``sure`` terms tell of the person and must not stay; a single part of a name may
be a word like any other ("Mark", "Day") and is for a person to judge.
"""

import re
from dataclasses import dataclass

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "rev"}
_SHORTEST_PART = 3
_SHORTEST_LINE = 6


@dataclass(frozen=True, slots=True)
class Applicant:
    """What is known of who asked."""

    name: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that tell of the applicant, and the mark put in their place."""

    words: str
    mark: str
    sure: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """Where it stands: as words of their own, whatever the spaces between."""
        parts = [re.escape(part) for part in self.words.split()]
        return re.compile(r"(?<!\w)" + r"[\s,.]+".join(parts) + r"(?!\w)", re.IGNORECASE)


def terms(applicant: Applicant) -> list[Term]:
    """Everything to strike, the longest first, so that none leaves its rest behind."""
    found = [
        *_of_name(applicant.name),
        *_of_email(applicant.email, applicant.name),
        *_of_address(applicant.address),
    ]
    return sorted(dict.fromkeys(found), key=lambda term: -len(term.words))


def strike(text: str, applicant: Applicant) -> str:
    """The text with every term replaced by its mark."""
    for term in terms(applicant):
        text = term.pattern.sub(term.mark, text)
    return text


def left_in(text: str, applicant: Applicant, *, sure: bool = True) -> list[str]:
    """The terms that the text still holds: the sure ones, or those that a person must judge."""
    return [
        term.words
        for term in terms(applicant)
        if term.sure is sure and term.pattern.search(text) is not None
    ]


def _of_name(name: str) -> list[Term]:
    words = [word for word in re.split(r"[\s,]+", name) if word]
    bare = [word for word in words if word.strip(".").lower() not in _TITLES]
    mark = "[name removed]"
    whole = [Term(" ".join(each), mark, sure=True) for each in (words, bare) if len(each) > 1]
    # A name of one word is all we have of it, so it is sure.
    parts = [
        Term(word, mark, sure=len(bare) == 1)
        for word in bare
        if len(word.strip(".")) >= _SHORTEST_PART or len(bare) == 1
    ]
    return whole + parts


def _of_email(email: str, name: str) -> list[Term]:
    local, _, host = email.strip().partition("@")
    if not host:
        return []
    mark = "[e-mail removed]"
    found = [Term(email.strip(), mark, sure=True)]
    if len(local) >= _SHORTEST_LINE and local.lower() not in name.lower().split():
        found.append(Term(local, mark, sure=True))  # a part of the name is judged as one
    return found


def _of_address(address: str) -> list[Term]:
    mark = "[address removed]"
    lines = [line.strip(" ,") for line in address.splitlines()]
    # A town alone tells little and is in many answers; a line with a number is a door.
    found = [
        Term(line, mark, sure=True)
        for line in lines
        if len(line) >= _SHORTEST_LINE and any(c.isdigit() for c in line)
    ]
    return found + [Term(code, mark, sure=True) for code in _POSTCODE.findall(address)]
