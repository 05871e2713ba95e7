"""The word that opens a cite: "section", "s.", "Regs", "EIR", read backwards from its number.

Digits are few in a letter and words are many, so the search goes from digit to digit.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from answerable.model import Regime

_DIGITS = re.compile(r"[0-9][0-9]*")  # a first character of its own is found fast
_LONGEST = 24
_SECTION = ("section", "sections", "section(s)", "sect", "sect.", "sec", "sec.", "secs", "secs.", "s", "s.", "ss", "ss.",
            "§", "§§", "adran", "adrannau")  # fmt: skip
_REGULATION = ("regulation", "regulations", "regulation(s)", "reg", "reg.", "regs", "regs.", "r", "r.",
               "rheoliad", "rheoliadau")  # fmt: skip
_SUBSECTION = ("subsection", "subsections", "sub-section", "sub-sections")
_NEITHER = ("exemption", "exemptions")
_EXCEPTION = ("exception", "exceptions")
_CLAUSE = ("clause", "clauses")  # of a contract, unless the law is named with it
_NAMES = {
    "eir": Regime.EIR,
    "eirs": Regime.EIR,
    "eisr": Regime.EISR,
    "eisrs": Regime.EISR,
    "ei(s)r": Regime.EISR,
    "ei(s)rs": Regime.EISR,
    "foia": Regime.FOIA,
    "foisa": Regime.FOISA,
    "foi(s)a": Regime.FOISA,
}
_ENVIRONMENTAL: dict[str, bool | None] = {
    **dict.fromkeys(_SECTION, False),
    **dict.fromkeys(_SUBSECTION, False),
    **dict.fromkeys(_REGULATION, True),
    **dict.fromkeys(_EXCEPTION, True),
    **dict.fromkeys(_NEITHER, None),
    **dict.fromkeys(_CLAUSE, False),
    **{name: regime.environmental for name, regime in _NAMES.items()},
}
_PLURALS = frozenset({*_SECTION[1:3], "secs", "secs.", "ss", "ss.", "§§", "adrannau", *_SUBSECTION[1::2], *_REGULATION[1:3],
                      "regs", "regs.", "rheoliadau", "exemptions", "exceptions"})  # fmt: skip
_YEARS = ("2000", "2002", "2004")
UNOPENED = ""  # the word of a cite that has none
BARE = "(bare)"  # the same, where the reader of a letter takes the number and limb for its law's
# What may stand between the start of a word and the opening word in it: "(section", "s.31/s.".
_TAIL = re.compile(r"(?:^|[/;,—–|>])[\"'“‘(\[-]{0,3}([a-z§][a-z.()§]{0,12})$")
_LONE = frozenset({"s", "ss", "r"})
_LIMBED = frozenset({"r", "r.", UNOPENED, BARE, *_SUBSECTION, *_NEITHER, *_EXCEPTION})
# "the exemption at 40(2)", "the exception set out in 12(5)(e)".
_AT = re.compile(
    r"\b(exemptions?|exceptions?)\s(?:(?:set\sout|contained|found|provided(?:\sfor)?|given)\s)?(?:at|in|under|by|of)\s{1,2}$",
    re.IGNORECASE,
)
# What a cite without an opening word may follow: "under 12(5)(e) of the EIR", "(24(2) FOIA)";
# "paragraph 12(2) of" or "page 40 (2)" is a number of something else.
_FOLLOWS = re.compile(
    r"(?:^|[(\[,;:>\n]\s?|\b(?:under|by|in|at|with|see|per|on|via|from|using|citing|cite|cites|and|or|engages?|engaged|applie[sd]|apply|applying"
    r"|invoked?|invoking|claim(?:ed|ing|s)?|relied|exempt|pursuant\sto|virtue\sof|terms\sof|meaning\sof)\s{1,2})$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers of ``text`` begin and end; of the last texts it is known.

    A letter is gone through for cites and then for decisions.
    """
    return tuple([match.span() for match in _DIGITS.finditer(text)])


