"""Changing the authority's details. The only place that does."""

from typing import Any

from django.db import transaction

from answerable.desk.authority.models import Authority
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission


@transaction.atomic
def set_authority(*, by: User | None, **details: Any) -> Authority:
    """Let these details stand. ``by`` is None only when the program is first set up."""
    if by is not None:
        require(by, Permission.MANAGE_AUTHORITY)
    authority = Authority.objects.select_for_update().first() or Authority()
    for name, value in details.items():
        setattr(authority, name, value)
    authority.full_clean()
    authority.save()
    record("authority.changed", by=by.public_id if by else "system", number=len(details))
    return authority
