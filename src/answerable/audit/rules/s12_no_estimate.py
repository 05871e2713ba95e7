"""A cost refusal that gives no estimate of its own, only the limit.

FOIA s.12(1)-(2) turns on an estimate; SI 2004/3244 regs 3-4. The notice need not set the estimate
out, so an absent figure weighs less here than an estimate that was never made.
"""

from collections.abc import Iterator

from answerable.audit.reckoning import read_estimate
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.cost import cost_refusal, known_figures, limits
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Severity, Source

RULE = Rule(
    code="CV101",
    slug="s12-no-estimate",
    cites=(
        Cite(Regime.FOIA, "12"),
        Source(
            "Fees Regulations 2004, regs 3 and 4", "https://www.legislation.gov.uk/uksi/2004/3244"
        ),
    ),
    why=(
        "The cost limit applies only if the authority estimates that the limit would be passed. "
        "The estimate has to be reasonable and rest on evidence, best of all a small sample. A "
        "reader who is told only that it would take “more than 18 hours” cannot see that an "
        "estimate was made, nor how to ask for less."
    ),
    fix=(
        "Say how many things would have to be opened, how long one takes (and how you know, for "
        "instance from a sample) and what that comes to, in hours and at the set rate."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.12 is relied on and no figure is given beside the limit."""
    use = cost_refusal(letter)
    if use is None:
        return
    low, high = limits(letter)
    estimate = read_estimate(letter.own, *known_figures(low, high))
    message = f"The notice relies on {use.cite.short} and gives no estimate of the time or cost"
    if not (estimate.rates or estimate.totals or estimate.money or estimate.days):
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{message}, only the limit itself. {use.cite.whole} rests on an estimate.",
            severity=Severity.MEDIUM,
        )
    elif not (estimate.counts or estimate.rates or len(estimate.totals) > 1):
        yield RULE.finding(
            letter,
            use.spans[0],
            f"The notice gives a total for {use.cite.short} but not how it was reached "
            "(how many things, how long for each).",
            certainty=Certainty.LIKELY,
            severity=Severity.LOW,
        )
