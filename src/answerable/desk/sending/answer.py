"""Sending a cleared letter, by mail or by post, and stopping, repeating, closing, reopening."""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from answerable.desk.cases.actions import StaleError, move
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.standing import digest_of, steps_of, taken
from answerable.desk.events.chain import commitment
from answerable.desk.events.models import Event
from answerable.desk.events.record import record
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.current import current, going_out, problems
from answerable.desk.letters.documents import document
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sending.accepted import went
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.queue import queue_mail
from answerable.desk.today import today
from answerable.letters.draft.wording import wording
from answerable.model import UnusableInputError

ANSWER = "answer"


@transaction.atomic
def send_by_mail(case: Case, *, by: User) -> OutgoingMail:
    """Put the cleared letter with its files into the outbox.

    Raises:
        UnusableInputError: anything about the letter, its files, its clearance or the address
            is not clear.
        StaleError: somebody sent it at the same moment.
    """
    require(by, Permission.SEND)
    letter = _sendable(case, on=today())
    try:
        validate_email(case.applicant_email)
    except ValidationError:
        raise UnusableInputError(
            "There is no e-mail address to send this to. Post it, and mark it as posted."
        ) from None
    files = going_out(case)
    pdf = _kept(letter, by)
    mail = queue_mail(
        by=by,
        case=case,
        kind=ANSWER,
        to=case.applicant_email,
        subject=_subject(letter),
        body=letter.text,
        attachments=(pdf, *files),
    )
    _bind(letter, mail, pdf)
    return mail


@transaction.atomic
def mark_posted(case: Case, *, by: User, on: date) -> OutgoingMail:
    """Note that the cleared letter was posted, or handed over, on ``on``.

    Raises:
        UnusableInputError: the day is in the future or before the letter's own date, or anything
            about the letter, its files or its clearance is not clear.
    """
    require(by, Permission.SEND)
    letter = _sendable(case, on=on)
    if on > today() or on < date.fromisoformat(letter.record["sent"]):
        raise UnusableInputError(
            "The letter cannot have been posted in the future, or before its own date."
        )
    pdf = _kept(letter, by)
    mail = queue_mail(
        by=by,
        case=case,
        kind=ANSWER,
        to="by post",
        subject=_subject(letter),
        body=letter.text,
        attachments=(pdf, *going_out(case)),
    )
    noon = timezone.make_aware(datetime.combine(on, time(12)))
    OutgoingMail.objects.filter(pk=mail.pk).update(state="posted", sent_at=noon)
    _bind(letter, mail, pdf)
    record(
        "sending.posted",
        by=by.public_id,
        case=case.reference,
        mail=mail.public_id,
        what=ANSWER,
        on=on,
    )
    went(letter, on=on, by=by)
    case.refresh_from_db()
    return mail


@transaction.atomic
def stop_sending(mail: OutgoingMail, *, by: User) -> None:
    """Stop a message that waits in the outbox.

    Raises:
        UnusableInputError: it is being sent at this moment, or has gone.
    """
    require(by, Permission.SEND)
    stopped = OutgoingMail.objects.filter(pk=mail.pk, state="waiting").update(
        state="failed", last_answer="stopped before it was sent"
    )
    if not stopped:
        raise UnusableInputError("The message is on its way or has gone; it cannot be stopped.")
    record(
        "sending.stopped",
        by=by.public_id,
        case=mail.case.reference if mail.case else "",
        mail=mail.public_id,
        what=mail.kind,
    )


@transaction.atomic
def note_sent(case: Case, *, by: User) -> Case:
    """Move a case whose letter went while nobody could move it.

    Raises:
        UnusableInputError: no letter of it went, or it is not cleared.
    """
    require(by, Permission.SEND)
    letter = case.letters.order_by("number").last()
    if letter is None or letter.sent_on is None:
        raise UnusableInputError(f"No letter of {case.reference} has gone.")
    return move(case, "send", by=by, on=letter.sent_on, version_of_letter=letter.number)


@transaction.atomic
def close(case: Case, *, by: User) -> Case:
    """Close an answered case."""
    move(case, "close", by=by)
    case.closed_on = today()
    Case.objects.filter(pk=case.pk).update(closed_on=case.closed_on)
    return case


@transaction.atomic
def reopen(case: Case, *, by: User, reason: str) -> Case:
    """Undo a closing or a sending; only who may undo, and with a reason.

    Raises:
        UnusableInputError: no reason.
    """
    require(by, Permission.UNDO)
    if not reason.strip():
        raise UnusableInputError("Give the reason why the case is opened again.")
    move(case, "reopen", by=by, reason=commitment(reason.strip()))
    Case.objects.filter(pk=case.pk).update(closed_on=None)
    case.closed_on = None
    return case


def why_not(letter: LetterVersion, *, on: date) -> list[str]:
    """Everything that stops this letter from going on ``on``, each in one sentence."""
    case = letter.case
    found = []
    if case.where is not State.CLEARED:
        found.append(f"{case.reference} is {case.state_words}: the letter is not cleared.")
    elif _cleared_digest(letter) != digest_of(letter):
        found.append(
            "The letter or a file is not what was cleared. Take it back and have it cleared again."
        )
    return found + problems(letter, on=on)


def _cleared_digest(letter: LetterVersion) -> str:
    """The digest that every step of clearance bound; empty if one is missing."""
    case = letter.case
    wanted = {step.id for step in steps_of(case)}
    if not wanted:
        last = Event.objects.filter(case=case.reference, kind="case.clear_alone").last()
        cleared = last is not None and last.facts.get("version_of_letter") == letter.number
        return str(last.facts.get("sha256", "")) if last and cleared else ""
    digest = digest_of(letter)
    return digest if wanted <= {each.step for each in taken(letter, digest)} else ""


def _sendable(case: Case, *, on: date) -> LetterVersion:
    letter = current(case)
    if letter is None:
        raise UnusableInputError(f"{case.reference} has no letter to send.")
    letter.case = Case.objects.select_for_update().get(pk=case.pk)  # as it is, not as it was read
    if found := why_not(letter, on=on):
        raise UnusableInputError(f"This letter cannot be sent. {found[0]}")
    if letter.mail is not None and letter.mail.state != "failed":
        raise StaleError(f"{case.reference}: the letter is in the outbox already.")
    return letter


def _kept(letter: LetterVersion, by: User) -> Attachment:
    """The letter as PDF among the files of the case, once for each version."""
    if letter.pdf is not None:
        return letter.pdf
    return keep(
        by=by,
        case=letter.case,
        name=f"{letter.case.reference} reply.pdf",
        content=document(letter, "pdf"),
        purpose=Purpose.LETTER,
        media_type="application/pdf",
    )


def _subject(letter: LetterVersion) -> str:
    """What the message is called, in the language of the letter."""
    say = wording(letter.record.get("language", "en"))
    return f"{letter.case.reference}: {say('subject.reply')}"


def _bind(letter: LetterVersion, mail: OutgoingMail, pdf: Attachment) -> None:
    """Tie the letter to its message, unless another message took it first."""
    bound = LetterVersion.objects.filter(pk=letter.pk, mail=letter.mail, sent_on=None).update(
        mail=mail, pdf=pdf
    )
    if not bound:
        raise StaleError(f"{letter.case.reference}: somebody sent the letter at this moment.")
    letter.mail, letter.pdf = mail, pdf
