"""The mail server took a message: that is the day of sending, and the case moves."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.decide.record import outcome_of
from answerable.desk.events.record import record
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.reviews.actions import end_review
from answerable.desk.sending.models import OutgoingMail
from answerable.model import UnusableInputError


@transaction.atomic
def accepted(mail: OutgoingMail, at: datetime) -> None:
    """Note that a message was accepted; if it carries an answer, the case is answered."""
    changed = (
        OutgoingMail.objects.filter(pk=mail.pk)
        .exclude(state="sent")
        .update(state="sent", sent_at=at, last_answer="accepted")
    )
    if not changed:
        return
    record(
        "sending.sent",
        by=mail.queued_by.public_id if mail.queued_by else "system",
        case=mail.case.reference if mail.case else "",
        mail=mail.public_id,
        what=mail.kind,
        tries=mail.tries,
    )
    letter = LetterVersion.objects.filter(mail=mail).first()
    if letter is not None and mail.case is not None:
        went(letter, on=timezone.localtime(at).date(), by=mail.queued_by)


def went(letter: LetterVersion, *, on: date, by: User | None) -> None:
    """A letter went out on ``on``: keep the day on it and on its case, and move the case.

    What is so is kept even where the case can no longer be moved by who sent it (they have left,
    or somebody changed the case): it then shows that the move is still to be made.
    """
    LetterVersion.objects.filter(pk=letter.pk).update(sent_on=on)
    case = Case.objects.get(pk=letter.case_id)  # as it is now, not as somebody read it
    if not end_review(case, on):
        Case.objects.filter(pk=case.pk).update(outcome=outcome_of(letter.record["decisions"]))
    if case.sent_on is None:
        Case.objects.filter(pk=case.pk).update(sent_on=on)
    try:
        with transaction.atomic():
            move(case, "send", by=by, on=on, version_of_letter=letter.number)
    except (PermissionDenied, UnusableInputError):
        return
