"""Putting mail into the outbox, inside the transaction of what it belongs to."""

import secrets
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.db.insert import insert
from answerable.desk.events.record import record
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail


@transaction.atomic
def queue_mail(
    *,
    by: User | None,
    case: Case | None,
    kind: str,
    to: str,
    subject: str,
    body: str,
    attachments: Sequence[Attachment] = (),
) -> OutgoingMail:
    """Queue one message in a transaction of its own; see ``queue_mail_here``."""
    return queue_mail_here(
        by=by, case=case, kind=kind, to=to, subject=subject, body=body, attachments=attachments
    )


def queue_mail_here(
    *,
    by: User | None,
    case: Case | None,
    kind: str,
    to: str,
    subject: str,
    body: str,
    attachments: Sequence[Attachment] = (),
) -> OutgoingMail:
    """Queue one message; the worker sends it, and tries again if the server is away.

    In the transaction of what it belongs to.

    Args:
        by: who queued it; None for the program.
        case: what it is about; None for mail about no case.
        kind: a slug: "acknowledgement", "clarification", "answer", "chaser".
        to: one address.
        subject: one line; line breaks are taken out.
        body: plain text.
        attachments: files that have been through the gate.
    """
    host = urlsplit(settings.ADDRESS).hostname or "localhost"
    mail = OutgoingMail(
        case=case,
        kind=kind,
        to=to,
        subject=" ".join(subject.split())[:200],
        body=body,
        message_id=f"<{secrets.token_hex(16)}@{host}>",
        queued_by=by,
    )
    insert(mail)
    if attachments:
        mail.attachments.set(attachments)
    record(
        "sending.queued",
        by=by.public_id if by else "system",
        case=case.reference if case else "",
        mail=mail.public_id,
        what=kind,
    )
    return mail
