"""A refusal that never says whether the information is held.

FOIA s.1(1)(a): unless the duty to confirm or deny is excluded, the applicant is told.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, judged_by_foia
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="SN107",
    slug="held-not-stated",
    cites=(foia("1", "1", "a"),),
    why=(
        "The Act gives two rights, and the first is to be told whether the information is held. "
        "Withholding the information does not answer that."
    ),
    fix=(
        "Say plainly for each part that the information is held, or is not; or rely on the "
        "provision that excludes the duty to confirm or deny."
    ),
)
_OUTCOMES = (Outcome.REFUSED, Outcome.ALREADY_ACCESSIBLE, Outcome.FUTURE_PUBLICATION)
# Not a confirmation in so many words, but a reader would take it for one.
_IMPLIED = Phrase(
    r"\bwe have (?:the|a|an|these|those|it|this|two|three|\d)|in our (?:records|files|possession)|the (?:report|contract|document|file|record|email)s? (?:is|are|was|contains?)",
    "we have", "in our", "the ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when something is withheld and nothing says that it is held."""
    if letter.ncnd or letter.outcome not in _OUTCOMES or not judged_by_foia(letter):
        return
    shows = letter.shows
    if shows.held or shows.not_held or shows.supplied:
        return
    implied = _IMPLIED.search(letter.own) is not None or bool(letter.relied())
    yield RULE.finding(
        letter,
        shows.withheld,
        f"The notice does not say whether the information is held, required by {foia('1', '1', 'a')}.",
        certainty=Certainty.LIKELY if implied else Certainty.SURE,
        severity=Severity.MEDIUM if implied else None,
    )
