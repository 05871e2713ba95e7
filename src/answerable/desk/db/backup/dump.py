"""A consistent copy of the whole database, taken while the site runs; and its way back."""

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from answerable.model import UnusableInputError


def dump(target: Path) -> None:
    """Copy the database into the file ``target``."""
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        _call("pg_dump", "--format=custom", "--no-owner", f"--file={target}")
        return
    copy = sqlite3.connect(target)
    try:
        connection.connection.backup(copy)
    finally:
        copy.close()


def load(source: Path) -> None:
    """Fill an empty PostgreSQL database from ``source``.

    Raises:
        UnusableInputError: the database is not empty, or the copy cannot be read.
    """
    if connection.introspection.table_names():
        raise UnusableInputError(
            "the database is not empty; restore into a new one, so that nothing is lost."
        )
    connection.close()
    name = connection.settings_dict["NAME"]
    _call("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={name}", str(source))


def _call(program: str, *arguments: str) -> None:
    settings = connection.settings_dict
    try:
        subprocess.run([program, *arguments], env=_environment(settings), check=True, text=True,
                       capture_output=True)  # fmt: skip
    except FileNotFoundError:
        raise UnusableInputError(
            f"{program} is not installed; install PostgreSQL's client programs."
        ) from None
    except subprocess.CalledProcessError as problem:
        last = (problem.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise UnusableInputError(f"{program} failed: {last}") from None


def _environment(settings: dict[str, Any]) -> dict[str, str]:
    # By environment, never as arguments: those can be read by everybody on the machine.
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(settings[key]) for name, key in names.items() if settings.get(key)}
    return {**os.environ, **given, "PGDATABASE": str(settings["NAME"])}
