"""Sections 23(1) and 24(1) claimed together for the same information.

The two exclude each other; they may be pleaded in the alternative ([2021] UKUT 248 (AAC)).
Sections 23(5) and 24(2) may be used together.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Source

RULE = Rule(
    code="EX105",
    slug="s23-24-misuse",
    cites=(
        foia("23", "1"),
        foia("24", "1"),
        Source("[2021] UKUT 248 (AAC)", "https://www.bailii.org/uk/cases/UKUT/AAC/2021/248.html"),
    ),
    why=(
        "Section 24(1) begins where section 23(1) ends: the same information cannot fall in "
        "both. Where saying which would itself give something away, the two may be claimed in "
        "the alternative, in those words."
    ),
    fix=(
        "Say that the information is exempt under section 23(1) or, in the alternative, section "
        "24(1); or which parts fall under each."
    ),
)
_ALTERNATIVE = Phrase(
    r"alternativ|\beither (?:\w+ ){0,4}?(?:sections? |s\.? ?)2[34]\b|\bone (?:or|and not) (?:the )?other\b|\b(?:exempt|withheld)\b[^\n]{0,30}\b2[34](?:\(1\))? or (?:under )?(?:section |s\.? ?)?2[34]\b",
    "alternativ",
    "either",
    "one or",
    "one and",
    "24",
    "23",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when both disclosure limbs are relied on for the same part, with no "alternative"."""
    first = next((u for u in letter.relied() if u.cite.within(foia("23", "1"))), None)
    second = next((u for u in letter.relied() if u.cite.within(foia("24", "1"))), None)
    if first is None or second is None or _ALTERNATIVE.found(letter.own):
        return
    if first.parts and second.parts and not set(first.parts) & set(second.parts):
        return
    yield RULE.finding(
        letter,
        second.spans[0],
        f"{first.cite} and {second.cite} are relied on together; they exclude each other unless "
        "claimed in the alternative.",
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Sections 23 and 24 stand in one letter."""
    both = {use.cite.number: use for use in letter.relied() if use.cite.number in ("23", "24")}
    if len(both) == 2 and letter.regime == "FOIA" and not _ALTERNATIVE.found(letter.own):
        yield RULE.hint(
            letter,
            both["24"].spans[0],
            "Check that sections 23 and 24 are not both claimed for the same information.",
        )
