"""Every question decided; searches, estimates, advice and places given; a way to ask for review."""

from collections.abc import Iterator

from answerable import law
from answerable.audit.records.finding import missing, place
from answerable.model import Finding
from answerable.model.decision import (
    Accessible,
    CostLimit,
    FuturePublication,
    NotHeld,
    NoticeRecord,
    Vexatious,
)


def check(record: NoticeRecord) -> Iterator[Finding]:
    """What the record as a whole, and each simple decision, must have."""
    decided = {number for decision in record.decisions for number in decision.questions}
    for question in record.questions:
        if question.number not in decided:
            yield missing(
                "parts-unanswered",
                f"question {question.number}",
                f"Question {question.number} has no decision.",
            )
    if not record.authority.review_contact.strip():
        yield missing(
            "review-missing",
            "the authority, field “review_contact”",
            "The record does not say where to ask for a review.",
        )
    for decision in record.decisions:
        for slug, field, message in _simple(decision, record):
            yield missing(slug, place(record, decision, field), message)


def _simple(decision: object, record: NoticeRecord) -> Iterator[tuple[str, str, str]]:
    if isinstance(decision, NotHeld) and not decision.searches.strip():
        yield "search-inadequate", "searches", "The record does not say what was searched."
    if isinstance(decision, CostLimit):
        if record.regime.environmental:
            yield "s12-eir", "decision", "There is no cost limit for environmental information."
        if not decision.advice.strip():
            yield "s12-no-advice", "advice", "The record gives no advice on narrowing the request."
        if not decision.estimate.strip():
            yield (
                "s12-no-estimate",
                "estimate",
                "The record does not say how the hours were reached.",
            )
        if not decision.hours:
            yield (
                "s12-no-estimate",
                "hours",
                "The record does not say how many hours it would take.",
            )
        elif decision.hours <= _limit(record):
            yield (
                "s12-arith",
                "hours",
                f"{decision.hours:g} hours do not exceed the limit of {_limit(record):g}.",
            )
    if isinstance(decision, Vexatious) and not decision.reasons.strip():
        yield (
            "s14-no-basis",
            "reasons",
            "The record gives no basis for calling the request vexatious.",
        )
    if isinstance(decision, Accessible) and not decision.where.strip():
        yield "s21-no-location", "where", "The record does not say where the information is."
    if isinstance(decision, FuturePublication) and decision.decided > record.received:
        yield "s22-late-intention", "decided", "The intention to publish is later than the request."


def _limit(record: NoticeRecord) -> float:
    """The appropriate limit in hours at £25 an hour. SI 2004/3244 reg 3, 4(4); SSI 2004/467."""
    limits = law.table("limits")["hours"]
    if record.regime.scottish:
        return float(limits["scotland"])
    return float(limits["central" if record.authority.kind == "central" else "other"])
