"""The tables of an empty database, made from the models at once.

The migrations build every table step by step, which takes a new site two seconds; what they end
in is what the models say. A test holds the two ways to the same tables, indexes and triggers.
"""

from typing import cast

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState, StateApps

_OURS = "answerable.desk."


def is_empty() -> bool:
    """Whether the database has no table yet."""
    return not connection.introspection.table_names()


def make_tables(plan: list[tuple[Migration, bool]]) -> None:
    """Make all tables in one transaction and note every migration of ``plan`` as done.

    What a migration of ours does by its own code is done too (triggers, for one), unless it is
    marked ``elidable``: then it only moves rows, and there are none.
    """
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and model._meta.can_migrate(connection):
                editor.create_model(model)
        for migration, _ in plan:
            _own_code(migration, editor)
        recorder = MigrationRecorder(connection)
        editor.create_model(recorder.Migration)
        done = [recorder.Migration(app=each.app_label, name=each.name) for each, _ in plan]
        recorder.migration_qs.bulk_create(done)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def _own_code(migration: Migration, editor: BaseDatabaseSchemaEditor) -> None:
    if not apps.get_app_config(migration.app_label).name.startswith(_OURS):
        return
    for operation in migration.operations:
        if operation.elidable:
            continue
        if isinstance(operation, RunPython):
            operation.code(cast("StateApps", apps), editor)  # the models as they are now
        elif isinstance(operation, RunSQL):
            state = ProjectState()  # which it does not look at
            operation.database_forwards(migration.app_label, editor, state, state)
