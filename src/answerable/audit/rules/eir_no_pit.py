"""An exception claimed with no balance of the public interest, or no presumption of disclosure.

EIR reg 12(1)(b), 12(2) and 14(3)(b): every reg 12 exception, even 12(4)(a) ([2025] UKUT 66 (AAC)).
EI(S)R reg 10(1)(b), 10(2)(b) and 13(b). Personal data under reg 13 (or 11) has a test of its own.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import wholly_ncnd
from answerable.audit.wordings.exceptions import exceptions_relied
from answerable.audit.wordings.weighed import may_weigh, surely_weighs
from answerable.letters.phrases import Phrase
from answerable.model import (
    BalancePassage,
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Severity,
    Span,
)

RULE = Rule(
    code="EI102",
    slug="eir-no-pit",
    cites=(
        Cite(Regime.EIR, "12", ("1", "b")),
        Cite(Regime.EIR, "12", ("2",)),
        Cite(Regime.EIR, "14", ("3", "b")),
    ),
    why=(
        "No exception in the Regulations is absolute. Each applies only if the public interest in "
        "keeping it outweighs the public interest in disclosure, starting from a presumption that "
        "the information is disclosed, and the refusal has to say what was weighed."
    ),
    fix=(
        "Set out what favours disclosure and what favours maintaining the exception, say that "
        "disclosure was presumed, and conclude for each exception."
    ),
)
_SCOTTISH = (Cite(Regime.EISR, "10", ("1", "b")), Cite(Regime.EISR, "13", ("b",)))
_SCOTTISH_PRESUMPTION = Cite(Regime.EISR, "10", ("2", "b"))
_WEIGHED = Phrase(
    r"\bpublic interest|\bbalance of interests", "public interest", "balance of interests"
)
_PRESUMED = Phrase(
    r"\bpresum|\bin favour of (?:disclosure|disclosing|release)|\bregulation 12 ?\(2\)|\breg\.? ?12 ?\(2\)"
    r"|\b(?:starting point|start from|begin with|began with|default|lean(?:s|ed)? towards)\b",
    "presum", "in favour of", "12", "starting point", "start from", "beg", "default", "lean",
)  # fmt: skip


# "The public interest in maintaining these exceptions", "in each case": the balance is for all.
_FOR_ALL = Phrase(
    r"\b(?:exceptions|both|each|every|either|all|neither|regulations 1[02]|respectively|together)\b",
    "exceptions", "both", "each", "every", "either", "all", "neither", "regulations 1", "respectively", "together",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """One exception is weighed and another, claimed apart from it, is not."""
    uses = exceptions_relied(letter)
    kinds = {use.cite.parts[:2] for use in uses if use.cite.parts[:2] != ("4", "a")}
    if len(kinds) < 2 or not letter.balances or letter.outcome is Outcome.EXTENSION:
        return
    if any(_FOR_ALL.found(letter.own, *_with_its_end(balance)) for balance in letter.balances):
        return
    weighed = {cite.parts[:2] for balance in letter.balances for cite in balance.cites}
    weighed |= {
        use.cite.parts[:2]
        for balance in letter.balances
        for use in letter.provisions
        if any(balance.span.start <= span.start < balance.span.end for span in use.spans)
    }
    for use in uses:
        if weighed and use.cite.parts[:2] in kinds - weighed:
            yield RULE.hint(
                letter,
                use.spans[0],
                f"Check that the public interest is weighed for {use.cite} too.",
            )
            return


def _with_its_end(balance: BalancePassage) -> Span:
    last = balance.conclusion
    return (
        balance.span
        if last is None
        else Span(min(balance.span.start, last.start), balance.span.end)
    )


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on exceptions with no balance; hint where the presumption is not mentioned."""
    uses = exceptions_relied(letter)
    if not uses or letter.outcome is Outcome.EXTENSION:
        return
    scottish = uses[0].cite.regime is Regime.EISR
    cites = _SCOTTISH if scottish else RULE.cites
    if letter.shows.balance is None and not letter.balances:
        # An answer that nothing is held leaves little to weigh, though the test is there.
        not_held = all(use.cite.parts[:2] == ("4", "a") for use in uses)
        mentioned = _WEIGHED.found(letter.own) or may_weigh(letter)
        if (not_held and mentioned) or (len(uses) == 1 and surely_weighs(letter)):
            return
        yield RULE.finding(
            letter,
            uses[0].spans[0],
            f"The notice does not show the balance of the public interest for {uses[0].cite.short}, "
            f"required by {cites[0]} and {cites[-1]}.",
            certainty=Certainty.LIKELY if not_held or mentioned else Certainty.SURE,
            severity=Severity.LOW if not_held else Severity.MEDIUM if mentioned else None,
            cites=cites,
        )
    elif not wholly_ncnd(letter) and not _PRESUMED.found(letter.own):
        presumption = _SCOTTISH_PRESUMPTION if scottish else RULE.cites[1]
        yield RULE.finding(
            letter,
            letter.shows.balance,
            f"The balance does not mention the presumption in favour of disclosure ({presumption}).",
            certainty=Certainty.LIKELY,
            severity=Severity.LOW,
            cites=cites,
        )
