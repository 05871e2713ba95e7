"""Refuses a SQLite that could lose rows when several processes write.

SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log when one connection writes while another
checkpoints (the "WAL-reset" bug, mended in 3.51.3; https://sqlite.org/wal.html). Our one write
lock keeps the two apart inside one process; across processes we do not rely on it.
"""

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from answerable.desk import env

SAFE = (3, 51, 3)


def sqlite_is_safe(
    *, processes: int, version: tuple[int, ...] = sqlite3.sqlite_version_info
) -> bool:
    """Whether this SQLite may be used by so many processes at once."""
    return processes <= 1 or version >= SAFE


def check_sqlite(**_: Any) -> list[CheckMessage]:
    """Django's system check: an error when several processes would share an affected SQLite."""
    engine = settings.DATABASES["default"]["ENGINE"]
    processes = env.number("ANSWERABLE_PROCESSES", 1)
    if not engine.endswith("sqlite") or sqlite_is_safe(processes=processes):
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} can damage its file when several processes use it. "
            "Run one process, use SQLite 3.51.3 or later, or set ANSWERABLE_DATABASE.",
            id="answerable.E001",
        )
    ]
