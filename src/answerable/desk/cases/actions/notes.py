"""Remarks and correspondence on the timeline."""

from django.db import transaction

from answerable.desk.cases.models import Case, Note
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError


@transaction.atomic
def add_note(
    case: Case, text: str, *, by: User | None, title: str = "", direction: str = "note"
) -> Note:
    """Put a remark ("note"), or a letter that came ("in") or went ("out"), on the timeline.

    Raises:
        UnusableInputError: it is empty.
    """
    if by is not None:
        require(by, Permission.WRITE_CASES, Permission.CLEAR)
    if not text.strip():
        raise UnusableInputError("The note is empty. Write something, or leave the page.")
    note = Note.objects.create(case=case, text=text, title=title[:160], direction=direction, by=by)
    record(
        f"case.note_{direction}",
        by=by.public_id if by else "public",
        case=case.reference,
        text=commitment(text),
    )
    return note
