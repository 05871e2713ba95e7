"""The stamp of all that is public: as long as it stands, every public page is what it was.

It is a number drawn at random, not a count, so that after a roll-back no stamp comes twice. Each
request reads it anew, before anything else: what was withdrawn is gone with the next request.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar, cast

from django.db import connection

from answerable.desk.log.triggers import are_in_place

T = TypeVar("T")
_now: ContextVar[int | None] = ContextVar("stamp", default=None)
_RECENT = 1.0  # seconds
_last: tuple[int | None, float] | None = None
_made: dict[str, tuple[int, Any]] = {}


def read_stamp() -> int | None:
    """The stamp that stands now; None where nothing may be kept."""
    global _last
    stamp = None
    if are_in_place(connection):
        with connection.cursor() as cursor:
            cursor.execute("SELECT value FROM log_stamp WHERE id = 1")
            row = cursor.fetchone()
        stamp = row[0] if row else None
    _last = (stamp, time.monotonic())
    return stamp


def recent_stamp() -> int | None:
    """The stamp as it was a second ago at most: for sending a form, which shows nothing public.

    What is kept under it is the authority and the like; who sends waits for one trip less.
    """
    last = _last
    return read_stamp() if last is None or time.monotonic() - last[1] > _RECENT else last[0]


@contextmanager
def under(stamp: int | None) -> Iterator[None]:
    """All that is read meanwhile is as new as ``stamp``, or newer."""
    token = _now.set(stamp)
    try:
        yield
    finally:
        _now.reset(token)


def while_it_stands(name: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, made once a stamp; made each time where there is no stamp."""
    stamp = _now.get()
    if stamp is None:
        return make()
    kept = _made.get(name)
    if kept is None or kept[0] != stamp:
        kept = _made[name] = (stamp, make())
    return cast("T", kept[1])


def forget() -> None:
    """Forget what was made: for tests, which change what no stamp speaks of."""
    global _last
    _last = None
    _made.clear()
