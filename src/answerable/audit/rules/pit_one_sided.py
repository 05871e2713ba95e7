"""Only one side of the balance is given.

FOIA s.2 and s.17(3), FOISA s.16(2), EIR reg 14(3)(b), EI(S)R reg 13(b): the interests on both sides
are weighed against each other.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome

RULE = Rule(
    code="PI104",
    slug="pit-one-sided",
    cites=(foia("17", "3"),),
    why=(
        "A conclusion that one interest outweighs another cannot be followed if the other is "
        "not stated. A balance with nothing in favour of disclosure is a foregone one."
    ),
    fix=(
        "Give the factors on the missing side, as strongly as a reader would put them, before "
        "weighing."
    ),
)
_FOR = Phrase(
    r"(?:favour of|favouring|for|supporting) (?:the )?(?:disclos|releas|confirm|openness|transparen|publication)\w*(?! to (?:take place|be made))\b|public interest in (?:disclos|openness|transparen|knowing|the public|understanding|confirm|accountab)\w*\b(?! would| have| must)|on (?:the )?one (?:hand|side)|(?:legitimate|real|great|strong|clear|considerable|general|obvious|proper) (?:public )?(?:interest|concern)|\bthere (?:is|are|was|would be) (?:an? |some |small |a small |little |a real |a )?(?:\w+ )?(?:benefit|interest|value|merit|force) in\b|\b(?:would|will|may|do) (?:naturally |understandably )?(?:like|want|wish) to know\b|\b(?:gave|give|giving|attached?) (?:\w+ )?weight to\b",
    "benefit", "value", "merit", "force", "to know", "weight to", "disclos", "releas", "confirm", "openness", "transparen", "publication", "interest", "one hand", "one side", "concern",
)  # fmt: skip
_AGAINST = Phrase(
    r"against (?:that|this|disclos|releas|confirm|it\b)|(?:favour of|favouring|for) (?:maintain|withhold|non|neither|refus)|public interest in (?:maintain|withhold|protect|avoid|not |allowing|ensuring|preserv|safeguard)|on the other (?:hand|side)|however|would (?:be likely to )?(?:harm|prejudice|undermine|damage|deter|inhibit)|could|might|suffer",
    "against", "favour", "interest", "other ", "however", "would", "could", "might", "suffer", "for ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when balances are made and none of them has a factor on one of the sides."""
    if not letter.balances or letter.outcome is Outcome.EXTENSION:
        return
    if letter.regime == "FOISA" and wholly_ncnd(letter):
        return  # s.18(2) lifts s.16(2): the letter says why revealing would be against the interest
    if not any(law.status(use.cite) in ("qualified", "contested") for use in part_two(letter)):
        return
    has_for = any(b.factors_for for b in letter.balances) or _weighed(letter, _FOR)
    has_against = any(b.factors_against for b in letter.balances) or _weighed(letter, _AGAINST)
    if has_for and has_against:
        return
    side = "for withholding" if has_for else "for disclosure"
    yield RULE.finding(
        letter,
        letter.balances[0].span,
        f"The balance gives no factor {side}; {foia('17', '3')} asks why one interest outweighs "
        "the other.",
        certainty=Certainty.LIKELY,
    )


def _weighed(letter: Letter, phrase: Phrase) -> bool:
    """Whether a side is spoken for elsewhere than in a conclusion, which names both."""
    for span in phrase.among(letter.own):
        line = line_at(letter.own, span.start)
        if "outweigh" not in letter.own[line.start : line.end]:
            return True
    return False


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """One of the balances has nothing on one side."""
    for balance in letter.balances:
        ends = balance.conclusion.start if balance.conclusion else balance.span.end
        told = _FOR.found(letter.own, balance.span.start, ends)
        if not balance.factors_for or not balance.factors_against or not told:
            yield RULE.hint(
                letter, balance.span, "Check that this balance has factors on both sides."
            )
