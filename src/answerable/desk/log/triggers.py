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
_OUT = "EXISTS (SELECT 1 FROM publish_publication WHERE id = {}.publication_id AND state = 'published')"
_ON_A_PAGE = (
    "EXISTS (SELECT 1 FROM publish_publication_files f JOIN publish_publication p "
    "ON p.id = f.publication_id WHERE f.attachment_id = NEW.id AND p.state = 'published')"
)
#: Table, verb, and when it matters.
_WHEN: tuple[tuple[str, str, str], ...] = (
    ("publish_publication", "INSERT", "NEW.state = 'published'"),
    ("publish_publication", "UPDATE", "OLD.state = 'published' OR NEW.state = 'published'"),
    ("publish_publication", "DELETE", "OLD.state = 'published'"),
    ("publish_publication_files", "INSERT", _OUT.format("NEW")),
    ("publish_publication_files", "UPDATE", f"{_OUT.format('OLD')} OR {_OUT.format('NEW')}"),
    ("publish_publication_files", "DELETE", _OUT.format("OLD")),
    ("files_attachment", "UPDATE", _ON_A_PAGE),
    *(
        (table, verb, "TRUE")
        for table in ("authority_authority", "people_servicearea", "stats_quarter")
        for verb in ("INSERT", "UPDATE", "DELETE")
    ),
)


def put_in_place(using: str = "default", **_: Any) -> None:
    """Make every trigger anew. Called after each ``migrate``."""
    connection = connections[using]
    if "log_stamp" not in connection.introspection.table_names():
        return  # an early state of the tables, as a test of migrations may make it
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table, verb, when in _WHEN:
            make = _postgres if postgres else _sqlite
            for statement in make(_name(table, verb), table, verb, when):
                cursor.execute(statement)
    _known.pop(_key(connection), None)


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
        _known[key] = {_name(table, verb) for table, verb, _ in _WHEN} <= there
    return _known[key]


_known: dict[str, bool] = {}


def _key(connection: BaseDatabaseWrapper) -> str:
    return (
        f"{connection.vendor}:{connection.settings_dict['HOST']}:{connection.settings_dict['NAME']}"
    )


def _name(table: str, verb: str) -> str:
    return f"log_stamp_{table}_{verb.lower()}"


def _sqlite(name: str, table: str, verb: str, when: str) -> tuple[str, ...]:
    new = _NEW_STAMP.format(random=_SQLITE_RANDOM)
    return (
        f"DROP TRIGGER IF EXISTS {name}",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} WHEN {when} BEGIN {new}; END",
    )


def _postgres(name: str, table: str, verb: str, when: str) -> tuple[str, ...]:
    new = _NEW_STAMP.format(random=_POSTGRES_RANDOM)
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ "
        f"BEGIN IF {when} THEN {new}; END IF; RETURN NULL; END $$ LANGUAGE plpgsql",
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} AFTER {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    )
