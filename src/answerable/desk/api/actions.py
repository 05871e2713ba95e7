"""Making and ending tokens. The only place that does."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from answerable.desk.api.models import ApiToken
from answerable.desk.api.scopes import SCOPES
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError

_MARK = "answerable_"  # so that a token that leaks can be recognised for what it is


@transaction.atomic
def make_token(
    *, by: User, person: User, name: str, scopes: Sequence[str], good_until: date | None = None
) -> tuple[ApiToken, str]:
    """A token that acts as ``person``, and its secret, which is shown once and kept nowhere.

    Raises:
        UnusableInputError: it has no name, no scope or an unknown one, or the person has left.
    """
    require(by, Permission.MANAGE_PEOPLE)
    if not name.strip() or not scopes or not set(scopes) <= set(SCOPES):
        raise UnusableInputError("A token needs a name and at least one of the scopes.")
    if not person.is_active:
        raise UnusableInputError(f"{person.name} has left; choose somebody else.")
    secret = _MARK + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        name=name.strip()[:80],
        digest=digest(secret),
        person=person,
        scopes=sorted(set(scopes)),
        made_by=by,
        good_until=good_until,
    )
    record(
        "api.token_made",
        by=by.public_id,
        token=token.public_id,
        person=person.public_id,
        scopes=len(token.scopes),
    )
    return token, secret


@transaction.atomic
def end_token(token: ApiToken, *, by: User) -> None:
    """End a token at once."""
    require(by, Permission.MANAGE_PEOPLE)
    if ApiToken.objects.filter(pk=token.pk, ended_at__isnull=True).update(ended_at=now()):
        record("api.token_ended", by=by.public_id, token=token.public_id)


def digest(secret: str) -> str:
    """How a token is kept. Its 256 random bits need no slow hashing."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
