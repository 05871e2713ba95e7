"""The tables of the database: made when new, altered when the program is newer."""

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from answerable.desk.serve.fresh import is_empty, make_tables
from answerable.model import UnusableInputError


def bring_up_to_date() -> bool:
    """Make or alter the tables where needed, and say whether anything was.

    Django's own command is only called when there is something to alter: it takes half a second
    to find out that there is nothing, and two to make from nothing what ``make_tables`` makes.

    Raises:
        UnusableInputError: the database cannot be reached.
    """
    try:
        plan = _plan()
        if not plan:
            return False
        if is_empty():
            make_tables(plan)
            return True
    except DatabaseError as problem:
        raise UnusableInputError(
            f"the database cannot be opened ({_first_line(problem)}); check ANSWERABLE_DATABASE "
            "and that the folder may be written."
        ) from None
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return True


def waiting() -> list[str]:
    """The names of the changes that the database still lacks."""
    return [f"{migration.app_label}.{migration.name}" for migration, _ in _plan()]


def _plan() -> list[tuple[Migration, bool]]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def _first_line(problem: Exception) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0]
