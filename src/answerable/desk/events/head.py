"""The head of the chain: one writer at a time, and on PostgreSQL none that waits for another's disk.

SQLite has one writer at a time anyway. On PostgreSQL whoever appends holds a lock until the transaction
is over. If its end waited for the disk, all others would wait in line for one trip to the disk each. So it
ends without waiting, lets go of the lock, and waits then, before anybody is told that anything is kept:
one trip takes along all that ended before.
"""

from typing import Any

from django.db import connection, transaction

from answerable.desk.db.prepared import Prepared
from answerable.desk.events.chain import START
from answerable.desk.events.models import Event

_LOCK = 7_204_118  # any number of ours: the advisory lock on the head of the chain


_HEAD = Prepared(lambda: Event.objects.order_by("-seq").values_list("seq", "digest")[:1], 0)


def take_the_head(*, to_the_disk: bool = False) -> tuple[int, str]:
    """The last event's number and digest, which nobody else follows until the transaction is over.

    ``to_the_disk``: hold it until all is on the disk, for events of many who wait together anyway.
    """
    rows = _wait_and_read(to_the_disk) if connection.vendor == "postgresql" else _HEAD.rows()
    return rows[0] if rows else (0, START)


def _wait_and_read(to_the_disk: bool) -> list[Any]:
    """Both on one trip. The second statement sees what was there when the lock was ours."""
    if not to_the_disk and _to_the_disk not in [each[1] for each in connection.run_on_commit]:
        transaction.on_commit(_to_the_disk)
    later = "" if to_the_disk else ", set_config('synchronous_commit', 'off', true)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pg_advisory_xact_lock(%s){later};"  # noqa: S608 - one of two constants
            "SELECT seq, digest FROM events_event ORDER BY seq DESC LIMIT 1",
            [_LOCK],
        )
        cursor.nextset()
        return list(cursor.fetchall())


def _to_the_disk() -> None:
    """Return when all that was committed so far is as durable as the server is set to make it.

    A commit that waits brings the log to the disk up to itself; it has to write something to do so.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_logical_emit_message(true, 'answerable', '')")
