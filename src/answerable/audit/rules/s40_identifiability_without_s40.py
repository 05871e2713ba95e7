"""Individuals are said to be identifiable, and no provision on personal data or safety is relied on.

A prompt to think again: an authority may choose its exemptions.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import around, plainly
from answerable.audit.wordings.personal import IDENTIFIES, TELLS_WHO
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Role, Span

RULE = Rule(
    code="EX113",
    slug="s40-identifiability-without-s40",
    cites=(
        foia("40", "2"),
        foia("40", "5B"),
        foia("38", "1"),
    ),
    why=(
        "If people could be identified, the exemption made for that is section 40, or section "
        "38 for their safety. Harm to individuals counts under another exemption only if it is "
        "linked to the interest that one protects."
    ),
    fix=(
        "Say whether section 40 or 38 is relied on too; or show how identifying people harms "
        "the interest already claimed."
    ),
    fix_under={
        "FOISA": (
            "Say whether section 38 or 39 is relied on too; or show how identifying people harms "
            "the interest already claimed."
        )
    },
)


# Asked and answered, or said of somebody else: "was satisfied that nobody could be identified".
_NOT_SO = Phrase(
    r"\b(?:not?|n't|nobody|no one|none|never|whether|cannot|unlikely|without|unable|too (?:many|large|big) to|if anyone|companies|firms|legitimate|crimes?|culprits?|offend\w+|officers? (?:who|that) (?:dealt|handled)|the public to (?:see|know|understand|tell))\b(?! (?:naming|giving|disclosing|releasing|publishing|saying|going to|(?:be )?(?:giv|disclos|releas|nam|publish|provid|show|say|tell|suppl|sen[dt])|able to (?:give|name|say|disclose|release)|longer|only))|n't\b",
    "no", "n't", "never", "whether", "cannot", "unlikely", "without", "unable", "too ", "if any", "companies", "firms", "legitimate", "crime", "culprit", "offend", "officer", "public to",
)  # fmt: skip
# What is not given for that reason, in the same breath or next to it.
_KEPT = Phrase(
    r"\b(?:not|n't|cannot|unable to|declin\w+ to|refus\w+ to|without|avoid)\b[^.]{0,30}\b(?:nam(?:e|ed|ing)|giv(?:e|en|ing)|disclos\w*|releas\w*|publish\w*|provid\w*|send|sent|supply|supplied|show|shown|break|broken|say|list|split|set out|share|identif\w+|confirm)\b|\b(?:withh|redact|refus|exempt|kept back|keep back|held back|left out|taken out|removed|blanked|only the (?:total|annual|yearly|overall)|(?:annual|yearly|overall|combined) (?:figure|total))",
    "not", "n't", "cannot", "unable", "declin", "refus", "without", "avoid", "withh", "redact", "exempt", "back", "left out", "taken out", "removed", "blanked", "only the", "annual", "yearly", "overall", "combined",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when identification is a reason and ss.38 and 40 are not named at all."""
    if letter.regime in ("EIR", "EISR"):
        return
    if any(
        u.cite.number in ("38", "39", "40") and u.role is not Role.QUOTED for u in letter.provisions
    ):
        return
    numbers = {use.cite.number for use in letter.relied()}
    relied = bool(numbers)
    span = IDENTIFIES.search(letter.own) if relied else None
    # What redaction would take is told under sections 12 and 14; section 21 keeps nothing back.
    if span is None and not letter.ncnd and not (relied and numbers <= _OF_ALL):
        span = _told(letter, relied=relied)
    if span is not None and "data protection" not in letter.own:
        yield RULE.finding(
            letter,
            span,
            "Identification of individuals is given as a reason and no provision on personal data "
            "or safety is relied on.",
            certainty=Certainty.LIKELY,
        )


_OF_ALL = {"12", "14", "21", "22", "25", "27"}


def _told(letter: Letter, *, relied: bool) -> Span | None:
    """Where it is told in plain words that people could be known, as a reason for keeping it back."""
    for phrase in (TELLS_WHO, IDENTIFIES):
        for span in plainly(phrase, _NOT_SO, letter.own):
            if relied or _KEPT.found(letter.own, *around(letter.own, span)):
                return span
    return None
