"""A cost refusal that offers no help to bring the request under the limit.

FOIA s.16(1) and the s.45 Code; FOISA s.15(1).
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.cost import cost_refusal, may_offer_help, offers_help
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity

RULE = Rule(
    code="CV102",
    slug="s12-no-advice",
    cites=(Cite(Regime.FOIA, "16", ("1",)), Cite(Regime.FOISA, "15", ("1",))),
    why=(
        "When cost is the reason, the duty to advise and assist means saying what could be had "
        "within the limit, or how the request could be narrowed. Leaving it out is a breach even "
        "where the cost refusal itself is right."
    ),
    fix=(
        "Say which part could be answered within the limit, or suggest a shorter period, fewer "
        "places or a narrower subject; if nothing would help, say so and why."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.12 is relied on and no way to refine the request is offered or discussed."""
    use = cost_refusal(letter)
    if use is None or letter.outcome is Outcome.INTERNAL_REVIEW or offers_help(letter):
        return
    scottish = letter.regime == "FOISA"
    duty = RULE.cites[1] if scottish else RULE.cites[0]
    doubtful = may_offer_help(letter)
    yield RULE.finding(
        letter,
        use.spans[0],
        "The notice does not show advice on how the request could be refined, or on what could "
        f"be supplied within the limit, required by {duty}.",
        certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
        severity=Severity.MEDIUM if doubtful else None,
        cites=(duty,),
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A cost refusal, and what it says by way of help is short."""
    use = cost_refusal(letter)
    if use is not None and letter.outcome is not Outcome.INTERNAL_REVIEW:
        yield RULE.hint(
            letter,
            use.spans[0],
            "Check that the help offered says what could be had within the limit.",
        )
