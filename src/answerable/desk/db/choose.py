"""Which database: a PostgreSQL address if one is set, else one SQLite file in the data folder."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from answerable.desk import env
from answerable.desk.db.newer import use_newer_sqlite
from answerable.model import UnusableInputError

# FULL loses no acknowledged request in a power cut; NORMAL did in two of three simulated ones.
# recursive_triggers: otherwise INSERT OR REPLACE slips past the triggers that protect events.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; "
    "PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY;"
)


def database(data: Path) -> dict[str, Any]:
    """Django's description of the database.

    Raises:
        UnusableInputError: ``ANSWERABLE_DATABASE`` is not the address of a PostgreSQL database.
    """
    address = env.text("ANSWERABLE_DATABASE")
    return postgres(address) if address else _sqlite(data / "answerable.sqlite3")


def _sqlite(file: Path) -> dict[str, Any]:
    use_newer_sqlite()  # before Django loads its own
    file.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "answerable.desk.db.sqlite",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS},
    }


def postgres(address: str) -> dict[str, Any]:
    """Django's description of the PostgreSQL database at ``address``.

    A folder of sockets is given as libpq has it: ``postgresql://user@/name?host=/run/postgresql``.

    Raises:
        UnusableInputError: it is no such address.
    """
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError:
        parts, port = urlsplit(""), ""
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise UnusableInputError(
            "ANSWERABLE_DATABASE cannot be read; write it as postgresql://user@host/name."
        )
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "answerable.desk.db.postgres",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.pop("host", parts.hostname or ""),
        "PORT": asked.pop("port", port),
        "OPTIONS": asked,  # sslmode and the like
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
