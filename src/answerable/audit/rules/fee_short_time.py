"""The applicant is given less time to pay a fee than the law gives.

FOIA s.9(2), FOISA s.9(3): three months beginning with the day of the notice. EIR reg 8(5), EI(S)R
reg 8(6): 60 working days. Clocks foia-fee-lapse, foisa-fee and eir-charge.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.fees import fee_asked, shorter_time, time_to_pay
from answerable.model import Finding, Letter

RULE = Rule(
    code="FE102",
    slug="fee-short-time",
    cites=(foia("9", "2"),),
    why=(
        "Until the time has run out the authority must answer once the fee is paid. A letter that "
        "closes the request sooner takes from the applicant a right that is still there."
    ),
    fix="Give the time in which to pay that the law gives, counted from the day of the notice.",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on a shorter period, or an earlier day, where the law's own time is not given too."""
    place = shorter_time(letter, case) if fee_asked(letter) else None
    if place is None:
        return
    yield RULE.finding(
        letter,
        place,
        f"The letter gives less time to pay than the {time_to_pay(letter)} of {foia('9', '2')}.",
    )
