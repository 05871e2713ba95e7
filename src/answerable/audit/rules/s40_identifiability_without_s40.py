"""Individuals are said to be identifiable, and no provision on personal data or safety is relied on.

A prompt to think again: an authority may choose its exemptions.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.personal import IDENTIFIES
from answerable.model import Certainty, Finding, Letter, Role

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


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when identification is a reason and ss.38 and 40 are not named at all."""
    if not letter.relied() or letter.regime in ("EIR", "EISR"):
        return
    if any(
        u.cite.number in ("38", "39", "40") and u.role is not Role.QUOTED for u in letter.provisions
    ):
        return
    span = IDENTIFIES.search(letter.own)
    if span is not None and "data protection" not in letter.own:
        yield RULE.finding(
            letter,
            span,
            "Identification of individuals is given as a reason and no provision on personal data "
            "or safety is relied on.",
            certainty=Certainty.LIKELY,
        )
