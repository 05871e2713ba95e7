"""Keeping the original: bytes first, durably, then the row; the same bytes once."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.actions import LARGEST, clean_name
from answerable.desk.intake.models import RawMessage
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Kept:
    """The message, and whether we had it before."""

    message: RawMessage
    again: bool


def keep_raw(
    *, by: User | None, name: str, content: bytes, source: str, at: datetime | None = None
) -> Kept:
    """Keep a message as it came, before anything tries to read it.

    Args:
        by: the officer who brings it; None for the mailbox and the drop folder.
        name: the file's name, as data.
        content: its bytes.
        source: one of ``models.SOURCES``.
        at: when it arrived, if not now.

    Raises:
        UnusableInputError: it is empty, or larger than can be kept.
    """
    if by is not None:
        require(by, Permission.WRITE_CASES)
    shown = clean_name(name)
    if not content:
        raise UnusableInputError(f"{shown} is empty. Choose another file.")
    if len(content) > LARGEST:
        raise UnusableInputError(
            f"{shown} has {len(content) // 1024 // 1024} MB; at most {LARGEST // 1024 // 1024} MB can "
            "be taken in. Save the message without its largest enclosure."
        )
    digest = hashlib.sha256(content).hexdigest()
    before = RawMessage.objects.filter(sha256=digest).first()
    if before is not None:
        return Kept(before, again=True)
    stored_as = store.write("intake", content)
    try:
        with transaction.atomic():
            made = RawMessage.objects.create(
                source=source,
                name=shown,
                stored_as=stored_as,
                sha256=digest,
                size=len(content),
                arrived_at=at or now(),
                added_by=by,
            )
            record(
                "intake.kept",
                by=by.public_id if by else "system",
                message=made.public_id,
                source=source,
                sha256=digest,
            )
    except IntegrityError:  # the same bytes came twice at the same moment
        return Kept(RawMessage.objects.get(sha256=digest), again=True)
    return Kept(made, again=False)


def paste(text: str, *, by: User, name: str = "", email: str = "") -> Kept:
    """Keep a request that an officer typed or pasted, with who sent it.

    Raises:
        UnusableInputError: there is no text.
    """
    require(by, Permission.WRITE_CASES)
    if not text.strip():
        raise UnusableInputError("Paste the words of the request, or choose a file.")
    content = f"{name}\n{email}\n\n{text}".encode()
    kept = keep_raw(by=by, name="pasted text.txt", content=content, source="paste")
    if not kept.again:
        message = kept.message
        message.text, message.state = text, "read"
        message.sender_name, message.sender_email = name[:160], email[:254]
        message.save(update_fields=["text", "state", "sender_name", "sender_email"])
    return kept
