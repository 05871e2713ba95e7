"""Taking a request in once, however often another system sends it with the same key."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from answerable.desk.api.models import Answered, ApiToken
from answerable.desk.today import now
from answerable.model import UnusableInputError

KEPT = timedelta(hours=24)


def once(
    token: ApiToken, key: str, body: str, make: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """What ``make`` answers, or what it answered to the same key within a day.

    The row of the key is written first: of two calls at the same moment the second waits for the
    first at the database, and then finds its answer.

    Raises:
        UnusableInputError: the key was used with another body.
    """
    sent = salted_hmac("api.once", body, algorithm="sha256").hexdigest()
    forget(token=token, key=key)
    try:
        with transaction.atomic():
            with transaction.atomic():
                row = Answered.objects.create(token=token, key=key, body=sent)
            row.answer = make()
            row.save(update_fields=["answer"])
            return dict(row.answer)
    except IntegrityError:
        before = Answered.objects.filter(token=token, key=key).first()
        if before is None:
            raise  # it was something else than the key
    if before.body != sent:
        raise UnusableInputError(
            "This Idempotency-Key was used with another body in the last 24 hours. Send a new key."
        )
    return dict(before.answer)


def forget(**of: object) -> None:
    """Delete the answers that are older than a day."""
    old = Answered.objects.filter(at__lt=now() - KEPT, **of)
    if old.exists():  # reading takes no write lock
        old.delete()
