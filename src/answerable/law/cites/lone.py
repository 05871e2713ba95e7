"""A number alone in a list: another provision ("sections 40(2) and 41"), or a count of things."""

import re

from answerable.law import store
from answerable.law.cites.leads import Lead
from answerable.law.cites.series import Item
from answerable.model import Regime

# A number alone may be a count of something: "s.40(2) and 12 pages", "section 12, 18 hours".
_COUNTED = re.compile(
    r"\s{1,2}(?:(?:other|further|more|such|working|calendar|full|individual|separate)\s)?"
    r"(?:pages?|days?|hours?|minutes?|weeks?|months?|years?|people|persons?|e-?mails?|documents?|records?|files?"
    r"|questions?|requests?|times?|cases?|members?|staff|individuals?|officers?|incidents?|children|pupils?|patients?"
    r"|employees?|posts?|items?|letters?|reports?|others?|names?|lines?|sheets?|copies|properties|per\b|percent|million|am\b|pm\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)",
    re.IGNORECASE,
)
_OF_OURS = (
    r"of\s(?:the\s)?(?:foi|f\.o|freedom|act|env|eir|ei\(|reg|2000|2002|said|same)|foi|eir|ei\(s\)r"
)
_GOES_ON = re.compile(
    rf"\s{{0,2}}(?:$|[.,;:)\]\"'”’/&+–—-]|(?:{_OF_OURS}|and\b|or\b|appl|are\b|is\b|both\b|which\b|do\b|does\b|were\b|was\b"
    r"|have\b|has\b|to\b|in\b|as\b|because\b|where\b|under\b|respectively\b|exempt|when\b|for\b|so\b|on\b|since\b|by\b"
    r"|neither\b))",
    re.IGNORECASE,
)
# After a limb the number is less sure: "12 are exempt under section 40(2) and 23 were not held".
_LAST_OF_LIST = re.compile(
    rf"\s{{0,2}}(?:$|[.,;:)\]\"'”’/&+–—]|(?:{_OF_OURS}|and\b|or\b|appl|both\b|which\b|do\b|does\b|as\b|because\b"
    r"|where\b|respectively\b|exempt|engag|when\b|so\b|since\b|by\b"
    r"|(?:to|for|in\srelation\sto|in\srespect\sof)\s(?:the|this|that|these|your|it|questions?|parts?|all|some|withhold|refuse)\b"
    r"|(?:is|are|was|were|have|has)\s(?:(?:both|also|not|been|being|therefore|all|each)\s){0,2}"
    r"(?:engaged|relied|cited|applied|applicable|absolute|qualified|considered|exemptions?|claimed|upheld|relevant)\b))",
    re.IGNORECASE,
)
# "Section 24(2), 31(3) and 40" goes on after the comma; "of 60, under section 40(2), 23 were …" not.
_IN_LIST = re.compile(
    r"\s{0,2}(?:$|[.;:)\]]|(?:,|/|&|,?\s?(?:and|or)\s)\s{0,2}[0-9]{1,2}[A-Z]?(?:\(|\s|[.,;:)]|$))"
)
_NAMED = re.compile(
    r"\s{1,3}(?:of\s(?:the\s)?)?(?:foi|f\.o\.i|freedom|act\b|environmental|eir|ei\(s\)r|regulations\b)",
    re.IGNORECASE,
)
# What a letter names bare beside another provision: what it refuses under, and how it answers.
_SECTIONS = frozenset([*map(str, (12, 14, 16, 17, *range(21, 45))), "22A"])
_REGULATIONS = frozenset(map(str, (5, 6, 7, 9, 10, 11, 12, 13, 14)))


def known_section(number: str) -> bool:
    """Whether the Act of 2000 has a section of this number: 22A and not 2B."""
    return number in store.structure().regimes[Regime.FOIA].sections


def has_limb(law: Regime, number: str, parts: tuple[str, ...]) -> bool:
    """Whether a law has a provision of this number and these limbs."""
    section = store.structure().regimes[law].sections.get(number)
    tail = "".join(f"({part})" for part in parts)
    return section is not None and (
        not tail or tail in section.limbs or any(tail.startswith(each) for each in section.open)
    )


def may_be_a_section(number: str) -> bool:
    """Whether a number with limbs is too high for a subsection: "subsection 40(5B)"."""
    return number.isdigit() and int(number) >= 12


def may_stand_bare(
    text: str, join: re.Match[str], number: str, end: int, before: Item, lead: Lead
) -> bool:
    """Whether the number without a limb behind ``join`` is another provision of the list."""
    at = join.end()
    if _COUNTED.match(text, end):
        return False
    if lead.plural:
        return True
    # "section 22 - 5 records": a dash between spaces is punctuation.
    ranged = join.group("range") is not None
    if ranged and text[at - 1].isspace() and not text[:at].rstrip().lower().endswith("to"):
        return False
    if not before.parts:
        return _GOES_ON.match(text, end) is not None
    if _NAMED.match(text, end):
        return True
    if ranged or number not in (_REGULATIONS if lead.environmental else _SECTIONS):
        return False
    listed = join.group().strip() in (",", ";")
    return (_IN_LIST if listed else _LAST_OF_LIST).match(text, end) is not None
