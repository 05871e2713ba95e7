"""An internal review answered late.

FOIA: 20 working days, 40 in exceptional cases and with word to the applicant (s.45 Code, chapter 5,
and the regulator). EIR reg 11(4): 40 working days. FOISA s.21(1) and EI(S)R reg 16(4): 20.
"""

from collections.abc import Iterator
from datetime import date

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.periods import REVIEW_CLOCKS, period
from answerable.audit.wordings.times import regime_of, review_asked, sent
from answerable.clock import working_days_between
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Source

RULE = Rule(
    code="RV102",
    slug="ir-late",
    cites=(
        Source(
            "s.45 Code of Practice, chapter 5",
            "https://www.gov.uk/government/publications/freedom-of-information-code-of-practice",
        ),
    ),
    why=(
        "Twenty working days is the time for a review; forty is for the exceptional one, with "
        "the applicant told. Under the Regulations and in Scotland the time is set by law."
    ),
    fix="Say that the review is late, why, and apologise; record it, since it is reported.",
)

_GROUNDS: dict[Regime, tuple[Cite | Source, ...]] = {
    Regime.FOIA: RULE.cites,
    Regime.EIR: (Cite(Regime.EIR, "11", ("4",)),),
    Regime.FOISA: (Cite(Regime.FOISA, "21", ("1",)),),
    Regime.EISR: (Cite(Regime.EISR, "16", ("4",)),),
}
_EXPLAINED = Phrase(
    r"\b(?:apolog|sorry|delay|complex|exceptional|took longer|taken longer|more time|further time|extend|extension|wrote to (?:you )?"
    r"|told you|informed you|let you know|as we (?:explained|said|told)|volume of)",
    "apolog", "sorry", "delay", "complex", "exceptional", "longer", "time", "exten", "wrote", "told", "informed", "let", "you", "as", "we", "volume",
)  # fmt: skip
_OWNED_UP = Phrase(
    r"\b(?:apolog|sorry|regret)\w*\b.{0,80}\b(?:delay|late|time|long|wait)|\b(?:delay|late(?:ness)?)\b.{0,60}\b(?:review|apolog|reply)",
    "apolog", "sorry", "regret", "delay", "late",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the days from asking to answer pass the time for a review."""
    if letter.outcome is not Outcome.INTERNAL_REVIEW:
        return
    asked, answered = review_asked(letter), sent(letter, case)
    regime = regime_of(letter)
    cites = _GROUNDS[regime]
    if asked is None or answered is None or answered < asked.day:
        owned = _OWNED_UP.search(letter.own)
        if owned is not None:
            yield RULE.finding(
                letter,
                owned,
                f"The letter itself says that the review is late; {cites[0]} sets the time.",
                certainty=Certainty.LIKELY,
                severity=Severity.LOW,
                cites=cites,
            )
        return
    taken = working_days_between(asked.day, answered, regime)
    first, outer = period(REVIEW_CLOCKS[regime])
    if taken <= first or (taken <= outer and _EXPLAINED.found(letter.own)):
        return
    yield RULE.finding(
        letter,
        asked.span,
        f"The review was asked for on {_day(asked.day)} and answered {taken} working days later; "
        f"{cites[0]} allows {first}"
        + (f", {outer} in exceptional cases." if outer > first else "."),
        cites=cites,
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
