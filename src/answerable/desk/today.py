"""The one place that asks what day it is: the authority's day, in London time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

_as_if: ContextVar[datetime | None] = ContextVar("as_if", default=None)


def now() -> datetime:
    """The present moment, with its time zone."""
    return _as_if.get() or timezone.now()


def today() -> date:
    """Today in London, where the Acts' working days are counted."""
    return timezone.localdate(now())


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """Let it be ``moment`` meanwhile: how the made-up authority came by its past.

    Raises:
        RuntimeError: this is a real site, whose clock nobody may set.
    """
    if not settings.DEMO:
        raise RuntimeError("only the demonstration may live in the past")
    token = _as_if.set(moment)
    try:
        yield
    finally:
        _as_if.reset(token)
