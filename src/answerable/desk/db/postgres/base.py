"""The backend: a connection is looked at before it is used again, without a trip to the server."""

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection. Before each request Django asks the server whether it is still there.

    A server that went away has closed the connection, and that is heard on our side of it: the socket
    has something to read when nothing was asked. Only then, or after an error, is the server asked.
    """

    def is_usable(self) -> bool:
        """Whether the connection can be used again."""
        if not self.errors_occurred and self.connection is not None and _is_quiet(self.connection):
            return True
        return bool(super().is_usable())


def _is_quiet(connection: Any) -> bool:
    """Whether nothing came since the last answer, neither a word nor the end of the connection."""
    if connection.closed:
        return False
    listening = select.poll()
    listening.register(connection.fileno(), select.POLLIN)
    return not listening.poll(0)
