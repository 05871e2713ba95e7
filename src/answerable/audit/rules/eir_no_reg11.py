"""An environmental refusal that does not tell the applicant about representations to the authority.

EIR reg 11 and 14(5)(a): the applicant may ask, within 40 working days and free of charge, for the
decision to be reconsidered, and is answered within 40 working days. EI(S)R reg 13 and 16.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import part_two
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.outcomes import refuses_something
from answerable.audit.wordings.periods import REVIEW_CLOCKS, period
from answerable.audit.wordings.rights import hints_at_review
from answerable.audit.wordings.times import review_asked, sent
from answerable.clock import working_days_between
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
    fix_under={
        "EISR": (
            "Say that the applicant may ask in writing, within 40 working days of receiving the "
            "letter, for the decision to be reviewed (regulation 16), where to send it, that it is "
            "free, and that an answer will come within 20 working days."
        )
    },
)
_SCOTTISH = (Cite(Regime.EISR, "16"), Cite(Regime.EISR, "13"))
_FEE = Phrase(
    r"\b(?:fee|charge|payment|pay|cost|deposit|£ ?\d+)\b.{0,80}\b(?:review|reconsider|representation|re-?examin|afresh|(?:look|think|go)\w* (?:\w+ ){0,4}again|second look|appeal|challenge)|\b(?:look|think|go)\w* (?:\w+ ){0,4}again\b.{0,60}(?:\bfee\b|\bcharge|\bpay\b|\bpayment|\bpayable|\bdeposit|£ ?\d)|\b(?:re-?examin\w*|afresh|second look|fresh look|appeals?|challenges?)\b.{0,80}(?:\bfee\b|\bcharge|\bpay\b|\bpayment|\bpayable|\bdeposit|£ ?\d)|\b(?:review|reconsider\w*|representations?)\b"
    r".{0,80}(?:\bfee|\bcharge|£ ?\d)",
    "fee", "charge", "£", "pay", "cost", "deposit",
)  # fmt: skip
_FREE = Phrase(
    r"\bfree\b|\bno (?:fee|charge)|\bwithout (?:\w+ )?(?:fee|charge|payment|cost|paying)|\bnot (?:charge|be charged|cost|have to pay|need to pay)|n't (?:cost|charge|have to pay|need to pay)|\b(?:nothing|at no cost|nil)\b|\bcommissioner\b",
    "free", "no ", "without", "not ", "n't ", "nothing", "nil", "commissioner",
)  # fmt: skip


# "If you think the charge is wrong, send us your representations": the charge is what is looked at.
_CONTESTED = Phrase(
    r"\b(?:think|feel|believe|consider|disagree|unhappy|dispute|challenge|dissatisfied|content|object)\b.{0,40}\b(?:fee|charge|sum|£ ?\d)|\b(?:this|the|our|that) (?:fee|charge)s? (?:is|was|were|are|should|has|seems?)\b|\b(?:reconsider|review|look at|revisit)\w* (?:of )?(?:the|this|our|that) (?:fee|charge)|\b(?:fee|charge|sum)\b[^.;\n]{0,20} (?:wrong|mistaken|unreasonable|unlawful|excessive|incorrect|too (?:high|much|great))\b",
    "think", "feel", "believe", "consider", "disagree", "unhappy", "dispute", "challenge", "dissatisfied", "content", "object", "charge", "fee", "sum",
)  # fmt: skip
# FOIA has no such duty; under the Regulations a failure found on review is put right by a set day.
_FAILED = Phrase(
    r"\b(?:uph(?:e|o)ld (?:your|the) complaint|complaint is (?:partly |partially )?upheld|overturn|(?:did|has|had) not (?:comply|complied)"
    r"|fail(?:ed|ure) to comply|was (?:wrong|incorrect|not right)|should (?:not )?have been|breach)",
    "uphold", "upheld", "overturn", "not", "fail", "wrong", "incorrect", "should", "breach",
)  # fmt: skip
_PUT_RIGHT = Phrase(
    r"\b(?:attach|enclos|disclos|releas|suppl|send|sent|provid|will be (?:given|made)|by \d|within \d)",
    "attach", "enclos", "disclos", "releas", "suppl", "send", "sent", "provid", "will", "by", "within",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when reconsideration is not offered, is refused, costs money or takes too long."""
    if letter.regime not in ("EIR", "EISR") and not _mixed(letter):
        return
    cites = _SCOTTISH if letter.regime == "EISR" else RULE.cites
    found = [_fee(letter, cites)]
    if letter.outcome is Outcome.INTERNAL_REVIEW:
        found.append(_remedy(letter))
    else:
        found += [_missing(letter, cites), _too_long(letter, cites)]
    yield from (finding for finding in found if finding is not None)


