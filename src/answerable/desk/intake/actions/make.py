"""From a message to a case: once, with the original and its enclosures kept as files."""

from django.db import transaction

from answerable.desk.cases.actions import Arrived, add_note, receive
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Purpose
from answerable.desk.intake.heading import heading_of
from answerable.desk.intake.models import RawMessage
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage.actions import clarified
from answerable.model import UnusableInputError


@transaction.atomic
def make_case(message: RawMessage, arrived: Arrived, *, by: User) -> Case:
    """The case of a message, with its original and enclosures; made once.

    Raises:
        UnusableInputError: it was taken in or set aside before, another day than today has no
            reason, or as for ``cases.actions.receive``.
    """
    require(by, Permission.WRITE_CASES)
    if arrived.on and arrived.on != today() and not arrived.reason.strip():
        raise UnusableInputError(
            "Say why the request counts as received on another day than today, for example: came by "
            "post and was opened that day."
        )
    _claim(message)
    case = receive(arrived, by=by)
    RawMessage.objects.filter(pk=message.pk).update(case=case)
    message.case, message.state = case, "made"
    _keep_files(message, case, by, Purpose.RECEIVED)
    record("intake.made", by=by.public_id, case=case.reference, message=message.public_id)
    return case


@transaction.atomic
def put_on_case(
    message: RawMessage, case: Case, *, by: User, text: str, clarifies: bool = False
) -> Case:
    """Put a message on a case that is there: as correspondence, or as the clarification awaited.

    Raises:
        UnusableInputError: it was taken in or set aside before, or nothing is awaited.
    """
    require(by, Permission.WRITE_CASES)
    _claim(message)
    RawMessage.objects.filter(pk=message.pk).update(case=case)
    message.case, message.state = case, "made"
    if clarifies and case.where is State.CLARIFYING:
        clarified(case, text, by=by, on=message.arrived_at.date())
    else:
        title = message.subject or "A message from the applicant"
        add_note(case, text or "(no words)", by=by, title=title, direction="in")
    _keep_files(message, case, by, Purpose.CORRESPONDENCE)
    record("intake.put", by=by.public_id, case=case.reference, message=message.public_id)
    return case


@transaction.atomic
def set_aside(message: RawMessage, *, by: User, reason: str) -> RawMessage:
    """Say that a message is no request; it stays kept.

    Raises:
        UnusableInputError: there is no reason, or it was taken in or set aside before.
    """
    require(by, Permission.WRITE_CASES)
    if not reason.strip():
        raise UnusableInputError("Say why this is no request; the message stays kept.")
    _claim(message, "aside")
    RawMessage.objects.filter(pk=message.pk).update(aside_because=reason.strip())
    message.state, message.aside_because = "aside", reason.strip()
    record(
        "intake.aside",
        by=by.public_id,
        message=message.public_id,
        reason=commitment(reason),
    )
    return message


def _claim(message: RawMessage, state: str = "made") -> None:
    free = RawMessage.objects.filter(pk=message.pk, state__in=("read", "unreadable", "kept"))
    if not free.update(state=state):
        there = RawMessage.objects.select_related("case").get(pk=message.pk)
        where = f"taken in as {there.case.reference}" if there.case else "set aside"
        raise UnusableInputError(f"This message was {where} already; nothing was made twice.")


def _keep_files(message: RawMessage, case: Case, by: User, purpose: Purpose) -> None:
    if message.source == "paste":
        return  # its words are the case's own
    content = store.read(message.stored_as)
    keep(by=by, case=case, name=message.name, content=content, purpose=purpose)
    if message.enclosures:
        for each in heading_of(content).enclosures:
            keep(
                by=by,
                case=case,
                name=each.name,
                content=each.content,
                purpose=purpose,
                media_type=each.media_type,
            )
