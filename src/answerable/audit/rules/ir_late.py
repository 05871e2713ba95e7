"""An internal review answered late.

FOIA: 20 working days, 40 in exceptional cases and with word to the applicant (s.45 Code, chapter 5,
and the regulator). EIR reg 11(4): 40 working days. FOISA s.21(1) and EI(S)R reg 16(4): 20.
"""

from collections.abc import Iterator
from datetime import date

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.delay import days_told, in_time, told_of_waiting
from answerable.audit.wordings.lines import plainly
from answerable.audit.wordings.periods import REVIEW_CLOCKS, period
from answerable.audit.wordings.times import regime_of, review_asked, sent
from answerable.clock import within_calendar, working_days_between
from answerable.letters.phrases import Phrase
from answerable.letters.text import lower
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Severity,
    Source,
    Span,
)

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
        yield from _though_read_otherwise(letter, case)
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


# The letter is about a review asked for, not about how to ask for one: "your review", "the panel met".
_THE_REVIEW = Phrase(
    r"\b(?:your|the|this|our|a|my) (?:\w+ )?(?:review|reconsideration|appeal|complaint)\b.{0,60}\b(?:you (?:had |have )?(?:\w+ )?(?:asked|sought|requested|wrote|made|lodged|submitted)|of our|of the|which|has|have been|is (?:now )?(?:done|complete|closed|finished|allowed|upheld|over)|was|met|found|began|concluded|which you)\b"
    r"|\b(?:review|appeal|reconsideration|complaint)s? (?:panel|officer|board|committee)\b.{0,40}\b(?:met|found|sat|hears?|has|have|decided|concluded)\b|\b(?:finished|completed|concluded|carried out|conducted) (?:the|your|a|my|our|this) (?:\w+ )?review\b|\b(?:reviews?|appeals?) are (?:being )?(?:taken|heard|dealt)\b|\brequest for (?:a |an )?(?:internal )?review\b.{0,40}\b(?:on|of) \d|\byour requirement for review\b|\breviewing (?:officer|director|manager|panel)\b|\byour (?:\w+ )?(?:review|appeal|complaint) (?:is|was|has|came|of \d|about our|reached|arrived)\b",
    "review", "reconsideration", "appeal", "complaint",
)  # fmt: skip
_ASKED_FOR_ONE = Phrase(
    r"\b(?:reviews?|reconsider\w*|appeal\w*|complain\w*|yours|representations|requirement|dissatisf\w+|disput\w+|challeng\w+|look(?:ed)? again)\b",
    "review", "reconsider", "appeal", "complain", "yours", "representations", "requirement", "dissatisf", "disput", "challeng", "again",
)  # fmt: skip
_OF_FIRST = Phrase(
    r"\b(?:new request|between|since|our (?:letter|reply|answer|response|decision)(?:,? (?:of|dated))|your request (?:of|dated)|first (?:reply|wrote|asked|response|answer)|answered (?:in|on)|met (?:on|to)|sat on)\b",
    "new request", "between", "since", "our ", "your request", "first ", "answered", "met ", "sat ",
)  # fmt: skip


def _though_read_otherwise(letter: Letter, case: Case) -> Iterator[Finding]:
    """A review of which the letter tells, with the day on which it was asked for, and far too late."""
    asked, answered, regime = review_asked(letter), sent(letter, case), regime_of(letter)
    if asked is None or answered is None or answered < asked.day:
        return
    taken = working_days_between(asked.day, answered, regime)
    if taken <= period(REVIEW_CLOCKS[regime])[1] or not _about_review(letter):
        return
    start, end = letter.sentence_at(asked.span.start)
    if not _OF_FIRST.found(lower(letter.flow[start:end])):
        yield RULE.hint(
            letter,
            asked.span,
            f"A review seems to have been asked for on {_day(asked.day)}, {taken} working days "
            "before this letter.",
        )


def _about_review(letter: Letter) -> bool:
    """Whether the letter is about a review that was asked for, however it is read."""
    return letter.outcome is Outcome.INTERNAL_REVIEW or _THE_REVIEW.found(letter.own)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A review was asked for long ago, or words tell that it waited."""
    if not _about_review(letter):
        return
    place = _long_ago(letter, case) or told_of_waiting(letter, _TO_ASK, at_review=True)
    place = (
        place or _OWNED_UP.search(letter.own) or next(plainly(_TO_COME, _TO_ASK, letter.own), None)
    )
    if place is not None and not in_time(letter):
        yield RULE.hint(letter, place, "Check that the review was answered in time.")


# "We expect to let you have an answer by the end of July": the review is still to come.
_TO_COME = Phrase(
    r"\b(?:hope|expect|aim|intend|plan|trust|will|should|cannot|unable|likely)\b.{0,80}\b(?:by|in|before|during|after|towards|until) (?:the )?(?:(?:end|middle|beginning|start|course|early part) of |late |early |mid-)?(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|new year|next (?:year|month|term)|due course|coming (?:weeks|months))\b",
    "hope", "expect", "aim", "intend", "plan", "trust", "will", "should", "cannot", "unable", "likely",
)  # fmt: skip
_TO_ASK = Phrase(
    r"\b(?:you (?:may|can|could|must|should)|if you|should you|commissioner|publi\w+|website|within \d)\b",
    "you ", "commissioner", "publi", "website", "within ",
)  # fmt: skip


def _long_ago(letter: Letter, case: Case) -> Span | None:
    """A day on which a review was asked for, from which the answer would be late."""
    end, regime = sent(letter, case), regime_of(letter)
    if end is None:
        return None
    for day, span in days_told(letter, _ASKED_FOR_ONE, _OF_FIRST):
        if (
            within_calendar(day, regime)
            and working_days_between(day, end, regime) > period(REVIEW_CLOCKS[regime])[0]
        ):
            return span
    return None
