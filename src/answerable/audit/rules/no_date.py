"""A letter without a date: that it was in time cannot be shown from it.

Good practice in keeping records; no provision asks for it, and a published copy may have lost it.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.model import Certainty, Finding, Letter, Source

RULE = Rule(
    code="SN110",
    slug="no-date",
    cites=(Source("Good practice in records (no provision requires it)"),),
    why=(
        "The date is the evidence that the answer was in time, and the times for review count "
        "from it. A reference lets the applicant and the Commissioner find the case."
    ),
    fix=("Put the date and the reference at the head of the letter."),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the letter shows no date of its own."""
    if letter.dates.sent is not None or case.sent is not None:
        return
    also = "" if letter.reference else " and no reference"
    yield RULE.finding(
        letter,
        None,
        f"The letter shows no date{also}, so that it cannot show that the answer was in time.",
        certainty=Certainty.LIKELY,
    )
