"""Whose provision it is: the law named before or after a cite, ours or another's."""

import re
from enum import Enum
from functools import cache
from typing import Final, Literal

from answerable.law import store
from answerable.law.cites.other_things import of_another_law
from answerable.model import Regime


class _Other(Enum):
    NOT_OURS = 0


NOT_OURS: Final = _Other.NOT_OURS
Naming = Regime | Literal[_Other.NOT_OURS] | None

_OURS = (
    (Regime.FOISA, r"foisa\b|foi\(s\)a|f\.?o\.?i\.?\s?\(scotland\)\s(?:act)?|freedom\sof\sinformation\s\(scotland\)\sact|2002\sact\b"),
    (Regime.EISR, r"ei\(s\)rs?\b|eisrs?\b|eir\(s\)|eirs?\s?\(scotland\)|environmental\sinformation\s\(scotland\)\sreg\w*"),
    (Regime.FOIA, r"foia\b|f\.o\.i\.?(?:\sact)?|foi\sact|free\w{0,5}\sof\sinfo\w{0,8}\s?(?:act|\(foia?\)|$)|2000\sact\b|foi\b|dd?eddf\srhyddid\sgwybodaeth"),
    (Regime.EIR, r"eirs?\b|e\.i\.r\.?s?|environmental\sinfo\w{0,8}\sreg\w*|2004\sregulations\b|rh?eoliadau\sgwybodaeth\samgylcheddol"),
)  # fmt: skip
_OWN_LAW = re.compile(
    "|".join(f"(?P<{regime.value}>{words})" for regime, words in _OURS), re.IGNORECASE
)
_CLOSED = ("", ".", ";", ":", "?", "!")
_YEAR = re.compile(
    r"(?:\s(?:2000|2002|2004)\b)?(?:\s\([\"'“‘]?(?:the\s)?(?:foia?|foisa|eirs?|ei\(s\)rs?|act|regulations)[\"'”’]?\))?",
    re.IGNORECASE,
)
# "(personal data)" or a closing quote, then "of the", "under that", and such.
_AFTER = re.compile(
    r"(?:\s{0,2}(?:\([^()\n]{0,60}\)|[\"'”’]))?\s{0,3},?\s{0,3}"
    r"(?:(?P<prep>of|under|in|to|from|within|o(?:['’]r)?)\s{1,3})?"
    r"(?:(?P<the>the|this|that|our|your|its|their|his|her|my|an?|any|these|those)\s{1,3})?"
    r"(?:(?:same|said|above|aforementioned|relevant|current|amended|scottish|uk)\s)?",
    re.IGNORECASE,
)
# "the Act", "that legislation", "Part II of the Act": ours, but which one is not said.
_PLAIN = re.compile(
    r"(?:(?:part|chapter)\s(?:[0-9]|[iv]{1,3})\b(?!\s(?:of\sth(?:is|e)\s(?!act|reg|foi|free|env)))"
    r"|(?:act|(?<=r\s)(?:ddeddf|rheoliadau)|regulations|regs|legislation|statute|exemptions?|exceptions?)\b(?!\s?(?:19|200[1-9]|20[1-9])))"
    r"(?:\sof\sthe\sact\b)?",
    re.IGNORECASE,
)
_DATED = re.compile(r"((?:19|20)[0-9]{2})\s(?:Acts?|Regulations|Order)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w'’.&-]{0,24}"
# Another law within the next words: a capitalised name that ends in Act, Regulations, Order …
_OTHER_LAW = re.compile(
    rf"{_NAME}(?:[\s,]{{1,2}}(?:\(?{_NAME}\)?|and|&|of|the|for|in|at|by|from|to|with|etc\.?|on|\([A-Z][^()\n]{{0,60}}\))){{0,14}}?"
    r"[\s,]{1,2}(?:Acts?|Regulations|Order|Rules|Directive|Measure|Byelaws?|Convention|Instrument|Bill|Code|Charter)\b"
    # In Welsh the kind of law comes first; and "T&CPA 1990" is one by its letters and its year.
    r"|(?:Dd?eddf|Rh?eoliadau|Gorchymyn|Mesur)\s(?!Rhyddid\b|Gwybodaeth\b)[A-Z]"
    r"|[A-Z][A-Z&]{0,8}(?:A|R|Act|Regs)\s(?:19|20)[0-9]{2}\b"
)
# Things that have numbered sections and are no law.
_THING = re.compile(
    r"(?:[\w'’-]{1,20}\s){0,4}?(?:contracts?|agreements?|reports?|polic(?:y|ies)|strateg(?:y|ies)|plans?|guidance|guidelines"
    r"|handbook|constitution|manual|forms?|questionnaire|documents?|leases?|specification|tender|letter|request"
    r"|statement|schedule|minutes|guide|protocol|charter|scheme|procedures?|website|annex|appendix|licence|permit|toolkit"
    r"|prospectus|curriculum|framework|budget|standing\sorders|terms|spreadsheet|template|proforma|bundle|attachment"
    r"|road|route|line|track|motorway|river|path|footpath|wall|fence|building|site|estate|cemetery|course|syllabus)\b",
    re.IGNORECASE,
)
# "Section 12 in line with our policy": how, and not of what.
_SO = re.compile(
    r"(?:line|accordance|relation|respect|conjunction|keeping|compliance|full|part|(?:its|their) entirety|(?:this|that|the) case)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:exempt\w*|withh\w+|redact\w*|refus\w*|removed|kept\sback)\s(?:\w+\s){0,2}(?:under|by|on)\s(?:the\s)?(?:sections?|ss?\.?|reg\w*\.?)\s?[\w().,\s]{1,16}\Z",
    re.IGNORECASE,
)
_BEFORE_OWN = re.compile(
    r"(?<!\w)(?:foisa|foi\(s\)a|foia|foi|eirs?|eisrs?|ei\(s\)rs?|foi\sact|foi\s\(scotland\)\sact|freedom\sof\sinformation(?:\s\(scotland\))?\sact"
    r"|dd?eddf\srhyddid\sgwybodaeth|rh?eoliadau\sgwybodaeth\samgylcheddol"
    r"|environmental\sinformation(?:\s\(scotland\))?\sregulations|environmental\sinformation(?:\s\(scotland\))?\sregs)"
    r"(?:\s\((?:foia?|foisa|eirs?|the\s(?:act|regulations))\))?(?:\s(?:2000|2002|2004))?"
    r"(?:\s\([\"'“‘]?(?:the\s)?(?:foia?|foisa|eirs?|ei\(s\)rs?|act|regulations)[\"'”’]?\))?"
    r"['’]?s?(?:\s(?:exemptions?|exceptions?))?$",
    re.IGNORECASE,
)
_BETWEEN = " \t\n\xa0,:–—-("
_BEFORE_OTHER = re.compile(
    r"(?:\b(?!(?:The|This|That|Said|Same|Our|FOI|Information)\b)[A-Z][\w'’)-]{0,24}\s(?:Act|Regulations|Order|Rules|Measure)"
    r"(?:\s(?:19|20)\d\d)?|\b(?:Act|Regulations|Order|Rules)\s(?!2000|2002|2004)(?:19|20)\d\d)['’]?s?$"
)


@cache
def _others() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, frozenset[str]]]:
    """Words of other laws after a cite, their short names, and the numbers a word goes with."""
    data = store.table("others")
    numbers: dict[str, frozenset[str]] = {}
    for row in data["others"]:
        for word in row["follows"]:
            key = word.lower()
            but = [f"-{number}" for number in row.get("but", ())]
            only = frozenset([*row.get("numbers", ("*",)), *but])
            numbers[key] = numbers.get(key, frozenset()) | only
    words = "|".join(re.escape(word) for word in sorted(numbers, key=len, reverse=True))
    between = "|".join(re.escape(word) for word in data["between"])
    follows = re.compile(
        rf"[\s,]{{1,2}}\(?(?:(?:{between})\s){{0,2}}({words})(?:e?s)?\b", re.IGNORECASE
    )
    named = "|".join(re.escape(name) for name in data["named"])
    return follows, re.compile(rf"(?:{named})\b"), numbers


