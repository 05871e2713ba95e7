"""An exception stated in its own words only, with no adverse effect shown.

EIR reg 12(5) and 14(3); EI(S)R reg 10(5) and 13(b): the refusal gives reasons, and each element of
the exception has to be met on the facts.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.exceptions import harm_exceptions
from answerable.audit.wordings.reasons import has_reasons
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity

RULE = Rule(
    code="EI104",
    slug="eir-not-engaged",
    cites=(Cite(Regime.EIR, "12", ("5",)), Cite(Regime.EIR, "14", ("3",))),
    why=(
        "Repeating the regulation is not a reason. Whose interest is it, what makes it one that "
        "the law protects, and how would this information harm it? Without that the exception is "
        "not engaged and the balance never begins."
    ),
    fix=(
        "Name the interest and whose it is, take each element of the exception in turn and say "
        "how disclosing this information would adversely affect it."
    ),
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when nothing but the words of the exception is said for a paragraph (5) exception."""
    uses = harm_exceptions(letter)
    if not uses or letter.outcome is Outcome.EXTENSION:
        return
    if has_reasons(letter, outside_balance=True):
        return
    bare = not has_reasons(letter, outside_balance=False)
    yield RULE.finding(
        letter,
        uses[0].spans[0],
        f"{uses[0].cite.short} is claimed in the words of the Regulations only; no adverse effect is "
        f"shown, which {uses[0].cite} needs.",
        certainty=Certainty.SURE if bare else Certainty.LIKELY,
        severity=None if bare else Severity.MEDIUM,
        cites=(uses[0].cite, RULE.cites[1])
        if uses[0].cite.regime is Regime.EIR
        else (uses[0].cite,),
    )
