"""An environmental refusal that does not tell the applicant about representations to the authority.

EIR reg 11 and 14(5)(a): the applicant may ask, within 40 working days and free of charge, for the
decision to be reconsidered, and is answered within 40 working days. EI(S)R reg 13 and 16.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.outcomes import refuses_something
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Source

RULE = Rule(
    code="EI105",
    slug="eir-no-reg11",
    cites=(Cite(Regime.EIR, "11"), Cite(Regime.EIR, "14", ("5",))),
    why=(
        "Reconsideration is a right under the Regulations, not a courtesy: the authority must "
        "look again, free of charge and within 40 working days, and the refusal has to say so. "
        "An authority may not say that it has no procedure."
    ),
    fix=(
        "Say that the applicant may ask in writing, within 40 working days, for the decision to "
        "be reconsidered, where to send it, that it is free, and that an answer will come within "
        "40 working days."
    ),
)
_SCOTTISH = (Cite(Regime.EISR, "16"), Cite(Regime.EISR, "13"))
_FEE = Phrase(
    r"\b(?:fee|charge|£ ?\d+)\b.{0,80}\b(?:review|reconsider|representation)|\b(?:review|reconsider\w*|representations?)\b"
    r".{0,80}(?:\bfee|\bcharge|£ ?\d)",
    "fee",
    "charge",
    "£",
)
_FREE = Phrase(
    r"\bfree\b|\bno (?:fee|charge)|\bwithout (?:fee|charge)|\bnot (?:charge|be charged)",
    "free",
    "no ",
    "without",
    "not ",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when reconsideration is not offered, is refused, costs money or takes too long."""
    if letter.regime not in ("EIR", "EISR"):
        return
    cites = _SCOTTISH if letter.regime == "EISR" else RULE.cites
    review = letter.shows.review
    if letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    if review is None or review.none_offered:
        if refuses_something(letter):
            yield RULE.finding(
                letter,
                review.span if review else None,
                "The notice does not show the right to have the decision reconsidered by the "
                f"authority, required by {cites[1]} and {cites[0]}.",
                cites=cites,
            )
        return
    for span in _FEE.among(letter.own):
        if not _FREE.found(letter.own, *line_at(letter.own, span.start)):
            yield RULE.finding(
                letter, span, f"Reconsideration is free of charge ({cites[0]}).", cites=cites
            )
            return
    yield from _too_long(letter, cites)


def _too_long(letter: Letter, cites: tuple[Cite | Source, ...]) -> Iterator[Finding]:
    review = letter.shows.review
    most = 20 if letter.regime == "EISR" else 40
    if review is not None and review.answer_days is not None and review.answer_days > most:
        yield RULE.finding(
            letter,
            review.span,
            f"An answer is promised in {review.answer_days} working days; {cites[0]} allows {most}.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=cites,
        )
