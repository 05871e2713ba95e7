"""Taking a file in. The only place that writes attachments."""

import hashlib
import unicodedata

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.people.models import User
from answerable.model import UnusableInputError

LARGEST = 50 * 1024 * 1024


def keep(
    *,
    by: User | None,
    case: Case,
    name: str,
    content: bytes,
    purpose: Purpose,
    media_type: str = "application/octet-stream",
) -> Attachment:
    """Keep a file of a case: bytes first, durably, then its row and its event.

    Raises:
        UnusableInputError: the file is empty or too large.
    """
    shown = clean_name(name)
    if not content:
        raise UnusableInputError(f"{shown} is empty. Choose another file.")
    if len(content) > LARGEST:
        raise UnusableInputError(
            f"{shown} has {len(content) // 1024 // 1024} MB; at most {LARGEST // 1024 // 1024} MB "
            "can be taken in. Split it, or ask for another form."
        )
    stored_as = store.write(case.public_id, content)
    with transaction.atomic():
        attachment = Attachment.objects.create(
            case=case,
            purpose=purpose,
            name=shown,
            media_type=media_type[:100],
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            stored_as=stored_as,
            added_by=by,
        )
        record(
            "files.kept",
            by=by.public_id if by else "public",
            case=case.reference,
            file=attachment.public_id,
            purpose=purpose.value,
            sha256=attachment.sha256,
        )
    return attachment


def clean_name(name: str) -> str:
    """A file's name as data: no folders, no control or direction marks, at most 200 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip()
    return shown[-200:] or "a file without a name"
