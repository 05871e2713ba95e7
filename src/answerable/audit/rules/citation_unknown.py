"""A decision is cited that the collection does not hold, or that nobody can have given."""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.citations import cited, impossible
from answerable.model import Certainty, Finding, Letter, Severity, Source

RULE = Rule(
    code="CT101",
    slug="citation-unknown",
    cites=(Source("Good practice: a decision relied on is one the applicant can find and read"),),
    why=(
        "An applicant, a reviewer and the Commissioner will look the decision up. A reference "
        "that leads nowhere, or to a decision about something else, takes away what the reasoning "
        "rests on. The collection here holds leading decisions only, so a reference that it does "
        "not know may well be right: it is said once, as a point to check."
    ),
    fix="Look the decision up, read it, and correct the reference or leave it out.",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on each reference of no known decision; with more weight where it cannot be right."""
    for each in cited(letter):
        key, span = each.reference.key, each.reference.span
        if impossible(each, letter):
            yield RULE.finding(
                letter,
                span,
                f"{key} cannot be right: no decision of that year has such a number.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
            )
        elif each.decision is None:
            yield RULE.finding(
                letter,
                span,
                f"We do not know {key}; check that the decision exists and says so.",
                certainty=Certainty.LIKELY,
                severity=Severity.INFO,
            )
