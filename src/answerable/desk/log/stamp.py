"""The stamp of all that is public: as long as it stands, every public page is what it was.

It is a number drawn at random, not a count, so that after a roll-back no stamp comes twice. Each
request reads it anew, before anything else: what was withdrawn is gone with the next request.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.db import connection

from answerable.desk.log.triggers import are_in_place

T = TypeVar("T")
_of_stamp: dict[str, tuple[int, Any]] = {}


def stamp() -> int | None:
    """The stamp that stands now; None where nothing may be kept."""
    if not are_in_place(connection):
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM log_stamp WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else None


def while_it_stands(now: int | None, name: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, made once a stamp. ``now`` must have been read before it is called."""
    if now is None:
        return make()
    kept = _of_stamp.get(name)
    if kept is None or kept[0] != now:
        kept = (now, make())
        _of_stamp[name] = kept
    return cast("T", kept[1])


def forget() -> None:
    """Forget what was made. For tests, which change what no stamp speaks of."""
    _of_stamp.clear()