@cache
def _before() -> tuple[frozenset[str], re.Pattern[str]]:
    """The last words a law named before a cite can have, and the short names of other laws."""
    names = store.table("others")["named"]
    ends = ["act", "regulation", "reg", "order", "rule", "measure", "exemption", "exception", "foi", "foia", "foisa",
            "foi(s)a", "eir", "eisr", "ei(s)r", "gwybodaeth", "amgylcheddol", *(name.lower().split()[-1] for name in names)]  # fmt: skip
    short = "|".join(re.escape(name) for name in names)
    pattern = re.compile(rf"(?<!\w)(?:{short})(?:\s(?:19|20)\d\d)?['’]?s?$")
    return frozenset(end.rstrip(_ENDS) for end in ends), pattern


_ENDS = "s'’”\")"


def named_before(text: str, start: int) -> tuple[Naming, int]:
    """The law named just before a cite at ``start`` ("FOIA s.24"), and where its name begins."""
    head = text[max(0, start - 100) : start].rstrip(_BETWEEN)
    last = head[-24:].rsplit(None, 1)[-1:]
    if not last:
        return None, start
    word = last[0].lower().rstrip(_ENDS).lstrip("(\"'“‘")
    ends, others = _before()
    if word not in ends and not word[-1:].isdigit():
        return None, start
    own = _BEFORE_OWN.search(head, max(0, len(head) - 85))
    if own is not None:
        return _which(own.group()), max(0, start - 100) + own.start()
    if _BEFORE_OTHER.search(head, max(0, len(head) - 60)) or others.search(
        head, max(0, len(head) - 30)
    ):
        return NOT_OURS, start
    return None, start


