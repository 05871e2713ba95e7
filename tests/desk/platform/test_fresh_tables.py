"""A new database made at once has the tables that the migrations, step by step, end in."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.desk.db.conftest import environment

_MAKE = """
import json, sys
from pathlib import Path
from answerable.desk.serve.settle import settle
settle(Path(sys.argv[1]))
from django.db import connection
from answerable.desk.serve.schema import bring_up_to_date, waiting
if sys.argv[2] == "at once":
    bring_up_to_date()
else:
    from django.core.management import call_command
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
look, made = connection.introspection, {}
told = ("columns", "primary_key", "unique", "foreign_key", "check")  # not how a limit is kept
with connection.cursor() as cursor:
    for table in look.table_names(cursor):
        columns = look.get_table_description(cursor, table)
        limits = look.get_constraints(cursor, table).values()
        made[table] = {
            "columns": sorted(repr((c.name, c.type_code, c.null_ok, c.default)) for c in columns),
            "limits": sorted(repr([each[what] for what in told]) for each in limits),
        }
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    made["triggers"] = [list(row) for row in cursor.fetchall()]
    cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
    made["done"] = [list(row) for row in cursor.fetchall()]
made["waiting"] = waiting()
print(json.dumps(made))
"""


def _made(folder: Path, how: str) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, "-c", _MAKE, str(folder), how],
        env=environment(), check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    kept: dict[str, Any] = json.loads(run.stdout)
    return kept


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = tmp_path_factory.mktemp("tables")
    return _made(folder / "one", "at once"), _made(folder / "other", "step by step")


def test_the_same_tables_with_the_same_columns_and_limits(
    both: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    at_once, step_by_step = both
    assert at_once.keys() == step_by_step.keys()
    for table in at_once.keys() - {"triggers", "done", "waiting"}:
        assert at_once[table] == step_by_step[table], table


def test_the_same_triggers_and_nothing_left_to_do(
    both: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    at_once, step_by_step = both
    assert at_once["triggers"] == step_by_step["triggers"] != []
    assert at_once["done"] == step_by_step["done"]
    assert at_once["waiting"] == step_by_step["waiting"] == []
