"""Noting that a review was asked for, and deciding it: never by who made the first answer."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.reviews.due import review_due
from answerable.desk.reviews.models import OUTCOMES, Review
from answerable.desk.today import now, today
from answerable.model import UnusableInputError


@transaction.atomic
def ask_for_review(case: Case, *, by: User, asked_on: date, points: str) -> Review:
    """Note that the applicant asked for an internal review; its own clock starts.

    Raises:
        UnusableInputError: no words, a day in the future or before the answer, or nothing was
            answered that could be reviewed.
    """
    require(by, Permission.WRITE_CASES)
    if not points.strip():
        raise UnusableInputError("Write what the applicant says was wrong, in their words.")
    if asked_on > today() or (case.sent_on and asked_on < case.sent_on):
        raise UnusableInputError(
            "The review was asked for on a day before the answer or in the future. Check the date."
        )
    move(case, "ask_for_review", by=by)
    review = Review.objects.create(
        case=case,
        asked_on=asked_on,
        points=points.strip(),
        due_on=review_due(asked_on, case.law),
    )
    Case.objects.filter(pk=case.pk).update(due_on=review.due_on, closed_on=None)
    case.due_on, case.closed_on = review.due_on, None
    record(
        "reviews.asked",
        by=by.public_id,
        case=case.reference,
        on=asked_on,
        due=review.due_on,
        points=commitment(points.strip()),
    )
    return review


@transaction.atomic
def decide_review(
    review: Review, *, by: User, outcome: str, findings: list[str], put_right: str = ""
) -> Review:
    """Decide the review, point by point.

    Raises:
        PermissionDenied: they may not decide, or took part in the first answer.
        UnusableInputError: no such outcome, no findings, or its outcome has gone already.
    """
    require(by, Permission.DECIDE, Permission.CLEAR)
    if took_part(review.case, by):
        raise PermissionDenied(
            "You took part in the first answer. Somebody who did not must decide the review."
        )
    said = [finding.strip() for finding in findings if finding.strip()]
    if outcome not in OUTCOMES or not said:
        raise UnusableInputError("Choose the outcome and write what was found on each point.")
    changed = Review.objects.filter(pk=review.pk, ended_on__isnull=True).update(
        outcome=outcome,
        findings=said,
        put_right=put_right.strip(),
        decided_by=by,
        decided_at=now(),
    )
    if not changed:
        raise UnusableInputError("The outcome of this review was sent already.")
    record(
        "reviews.decided",
        by=by.public_id,
        case=review.case.reference,
        outcome=outcome.replace(" ", "-"),
        findings=commitment("\n".join(said)),
    )
    review.refresh_from_db()
    return review


def end_review(case: Case, on: date) -> bool:
    """The outcome went: end the review that was under way, if one was. Called when it is sent."""
    return bool(Review.objects.filter(case=case, ended_on__isnull=True).update(ended_on=on))


def took_part(case: Case, person: User) -> bool:
    """Whether they signed a decision of the first answer, wrote a letter that went, or cleared it."""
    from answerable.desk.clearance.models import Clearing

    sent = LetterVersion.objects.filter(case=case, sent_on__isnull=False)
    signed = Exists(Decision.objects.filter(case=case, signed_by=person))
    wrote = Exists(sent.filter(made_by=person))
    cleared = Exists(Clearing.objects.filter(letter__in=sent, by=person))
    return Case.objects.filter(signed | wrote | cleared, pk=case.pk).exists()
