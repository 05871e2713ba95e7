"""One process at a time on a SQLite that two could damage."""

import fcntl
from pathlib import Path
from typing import IO

from django.conf import settings

from answerable.desk.db.checks import sqlite_is_safe, too_old
from answerable.model import UnusableInputError

_held: list[IO[str]] = []  # for the life of the process


def claim() -> None:
    """Claim the database for this process, where its SQLite is one that must not be shared.

    Raises:
        UnusableInputError: another process serves or works on the same file.
    """
    database = settings.DATABASES["default"]
    on_disk = database["ENGINE"].endswith("sqlite") and "memory" not in str(database["NAME"])
    if not on_disk or sqlite_is_safe(processes=2) or _held:
        return
    file = Path(str(database["NAME"]) + ".process").open("a")  # noqa: SIM115 - held for good
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise UnusableInputError(
            f"another process uses this site's database. {too_old()}"
        ) from None
    _held.append(file)


def release() -> None:
    """Give the claim back."""
    while _held:
        _held.pop().close()
