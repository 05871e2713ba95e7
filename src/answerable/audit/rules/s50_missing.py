"""A refusal that does not tell the applicant of the right to go to the Commissioner.

FOIA s.17(7)(b) with s.50; EIR reg.14(5)(b). Naming the Commissioner for something else is not it.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.bodies import is_uk_wide, may_be_uk_wide
from answerable.audit.wordings.duty import foia, judged_by_foia, refusal_notice_due
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Severity

RULE = Rule(
    code="SN101",
    slug="s50-missing",
    cites=(
        foia("17", "7", "b"),
        foia("50"),
    ),
    why=(
        "Without these particulars the applicant does not learn that an independent regulator "
        "can look at the refusal. Naming the Commissioner, or linking to the website for "
        "something else, does not give them."
    ),
    fix=(
        "Say that, if the review does not settle the matter, the applicant may apply to the "
        "Information Commissioner for a decision under section 50, with the address and "
        "website."
    ),
    fix_under={
        "EIR": (
            "Say that, if reconsideration does not settle the matter, the applicant may apply to "
            "the Information Commissioner for a decision (section 50 of the Act, as regulation 18 "
            "applies it), with the address and website."
        )
    },
    own_law=False,
)
_MESSAGE = (
    "The notice does not show the right to apply to the Commissioner for a decision, required by "
    "{duty}."
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a refusal shows no right to apply to the Commissioner."""
    if not refusal_notice_due(letter) or _is_told(letter):
        return
    if letter.regime == "EIR":
        duty = Cite(Regime.EIR, "14", ("5", "b"))
        yield RULE.finding(letter, None, _MESSAGE.format(duty=duty), cites=(duty,))
    elif letter.regime in ("FOISA", "EISR") and may_be_uk_wide(letter):
        # The Scottish Commissioner has no say over a body that the Act of 2000 covers.
        duty = foia("17", "7", "b")
        wide = is_uk_wide(letter)
        yield RULE.finding(
            letter,
            None,
            _MESSAGE.format(duty=f"{duty} and {foia('50')}"),
            certainty=Certainty.SURE if wide else Certainty.LIKELY,
            severity=None if wide else Severity.MEDIUM,
        )
    elif judged_by_foia(letter):
        duty = foia("17", "7", "b")
        yield RULE.finding(letter, None, _MESSAGE.format(duty=f"{duty} and {foia('50')}"))


def _is_told(letter: Letter) -> bool:
    """Whether the right Commissioner is named as the one to apply to."""
    route = letter.shows.regulator
    if route is None:
        return False
    return route.regulator == "ICO" or not may_be_uk_wide(letter)
