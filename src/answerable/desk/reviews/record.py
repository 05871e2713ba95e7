"""The record of a review's outcome: the finding on each point, and what is now supplied."""

from dataclasses import replace
from datetime import date

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.decide.record import notice_record
from answerable.desk.reviews.due import review_kind
from answerable.desk.reviews.models import Review
from answerable.model import UnusableInputError
from answerable.model.decision import Asked, NoticeRecord, ReviewOutcome
from answerable.model.decision import Decision as DecisionShape


def review_record(case: Case, sent: date) -> NoticeRecord | None:
    """The record of the review that is under way; None if there is none.

    Decisions that were signed after the review was asked for stand beside its outcome.

    Raises:
        UnusableInputError: it has no outcome yet.
    """
    known = getattr(case, "_prefetched_objects_cache", {}).get("reviews")  # read by a page
    review: Review | None
    if known is not None:
        review = next((each for each in known if each.ended_on is None), None)
    else:
        review = Review.objects.filter(case=case).under_way().select_related("decided_by").first()
    if review is None:
        return None
    if review.decided_by is None:
        raise UnusableInputError("The internal review has no outcome yet. Decide it first.")
    authority = the_authority()
    asked = tuple(Asked(q.number, q.text) for q in case.questions.all())
    outcome = ReviewOutcome(
        questions=tuple(question.number for question in asked),
        outcome=review.outcome,  # type: ignore[arg-type]  # one of its choices
        points=tuple(review.findings),
        asked=review.asked_on,
        reviewer=review.decided_by.post or review.decided_by.name,
        put_right=review.put_right,
    )
    record = NoticeRecord(
        kind=review_kind(case.law),
        regime=case.law,
        authority=authority.details,
        reference=case.reference,
        received=case.received_on,
        sent=sent,
        questions=asked,
        decisions=(outcome,),
        signed=authority.signs,
    )
    return replace(record, decisions=(outcome, *_decided_since(review, sent)))


def _decided_since(review: Review, sent: date) -> tuple[DecisionShape, ...]:
    fresh = Decision.objects.filter(case=review.case, signed_at__gt=review.noted_at)
    if not fresh.signed().exists():
        return ()
    # ... of the whole case, those whose questions were decided anew.
    anew = set(fresh.signed().values_list("questions__number", flat=True))
    every = notice_record(review.case, sent).decisions
    return tuple(decision for decision in every if anew & set(decision.questions))
