"""A refusal that gives no way to ask the authority to look again, and does not say there is none.

FOIA s.17(7)(a). Under the Regulations and the Scottish Act other rules ask for it.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, judged_by_foia, refusal_notice_due
from answerable.audit.wordings.rights import complaints_way, hints_at_review
from answerable.model import Certainty, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="SN102",
    slug="review-missing",
    cites=(foia("17", "7", "a"),),
    why=(
        "A refusal notice has to give the authority's procedure for complaints about how "
        "requests are handled, or say that it has none. Without it the applicant cannot use the "
        "quickest remedy."
    ),
    fix=(
        "Say how to ask for an internal review, to whom and by when; or say that there is no "
        "procedure."
    ),
    own_law=False,
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a refusal shows neither a review nor that there is none."""
    if letter.shows.review is not None or letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    if letter.regime == "EIR" or not judged_by_foia(letter) or not refusal_notice_due(letter):
        return
    if complaints_way(letter) is not None:  # told, though not as a review: another rule's
        return
    doubtful = hints_at_review(letter)
    yield RULE.finding(
        letter,
        None,
        "The notice does not show how to ask for an internal review, nor that there is no such "
        f"procedure, required by {foia('17', '7', 'a')}.",
        certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
        severity=Severity.MEDIUM if doubtful else None,
    )
