"""Reading a message that is kept: a failure is a state of it, never its loss."""

from datetime import datetime
from pathlib import PurePath

from answerable.desk.files import store
from answerable.desk.intake.actions.keep import Kept, keep_raw
from answerable.desk.intake.heading import Heading, heading_of
from answerable.desk.intake.models import RawMessage
from answerable.desk.intake.trimming import without_heading
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.letters.files import open_bytes
from answerable.model import RefusedInputError, UnusableInputError

LONGEST = 100_000


def take_in(
    *, by: User | None, name: str, content: bytes, source: str, at: datetime | None = None
) -> Kept:
    """Keep a message, then read it."""
    kept = keep_raw(by=by, name=name, content=content, source=source, at=at)
    if kept.message.state == "kept":
        read_raw(kept.message)
    return kept


def read_raw(message: RawMessage) -> RawMessage:
    """Read what is kept, in child processes with limits. Never raises for what it reads."""
    content = store.read(message.stored_as)
    mail = _is_mail(message.name, content)
    heading = heading_of(content) if mail else Heading()
    try:
        opened = open_bytes(content, message.name)
        message.text, message.state = _storable(without_heading(opened.text))[:LONGEST], "read"
    except (UnusableInputError, RefusedInputError) as error:
        message.problem, message.state = _storable(str(error)), "unreadable"
    _note(message, heading)
    message.save()
    return message


def _note(message: RawMessage, heading: Heading) -> None:
    message.subject, message.message_id = heading.subject, heading.message_id
    message.sender_name, message.sender_email = heading.name, heading.email
    message.said_on, message.automatic = heading.said_on, heading.automatic
    message.enclosures = [each.name for each in heading.enclosures]
    if heading.message_id:
        others = RawMessage.objects.filter(message_id=heading.message_id)
        message.same_id_as = others.exclude(pk=message.pk).first()
    ours = OutgoingMail.objects.filter(message_id__in=heading.replies_to, case__isnull=False)
    found = ours.select_related("case").last()
    message.answers = found.case if found else None


def _storable(text: str) -> str:
    """The text without what no database takes: noughts and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _is_mail(name: str, content: bytes) -> bool:
    if PurePath(name).suffix.lower() == ".eml":
        return True
    head = content[:4000].lower()
    return b"\nmessage-id:" in head or (b"from:" in head[:500] and b"\nsubject:" in head)
