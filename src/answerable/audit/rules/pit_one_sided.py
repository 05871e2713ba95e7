"""Only one side of the balance is given.

FOIA s.2 and s.17(3), FOISA s.16(2), EIR reg 14(3)(b), EI(S)R reg 13(b): the interests on both sides
are weighed against each other.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import Pattern, compiled
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Span

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
    r"(?:favour of|favouring|favours|for|supporting) (?:the )?(?:disclos|releas|confirm|openness|transparen|publication|telling|answering|an answer|letting (?:you|people|the public)|making (?:it|them|this|that|the \w+) available)\w*(?! to (?:take place|be made))\b|public interest in (?:disclos|openness|transparen|knowing|the public|understanding|confirm|accountab)\w*\b(?! would| have| must)|on (?:the )?one (?:hand|side)|(?:legitimate|real|great|strong|clear|considerable|general|obvious|proper) (?:public )?(?:interest|concern)|\bthere (?:is|are|was|would be) (?:an? |some |small |a small |little |a real |a )?(?:\w+ )?(?:benefit|interest|value|merit|force) in\b|\b(?:would|will|may|do) (?:naturally |understandably )?(?:like|want|wish) to know\b|\b(?:gave|give|giving|attached?) (?:\w+ )?weight to\b|\b(?:reasons?|right|claim|cause) to (?:know|be told|an answer|be reassured)\b|\b(?:reasons?|arguments?|points|case) (?:to|for) (?:answer|say|confirm|disclos|releas|publish|giv|tell|send)\w*",
    "reason", "argument", "points ", "case ", "making ", "benefit", "value", "merit", "force", "to know", "weight to", "disclos", "releas", "telling", "answer", "letting ", "right to", "claim to", "cause to", "confirm", "openness", "transparen", "publication", "interest", "one hand", "one side", "concern",
)  # fmt: skip
_AGAINST = Phrase(
    r"against (?:that|this|disclos|releas|confirm|it\b)|(?:favour of|favouring|for) (?:maintain|withhold|non|neither|refus)|public interest in (?:maintain|withhold|protect|avoid|not |allowing|ensuring|preserv|safeguard)|on the other (?:hand|side)|however|would (?:be likely to )?(?:harm|prejudice|undermine|damage|deter|inhibit|fail|mislead|weaken)|could|might|suffer|(?:weightier|heavier|stronger|greater) one\b|must be (?:able|free) to\b",
    "against", "favour", "interest", "must be", "weightier", "heavier", "stronger", "greater", "other ", "however", "would", "could", "might", "suffer", "for ",
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
    opening = {_opens(letter, f) for b in letter.balances for f in b.factors_for}
    has_for = True in opening or _weighed(letter, _FOR, _CONCEDED)
    has_against = (
        False in opening
        or any(b.factors_against for b in letter.balances)
        or _weighed(letter, _AGAINST, _BECAUSE)
        or any(_in_keeping(letter.own, span.end) for span in _ONE_IN.among(letter.own))
    )
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


# "A strong public interest in the Authority being able to carry out its functions": no reason to
# disclose, however strong.
_IN_KEEPING = compiled(
    r" in (?!(?:disclos|releas|publish)\w+)(?:[\w'-]+ ){0,4}(?:being (?:able to (?:carry|speak|think|discuss|trust|negotiate|compete|protect|investigate|operate|deal|do|perform|act|talk|give|get|take|manage|run|rely|work|consider|seek|receive|write|secure|obtain|attract|recruit|bargain|plan|advise|share|engage|develop|exchange|consult|defend|enforce|prosecute|bring|borrow|buy|sell)|willing to (?:engage|come|bid|tender|speak|talk|help|co-?operate|give|share|report|deal|trust|confide|work|assist|tell|take|negotiate|supply|volunteer|do|invest)|candid|frank|open with|honest with|free to|left|allowed|protected|respected|honoured|upheld|preserved|safeguarded|maintained|kept|carried out (?:effectively|properly|without)|completed|conducted)|(?:commercial )?confidences\b|(?:protecting|preserving|safeguarding|maintaining|keeping|withholding|non-disclosure|confidentiality|candour|safe space)\b)"
)
# "There is also one in the Council being able to obtain frank advice."
_ONE_IN = Phrase(r"\b(?:one|another) in\b", "one in", "another in")
_INTEREST = compiled(r"\binterests?(?= in )")
# "It is in the public interest to keep them back."
_TO_KEEP = compiled(
    r"\binterests? (?:not to\b|to (?:keep|withhold|refuse|maintain|protect|preserve|safeguard|hold back|decline)\b)"
)


def _opens(letter: Letter, factor: Span) -> bool:
    """Whether a factor that was read as one for disclosure is not an interest in keeping."""
    if letter.own.find("interest", *factor) < 0:
        return True
    if _TO_KEEP.search(letter.own, *factor) is not None:
        return False
    named = list(_INTEREST.finditer(letter.own, *factor))
    return not named or any(not _in_keeping(letter.own, each.end()) for each in named)


def _in_keeping(own: str, end: int) -> bool:
    """Whether the interest named up to ``end`` is one in keeping things back."""
    return _IN_KEEPING.match(own, end - 3 if own.endswith(" in", 0, end) else end) is not None


# "… outweighs that in disclosure because the auditor must sign first, although residents wait."
_CONCEDED = compiled(r"\b(?:although|though|despite|notwithstanding)\b.{20}")
_BECAUSE = compiled(r"outweigh.{0,90}?\b(?:because|since)\b.{15}|\bfor the same reasons\b")
_ENDS = compiled(
    r",? (?:(?:and|but|so) )?(?:on balance|overall|we (?:find|conclude|consider|decide)|the public interest in maintaining|the balance)\b"
)


def _weighed(letter: Letter, phrase: Phrase, within: Pattern) -> bool:
    """Whether a side is spoken for elsewhere than in a conclusion, which names both.

    ``within``: how a clause of the conclusion's own sentence may speak for it.
    """
    for span in phrase.among(letter.own):
        if phrase is _FOR and _in_keeping(letter.own, span.end):
            continue
        line = line_at(letter.own, span.start)
        words = letter.own[line.start : line.end]
        if "outweigh" not in words or _leads_up(words, span.start - line.start):
            return True
    return any(
        within.search(letter.own, line.start, line.end)
        for span in _OUTWEIGHS.among(letter.own)
        for line in [line_at(letter.own, span.start)]
    )


_OUTWEIGHS = Phrase(r"outweigh", "outweigh")


def _leads_up(words: str, at: int) -> bool:
    """Whether what is said at ``at`` comes before the clause that concludes, in one sentence."""
    ends = [match.start() for match in _ENDS.finditer(words)]
    return bool(ends) and at < ends[-1] and "outweigh" not in words[: ends[-1]]


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """One of the balances has nothing on one side."""
    if letter.outcome is Outcome.EXTENSION:
        return  # nothing has been weighed yet
    for balance in letter.balances:
        ends = balance.conclusion.start if balance.conclusion else balance.span.end
        told = _FOR.found(letter.own, balance.span.start, ends)
        if not balance.factors_for or not balance.factors_against or not told:
            yield RULE.hint(
                letter, balance.span, "Check that this balance has factors on both sides."
            )
