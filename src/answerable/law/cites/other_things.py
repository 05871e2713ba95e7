"""What has sections and regulations and is none of the four laws: told by the words around a number.

Words that name another Act after "of" are judged in ``naming``; here are the looser forms, in which
another Act stands in a bracket or behind a noun, and forms, vehicles and headings.
"""

import re
from functools import cache

from answerable.law import store

_WHERE = re.compile(r"\s(?:below|above|overleaf|attached|opposite)\b", re.IGNORECASE)
_FILL = re.compile(
    r"\b(?:complete|completing|fill(?:ing)?\s(?:in|out)|tick(?:ing)?)\s(?:(?:out|in|the|all|of|only)\s){0,3}$",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:vehicle|car|van|lorry|bus|taxi|motorcycle|number|numberplate|plate|dvla)[\s,:(]{1,2}$",
    re.IGNORECASE,
)
# "Section 12 (Licensing Act)": another Act in a bracket. Where the provision is ours, the bracket
# tells what it rests on: section 44 (Care Act 2014), section 21, section 40 (Data Protection Act).
_BRACKET = re.compile(
    r"\s{0,2}\(\s?(?:(?:of|under|from)\s)?(?:the\s)?"
    r"(?!Data Protection|UK GDPR|DPA|Freedom|FOI|Environmental Information|EIR|Fees|Appropriate)"
)
_RESTS_ON_ANOTHER = frozenset({"21", "26", "40", "44"})
# "Section 30 investigation reports under the Flood and Water Management Act 2010".
_NOUN = re.compile(
    r"\s{1,2}(?:[a-z][a-z-]{2,20}\s){0,3}?(?:investigations?|reports?|orders?|notices?|agreements?|assessments?|certificates?|permissions?|licen[cs]es?"
    r"|applications?|powers?|inspections?|inquir(?:y|ies)|enquir(?:y|ies)|plans?|registers?|duties|schemes?|permits?|grants?|directions?|referrals?|appeals?)"
    r"\s(?:(?:made|issued|served|given|granted|carried\sout|published|prepared|held)\s)?(?:under|of|in|pursuant\sto)\s(?:the\s)?"
)
_HEADED = re.compile(r"\s{0,2}\(\s?([A-Z][a-z][^()\n]{2,60})\)")


def stands_alone(text: str, end: int) -> bool:
    """Whether "section 3" is only a part of a paper: "section 3 below"."""
    return _WHERE.match(text, end) is not None


def of_a_form(text: str, start: int) -> bool:
    """Whether what begins at ``start`` is to be filled in: "please complete section 12"."""
    return _FILL.search(text, max(0, start - 36), start) is not None


def of_a_vehicle(text: str, start: int) -> bool:
    """Whether "reg 12" at ``start`` is a registration: "vehicle reg 12 XYZ"."""
    return _VEHICLE.search(text, max(0, start - 14), start) is not None


def of_another_law(
    text: str, end: int, number: str, other: re.Pattern[str], own: re.Pattern[str]
) -> bool:
    """Whether a bare number that ends at ``end`` is of another law by the looser forms.

    ``other`` matches the name of another law, ``own`` of one of the four.
    """
    if text[end : end + 1] not in (" ", "\xa0", "\n", "(", ":"):
        return False
    bracket = _BRACKET.match(text, end)
    if number in _RESTS_ON_ANOTHER:
        bracket = None
    noun = _NOUN.match(text, end) if number != "44" else None
    return any(
        other.match(text, each.end()) and not own.match(text, each.end())
        for each in (bracket, noun)
        if each is not None
    )


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = store.table("others")
    titles = "|".join(re.escape(title) for title in data["headings"])
    about = "|".join(data["ours_about"])
    return (
        re.compile(rf"\s{{0,2}}[(:–—-]\s?(?:{titles})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{about})", re.IGNORECASE),
    )


def headed_otherwise(text: str, end: int) -> bool:
    """Whether a bare regulation is headed as none of ours is: "Regulation 12 (Safe care …)"."""
    titles, about = _headings()
    if titles.match(text, end):
        return True
    headed = _HEADED.match(text, end)
    return headed is not None and about.search(headed.group(1)) is None
