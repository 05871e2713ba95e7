"""Triggers that give the log a new stamp when something that the public sees changes.

Triggers, not calls: a bulk update, a repair by hand or an action written next year changes the
stamp, too, and in the same transaction. What is not published changes nothing, so that nobody can
tell from outside that something was proposed.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_NEW_STAMP = (
    "INSERT INTO log_stamp (id, value) VALUES (1, {random}) "
    "ON CONFLICT (id) DO UPDATE SET value = excluded.value"
)
_SQLITE_RANDOM, _POSTGRES_RANDOM = "random()", "floor(random() * 9007199254740992)::bigint"
_OUT = "{row}.state = 'published'"
_OF_ONE_OUT = (
    "EXISTS (SELECT 1 FROM publish_publication p "
    "WHERE p.id = {row}.publication_id AND p.state = 'published')"
)
_ON_A_PAGE = (
    "EXISTS (SELECT 1 FROM publish_publication_files f JOIN publish_publication p "
    "ON p.id = f.publication_id WHERE f.attachment_id = {row}.id AND p.state = 'published')"
)
_ALL = ("INSERT", "UPDATE", "DELETE")
#: Table, verbs, and which rows matter.
_WATCHED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("publish_publication", _ALL, _OUT),
    ("publish_publication_files", _ALL, _OF_ONE_OUT),
    ("files_attachment", ("UPDATE",), _ON_A_PAGE),
    ("authority_authority", _ALL, "TRUE"),
    ("people_servicearea", _ALL, "TRUE"),
    ("stats_quarter", _ALL, "TRUE"),
)
_TRIGGERS = tuple((table, verb, which) for table, verbs, which in _WATCHED for verb in verbs)
_OLD, _NEW = ("OLD", "old_rows"), ("NEW", "new_rows")  # as SQLite and PostgreSQL name them
_ROWS = {"INSERT": (_NEW,), "UPDATE": (_OLD, _NEW), "DELETE": (_OLD,)}


def put_in_place(using: str = "default", **_: Any) -> None:
    """Make every trigger anew, and draw a stamp. Called after each ``migrate``."""
    connection = connections[using]
    if "log_stamp" not in connection.introspection.table_names():
        return  # an early state of the tables, as a test of migrations may make it
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table, verb, which in _TRIGGERS:
            make = _postgres if postgres else _sqlite
            for statement in make(_name(table, verb), table, verb, which):
                cursor.execute(statement)
    renew(connection)  # pages may look otherwise from now on
    _known.pop(_key(connection), None)


def renew(connection: BaseDatabaseWrapper) -> None:
    """A new stamp, for what no trigger watches: the words of entries, which a worker may add."""
    random = _POSTGRES_RANDOM if connection.vendor == "postgresql" else _SQLITE_RANDOM
    with connection.cursor() as cursor:
        cursor.execute(_NEW_STAMP.format(random=random))


def are_in_place(connection: BaseDatabaseWrapper) -> bool:
    """Whether every trigger is there; asked once a process, for without them nothing is kept."""
    key = _key(connection)
    if key not in _known:
        catalogue = (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            if connection.vendor == "postgresql"
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        with connection.cursor() as cursor:
            cursor.execute(catalogue)
            there = {row[0] for row in cursor.fetchall()}
        _known[key] = {_name(table, verb) for table, verb, _ in _TRIGGERS} <= there
    return _known[key]


_known: dict[str, bool] = {}


def _key(connection: BaseDatabaseWrapper) -> str:
    return (
        f"{connection.vendor}:{connection.settings_dict['HOST']}:{connection.settings_dict['NAME']}"
    )


def _name(table: str, verb: str) -> str:
    return f"log_stamp_{table}_{verb.lower()}"


def _sqlite(name: str, table: str, verb: str, which: str) -> tuple[str, ...]:
    """A trigger a row; SQLite has no other."""
    when = " OR ".join(which.format(row=row) for row, _ in _ROWS[verb])
    new = _NEW_STAMP.format(random=_SQLITE_RANDOM)
    return (
        f"DROP TRIGGER IF EXISTS {name}",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} WHEN {when} BEGIN {new}; END",
    )


def _postgres(name: str, table: str, verb: str, which: str) -> tuple[str, ...]:
    """A trigger a statement: a row rewritten a thousand times in a transaction is slow there."""
    rows = [rows for _, rows in _ROWS[verb]]
    when = " OR ".join(
        f"EXISTS (SELECT 1 FROM {each} r WHERE {which.format(row='r')})"  # noqa: S608 - names above
        for each in rows
    )
    called = {"old_rows": "OLD TABLE AS old_rows", "new_rows": "NEW TABLE AS new_rows"}
    new = _NEW_STAMP.format(random=_POSTGRES_RANDOM)
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ "
        f"BEGIN IF {when} THEN {new}; END IF; RETURN NULL; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} "
        f"REFERENCING {' '.join(called[each] for each in rows)} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    )
