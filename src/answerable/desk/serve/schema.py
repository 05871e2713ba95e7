"""The tables of the database: made when new, altered when the program is newer."""

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from answerable.model import UnusableInputError


def bring_up_to_date() -> bool:
    """Make or alter the tables where needed, and say whether anything was.

    Django's own command is only called when there is something to do: it takes half a second to
    find out that there is nothing.

    Raises:
        UnusableInputError: the database cannot be reached.
    """
    try:
        if not waiting():
            return False
    except DatabaseError as problem:
        raise UnusableInputError(
            f"the database cannot be opened ({_first_line(problem)}); check ANSWERABLE_DATABASE "
            "and that the folder may be written."
        ) from None
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return True


def waiting() -> list[str]:
    """The names of the changes that the database still lacks."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0]