def named_after(text: str, end: int, number: str, *, limbed: bool) -> tuple[Naming, int]:
    """The law named just after a cite that ends at ``end``, and where its name ends.

    ``number`` is the last section of the cite and ``limbed`` whether it has a limb.
    """
    if text[end : end + 1] in _CLOSED:
        return None, end
    if not limbed and of_another_law(text, end, number, _OTHER_LAW, _OWN_LAW):
        return NOT_OURS, end
    after = _AFTER.match(text, end)
    at = after.end() if after else end
    own = _OWN_LAW.match(text, at)
    if own is not None:
        year = _YEAR.match(text, own.end())
        return _which(own.group()), year.end() if year else own.end()
    dated = _DATED.match(text, at)
    if dated is not None:
        return NOT_OURS, end
    plain = _PLAIN.match(text, at)
    if plain is not None:
        return None, plain.end()
    if _another(text, at, end, after, number, limbed=limbed):
        return NOT_OURS, end
    return None, end


def _another(
    text: str, at: int, end: int, after: re.Match[str] | None, number: str, *, limbed: bool
) -> bool:
    follows, named, numbers = _others()
    noun = follows.match(text, end)
    if noun is not None and not limbed:
        only = numbers[noun.group(1).lower()]
        if ("*" in only and f"-{number}" not in only) or number in only:
            return True
    prep = after.group("prep") if after else None
    if prep is None:
        return text[end : end + 1].isspace() and (
            _OTHER_LAW.match(text, at) is not None or named.match(text, at) is not None
        )
    if prep.lower() == "of" and text[at : at + 1].isalnum():
        return True  # "section 5 of the contract": of something, and it is none of ours
    if _OTHER_LAW.match(text, at) or named.match(text, at):
        return True
    # "Redacted under section 40(2) in the attached documents": where it was done, not what of.
    ours = limbed or _SO.match(text, at) or claimed(text, end)
    return not ours and _THING.match(text, at) is not None


def claimed(text: str, end: int) -> bool:
    """Whether something is kept back under the cite that ends at ``end``."""
    return _CLAIMED.search(text, max(0, end - 60), end) is not None


def _which(words: str) -> Regime | None:
    match = _OWN_LAW.match(" ".join(words.split()))
    return Regime(match.lastgroup) if match and match.lastgroup else None
