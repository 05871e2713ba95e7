"""PostgreSQL: one writer at a time at the head of the chain, and none that waits for another's disk.

Whoever appends holds a lock until the transaction is over. If its end waited for the disk, all others
would wait in line for one trip to the disk each. So it ends without waiting, lets go of the lock, and
waits then, before anybody is told that anything is kept: one trip takes along all that ended before.
"""

from django.db import connection, transaction

_LOCK = 7_204_118  # any number of ours: the advisory lock on the head of the chain


def take_the_head() -> None:
    """Wait for the head of the chain and hold it until the transaction is over."""
    if _to_the_disk not in [each[1] for each in connection.run_on_commit]:
        transaction.on_commit(_to_the_disk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s), set_config('synchronous_commit', 'off', true)",
            [_LOCK],
        )


def _to_the_disk() -> None:
    """Return when all that was committed so far is as durable as the server is set to make it.

    A commit that waits brings the log to the disk up to itself; it has to write something to do so.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_logical_emit_message(true, 'answerable', '')")
