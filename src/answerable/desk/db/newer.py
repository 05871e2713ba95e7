"""A newer SQLite than Python's own, where the package ``pysqlite3`` brings one.

Debian's Python carries a SQLite that several processes must not share (see ``checks``); the extra
``answerable[sqlite]`` installs a mended one, and this puts it in the other's place.
"""

import sqlite3
import sys
from importlib import import_module


def use_newer_sqlite() -> bool:
    """Let ``import sqlite3`` give the package's SQLite if it is newer; say whether it does."""
    try:
        newer = import_module("pysqlite3")
        inner = import_module("pysqlite3.dbapi2")
    except ImportError:
        return False
    if inner.sqlite_version_info <= sqlite3.sqlite_version_info:
        return False
    sys.modules["sqlite3"], sys.modules["sqlite3.dbapi2"] = newer, inner
    return True
