"""The word that opens a cite: "section", "s.", "Regs", "EIR", read backwards from its number.

Digits are few in a letter and words are many, so the search goes from digit to digit.
"""

import re
from dataclasses import dataclass

from answerable.model import Regime

#: Numbers with up to three digits; years, sums and telephone numbers are longer or joined.
DIGITS = re.compile(r"[0-9]+")
_LONGEST = 26
_LAST = frozenset("nNsStTcCgGrRaAuUdD.)§024")
_BARE = r"eirs?|eisrs?|ei\(s\)rs?|foia|foisa|foi\(s\)a"
# A word may follow a quote; a lone "s" may not, or "the Council's 5 staff" would be a cite.
_LEAD = re.compile(
    r"(?<![\w£$€])(?:"
    r"(?P<section>sections?|section\(s\)|sect\.?|secs?\.?|adran|adrannau|§{1,2})"
    r"|(?P<regulation>regulations?|regulation\(s\)|regs?\.?|rheoliad|rheoliadau)"
    r"|(?P<exemption>exemptions?|exceptions?)"
    rf"|(?P<bare>{_BARE})(?:\s(?:2000|2002|2004))?)$"
    r"|(?:(?<![\w£$€'’‘.-])|(?<=[\s(]['’‘]))(?:(?P<s>ss?\.?)|(?P<r>r\.?))$"
)
_REGIMES = {
    "eir": Regime.EIR,
    "eisr": Regime.EISR,
    "ei(s)r": Regime.EISR,
    "foia": Regime.FOIA,
    "foisa": Regime.FOISA,
    "foi(s)a": Regime.FOISA,
}
_PLURALS = ("sections", "section(s)", "secs", "secs.", "ss", "ss.", "adrannau", "§§",
            "regulations", "regulation(s)", "regs", "regs.", "rheoliadau",
            "exemptions", "exceptions")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the opening word stands and what it tells."""

    start: int
    word: str
    environmental: bool | None  # None: an "exemption" or "exception", which tells nothing
    regime: Regime | None  # the law, if the word is its name
    tight: bool  # "S31": the number joined to a lone letter

    @property
    def plural(self) -> bool:
        """Whether several provisions are announced."""
        return self.word in _PLURALS

    @property
    def needs_limb(self) -> bool:
        """Whether a number alone would be too little: "EIR 2004", "exemption 3", "r 12"."""
        return self.regime is not None or self.environmental is None or self.word in ("r", "r.")


def lead_before(text: str, at: int) -> Lead | None:
    """The opening word that stands just before a number at ``at``; None if there is none."""
    head = text[max(0, at - _LONGEST) : at]
    word = head.rstrip()
    gap = len(head) - len(word)
    if not word or gap > 5 or word[-1] not in _LAST or (gap and head.count("\n", -gap) > 1):
        return None
    found = _LEAD.search(word.lower())
    if found is None:
        return None
    said, kind = found.group(), found.lastgroup
    name = said.split()[0]
    return Lead(
        start=at - gap - len(said),
        word=said,
        environmental=_environmental(kind, name),
        regime=_REGIMES[name.rstrip("s")] if kind == "bare" else None,
        tight=said == "s" and not gap,
    )


def _environmental(kind: str | None, name: str) -> bool | None:
    if kind == "exemption":
        return True if name.startswith("exception") else None
    if kind == "bare":
        return _REGIMES[name.rstrip("s")].environmental
    return kind in ("regulation", "r")
