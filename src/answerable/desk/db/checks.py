"""Refuses a SQLite that could lose rows when several processes write.

SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log when one connection writes while another
checkpoints (the "WAL-reset" bug, mended in 3.51.3; https://sqlite.org/wal.html). Our one write
lock keeps the two apart inside one process; across processes we do not rely on it.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from answerable.desk import env

SAFE = (3, 51, 3)


def sqlite_version() -> tuple[int, ...]:
    """The version in use: Python's own, or the newer one that ``newer`` put in its place."""
    import sqlite3

    return sqlite3.sqlite_version_info


def sqlite_is_safe(*, processes: int, version: tuple[int, ...] | None = None) -> bool:
    """Whether this SQLite may be used by so many processes at once."""
    return processes <= 1 or (version or sqlite_version()) >= SAFE


def too_old() -> str:
    """What is wrong and what to do, in one sentence."""
    return (
        f"SQLite {'.'.join(map(str, sqlite_version()))} can damage its file when several processes "
        "use it: run one process, install answerable[sqlite], or set ANSWERABLE_DATABASE."
    )


def check_sqlite(**_: Any) -> list[CheckMessage]:
    """Django's system check: an error when several processes would share an affected SQLite."""
    engine = settings.DATABASES["default"]["ENGINE"]
    processes = env.number("ANSWERABLE_PROCESSES", 1)
    if not engine.endswith("sqlite") or sqlite_is_safe(processes=processes):
        return []
    return [Error(too_old(), id="answerable.E001")]
