"""The one place that builds a message: same headers whatever the outcome of a request."""

import mimetypes
from email.utils import formatdate

from django.core.mail import EmailMessage

from answerable.desk.authority.models import the_authority
from answerable.desk.files import store
from answerable.desk.sending.models import OutgoingMail


def message_of(mail: OutgoingMail) -> EmailMessage:
    """The message as it goes out, the first time and every other time: same identity, same words.

    What the program sends by itself says so (RFC 3834), so that no machine answers it.
    """
    headers = {"Message-ID": mail.message_id, "Date": formatdate(mail.queued_at.timestamp())}
    if mail.queued_by_id is None:
        headers["Auto-Submitted"] = "auto-generated"
    authority = the_authority()
    message = EmailMessage(
        subject=mail.subject,
        body=mail.body,
        from_email=authority.email,
        to=[mail.to],
        headers=headers,
    )
    for file in mail.attachments.order_by("pk"):
        kind, packed = mimetypes.guess_type(file.name)
        content = store.as_kept(file.stored_as, file.sha256)
        media_type = kind if kind and not packed else "application/octet-stream"
        if media_type.startswith(("text/", "message/")):
            media_type = "application/octet-stream"  # bytes go as they are, never re-coded
        message.attach(file.name, content, media_type)
    return message