class Lead(NamedTuple):
    """Where the opening word stands and what it tells."""

    start: int
    word: str
    environmental: bool | None  # None: an "exemption", which tells nothing
    regime: Regime | None  # the law, if the word is its name
    tight: bool  # "S31": the number joined to a lone letter

    @property
    def plural(self) -> bool:
        """Whether several provisions are announced."""
        return self.word in _PLURALS

    @property
    def needs_law(self) -> bool:
        """Whether it is a cite only where the law is named: "clause 21 of the 2000 Act"."""
        return self.word in _CLAUSE

    @property
    def welsh(self) -> bool:
        """Whether the cite is in Welsh, where lists go on with "a" and "i"."""
        return self.word.startswith(("adran", "rheoliad"))

    @property
    def subsection(self) -> bool:
        """Whether a subsection is announced, which may be the whole cite: "subsection 40(5B)"."""
        return self.word in _SUBSECTION

    @property
    def needs_limb(self) -> bool:
        """Whether a number alone would be too little: "EIR 2004", "exemption 3", "r 12"."""
        return self.regime is not None or self.word in _LIMBED


def lead_before(text: str, at: int) -> Lead | None:
    """The opening word that stands just before a number at ``at``; None if there is none."""
    head = text[max(0, at - _LONGEST) : at]
    words = head.rstrip()
    gap = len(head) - len(words)
    if not words or gap > 5 or (gap > 1 and head.count("\n", -gap) > 1):
        return None
    last = words.rsplit(None, 1)[-1]
    word = _opening(last.lower())
    if word is None and last in _YEARS:
        return _named_with_year(text, at, words, gap)
    if word is None:
        return None
    return Lead(
        start=at - gap - len(word),
        word=word,
        environmental=_ENVIRONMENTAL[word],
        regime=_NAMES.get(word),
        tight=word in _LONE and not gap,
    )


# "Article 10(2)", "clause 31(1)", "minute 12(4)": numbers of other things.
_OTHERS = re.compile(
    r"(?:^|[^a-z])(?:art(?:icle)?s?|sched(?:ule)?s?|sch|sub-?(?:section|paragraph)s?|para(?:graph)?s?|rules?|clauses?|orders?|parts?|annex(?:es)?"
    r"|appendix|appendices|principles?|chapters?|questions?|items?|numbers?|nos?|pages?|conditions?|tables?|figures?|notes?|minutes?|versions?|ref(?:erence)?"
    r"|polic(?:y|ies)|standards?|criteri(?:on|a)|bye-?laws?|standing|cpr|act|acts|gdpr|dpa|limbs?|points?|heads?)\.? {0,2}$",
    re.IGNORECASE,
)
_LIMB_FOLLOWS = re.compile(r"[A-Z]?\([0-9a-z]{1,3}\)")
_BEFORE_IT = frozenset(" \n\t(|/[\"“‘'—–-")


def unled(text: str, at: int, stop: int) -> Lead | None:
    """The place of a number and limb without an opening word: "43(2) is engaged"; else None."""
    if stop - at != 2 or _LIMB_FOLLOWS.match(text, stop) is None:
        return None
    if at and (text[at - 1] not in _BEFORE_IT or _OTHERS.search(text, max(0, at - _LONGEST), at)):
        return None
    return Lead(start=at, word=BARE, environmental=None, regime=None, tight=False)


def unopened(text: str, at: int, stop: int) -> Lead | None:
    """What stands for the opening word of a number with a limb that has none before it.

    "The exemption at 40(2)" says what it is; "under 12(5)(e) of the EIR" must go on to name its
    law, which the caller has to see to.
    """
    if text[stop : stop + 1] != "(" or stop - at != 2:
        return None
    head = text[max(0, at - 50) : at]
    said = _AT.search(head)
    if said is not None:
        word = said.group(1).lower()
        return Lead(at - len(head) + said.start(), word, _ENVIRONMENTAL[word], None, tight=False)
    if _FOLLOWS.search(head, max(0, len(head) - 16)) is None:
        return None
    return Lead(at, UNOPENED, None, None, tight=False)


def _opening(last: str) -> str | None:
    if last in _ENVIRONMENTAL:
        return last
    if last.isalnum():
        return None
    # A lone "s" joined to a quote or a hyphen is the end of another word: "the Council's 5 staff".
    found = _TAIL.search(last)
    if found is None or found.group(1) not in _ENVIRONMENTAL:
        return None
    word = found.group(1)
    return None if word in _LONE and last[: -len(word)].endswith("-") else word


def _named_with_year(text: str, at: int, words: str, gap: int) -> Lead | None:
    """The opening name with its year, as in "EIR 2004 12(5)(b)"."""
    name = words[:-4].rstrip().rsplit(None, 1)[-1:]
    word = _opening(name[0].lower()) if name else None
    if word is None or word not in _NAMES:
        return None
    start = at - gap - (len(words) - words.lower().rfind(word))
    return Lead(start, word, _ENVIRONMENTAL[word], _NAMES[word], tight=False)
