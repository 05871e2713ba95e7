"""Reasons left out because to give them would itself disclose what is exempt.

FOIA s.17(4), FOISA s.16(3). The letter has to say so of its own reasons: to tell what the law
provides ("if the statement would disclose …") and then to give none is not to say it.
"""

from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter

_STATEMENT = r"(?:statements?|reasons?|explanations?|account)"
_GIVING = (
    rf"(?:(?:to|by) (?:say|saying|explain|explaining|give|giving|state|stating|set|setting|spell|spelling|tell|telling|go|going)\b[^.;\n]{{0,90}}?"
    rf"|(?:saying|explaining|giving|stating|setting out|spelling out)\b[^.;\n]{{0,90}}?"
    rf"|(?:any|such an?|a|the|our|those|these|fuller|further|full) (?:[a-z]+ ){{0,2}}?{_STATEMENT}(?: (?:of|as to|for|why) [^.;\n]{{0,40}}?)?"
    rf"|(?:they|it|that|this|which|doing so|to do so|more))"
)
_DISCLOSES = r"(?:disclos\w*|reveal|show|give away|tell|involve (?:the )?(?:disclos|reveal)ing?\w*|amount to (?:a )?disclos\w*|lay open|expose)"
_SPARED = Phrase(
    rf"\b{_GIVING} (?:would|could not but|must|cannot but) (?:itself |themselves |in itself |in themselves |also |then ){{0,2}}{_DISCLOSES}\b"
    rf"|\b{_STATEMENT} (?:\w+ ){{0,3}}?(?:cannot|can not|could not) be (?:given|stated|set out)[^.;\n]{{0,30}} without (?:itself |themselves )?(?:disclos|reveal|giv)\w*"
    rf"|\b(?:cannot|can not|could not|unable to) (?:give|state|explain|say|set out)\b[^.;\n]{{0,60}} without (?:itself |themselves )?(?:disclos|reveal|giv)\w*",
    "disclos", "reveal", "show", "give away", "tell", "lay open", "expose", "giving",
)  # fmt: skip
_LAW_TOLD = compiled(
    r"\b(?:if|where|when|whether or not|insofar|in so far|to the extent|provides|says|states|lays down|entitles|authority (?:is|need|does|has))\b"
)
_OF_REASONS = compiled(rf"\b(?:{_STATEMENT}|why|explain\w*|17 ?\(4\)|16 ?\(3\))")
_EXEMPT = compiled(
    r"\b(?:exempt\w*|protects?|withheld|the information|what is (?:withheld|held)|whether|method|content)\b"
)


@once
def reasons_spared(letter: Letter) -> bool:
    """Whether the letter says that its own reasons would give away what is exempt."""
    own = letter.own
    for span in _SPARED.among(own):
        line = line_at(own, span.start)
        if (
            _OF_REASONS.search(own, *line)
            and _EXEMPT.search(own, span.start, line.end)
            and not _LAW_TOLD.search(own, line.start, span.start)
        ):
            return True
    return False
