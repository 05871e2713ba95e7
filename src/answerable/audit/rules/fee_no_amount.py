"""A fee is asked for before the request is answered, and the letter does not say how much.

FOIA s.9(1) and FOISA s.9(1): the notice specifies the amount. EIR reg 8(4): the applicant is told of
the requirement to pay in advance and of its amount; EI(S)R reg 8.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.fees import fee_asked, names_sum
from answerable.model import Finding, Letter

RULE = Rule(
    code="FE101",
    slug="fee-no-amount",
    cites=(foia("9", "1"),),
    why=(
        "A notice that names no amount is no fees notice: the applicant cannot pay it, and the "
        "days go on counting for the authority."
    ),
    fix="State the fee in pounds, how it was worked out, and how to pay it.",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when payment is asked for first and no sum is named anywhere in the letter."""
    asked = fee_asked(letter)
    if asked is None or names_sum(letter):
        return
    yield RULE.finding(
        letter,
        asked,
        "The letter asks for a fee before the request is answered and does not state its amount, "
        f"required by {foia('9', '1')}.",
    )