def _mixed(letter: Letter) -> bool:
    """Both laws are named, and all of Part II that is relied on is the Regulations'."""
    if letter.regime != "mixed":
        return False
    uses = part_two(letter)
    return bool(uses) and all(use.cite.regime is Regime.EIR for use in uses)


def _missing(letter: Letter, cites: tuple[Cite | Source, ...]) -> Finding | None:
    review = letter.shows.review
    if (review is not None and not review.none_offered) or not refuses_something(letter):
        return None
    doubtful = review is None and hints_at_review(letter)
    return RULE.finding(
        letter,
        review.span if review else None,
        "The notice does not show the right to have the decision reconsidered by the "
        f"authority, required by {cites[1]} and {cites[0]}.",
        certainty=Certainty.LIKELY if doubtful else Certainty.SURE,
        severity=Severity.MEDIUM if doubtful else None,
        cites=cites,
    )


def _fee(letter: Letter, cites: tuple[Cite | Source, ...]) -> Finding | None:
    for span in _FEE.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _FREE.found(letter.own, *line) and not _CONTESTED.found(letter.own, *line):
            message = f"Reconsideration is free of charge ({cites[0]})."
            fix = "Take the charge out, and say that there is none."
            return RULE.finding(letter, span, message, cites=cites, fix=fix)
    return None


def _too_long(letter: Letter, cites: tuple[Cite | Source, ...]) -> Finding | None:
    review = letter.shows.review
    most, _ = period(REVIEW_CLOCKS[Regime.EISR if letter.regime == "EISR" else Regime.EIR])
    if review is None or review.answer_days is None or review.answer_days <= most:
        return None
    return RULE.finding(
        letter,
        review.span,
        f"An answer is promised in {review.answer_days} working days; {cites[0]} allows {most}.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=cites,
        fix=f"Say that the answer will come within {most} working days.",
    )


def _remedy(letter: Letter) -> Finding | None:
    """A review that finds a failure says what will be done and by when. EIR reg 11(5)."""
    failed = _FAILED.search(letter.own)
    if letter.regime != "EIR" or failed is None or _PUT_RIGHT.found(letter.own):
        return None
    duty = Cite(Regime.EIR, "11", ("5",))
    return RULE.finding(
        letter,
        failed,
        f"The review finds a failure and does not say what will be done and by when, required by {duty}.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=(duty,),
        fix="Say what will be done to put the failure right, and by what day.",
    )


def _is_review(letter: Letter) -> bool:
    return letter.outcome is Outcome.INTERNAL_REVIEW


_TO_ASK = 40  # working days, EIR reg 11(2)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Too little time in which to ask, or a reconsideration that came late. EIR reg 11(2) and (4)."""
    review = letter.shows.review
    days = review.ask_days if review is not None and letter.regime == "EIR" else None
    if review is not None and days is not None and days < _TO_ASK and not _is_review(letter):
        yield RULE.hint(
            letter,
            review.span,
            f"Check the time in which to ask: {RULE.cites[0]} gives {_TO_ASK} working days.",
        )
        return
    asked, answered = review_asked(letter), sent(letter, case)
    if letter.outcome is not Outcome.INTERNAL_REVIEW or letter.regime != "EIR":
        return
    if asked is None or answered is None or answered < asked.day:
        return
    _, most = period(REVIEW_CLOCKS[Regime.EIR])
    if working_days_between(asked.day, answered, Regime.EIR) > most:
        yield RULE.hint(
            letter,
            asked.span,
            "Check that the representations themselves were considered, free and in time "
            f"({RULE.cites[0]}).",
        )
