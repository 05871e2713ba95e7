"""No sentence that nothing should be read into the refusal.

Good practice: no provision requires it.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.model import Certainty, Finding, Letter, Source

RULE = Rule(
    code="NC111",
    slug="ncnd-no-caveat",
    cites=(
        Source(
            "ICO guidance on when to refuse to confirm or deny",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/when-to-refuse-to-confirm-or-deny-holding-information/",
        ),
    ),
    why=(
        "Readers do draw conclusions from a refusal to confirm or deny. One sentence that none "
        "should be drawn costs nothing and is expected."
    ),
    fix=(
        'Add: "This should not be taken as an indication that the information you asked for is '
        'or is not held."'
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when an NCND letter has no such sentence."""
    if letter.ncnd and letter.shows.caveat is None:
        yield RULE.finding(
            letter,
            letter.shows.ncnd,
            "The letter neither confirms nor denies and does not say that nothing should be "
            "inferred from that.",
            certainty=Certainty.LIKELY,
        )
