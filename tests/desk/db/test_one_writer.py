"""Many writers at once on a file: nothing is lost and nobody is told that it is locked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.desk.db.conftest import environment

from answerable.desk.db.checks import SAFE, check_sqlite, sqlite_is_safe

WRITE = """
import sys, threading
from pathlib import Path
from answerable.desk.serve.settle import settle
settle(Path(sys.argv[1]))
from django.db import connection, transaction
from answerable.desk.events.record import record
problems = []
def work(n):
    try:
        for number in range(25):
            with transaction.atomic():
                record("case.clock", by=f"{sys.argv[2]}-{n}", event="x", number=number)
    except Exception as problem:
        problems.append(problem)
    finally:
        connection.close()
threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
[each.start() for each in threads]
[each.join() for each in threads]
sys.exit(str(problems) if problems else 0)
"""


@pytest.mark.slow
def test_threads_and_processes_that_write_together_lose_nothing(site: Path) -> None:
    code = [sys.executable, "-c", WRITE, str(site)]
    started = [
        subprocess.Popen([*code, str(n)], env=environment(), stderr=subprocess.PIPE, text=True)
        for n in range(3)
    ]
    ended = [(process.communicate(timeout=120)[1], process.returncode) for process in started]
    assert [code for _, code in ended] == [0, 0, 0], ended
    check = (
        "import sys; from pathlib import Path\n"
        "from answerable.desk.serve.settle import settle\n"
        "settle(Path(sys.argv[1]))\n"
        "from answerable.desk.events.models import Event\n"
        "from answerable.desk.events.verify import broken_at\n"
        "print(Event.objects.filter(kind='case.clock').count(), broken_at())"
    )
    done = subprocess.run(
        [sys.executable, "-c", check, str(site)], env=environment(), capture_output=True, text=True
    )
    assert done.stdout.split() == ["300", "None"], done.stderr


def test_one_process_may_use_any_sqlite() -> None:
    assert sqlite_is_safe(processes=1, version=(3, 40, 1))


def test_several_processes_need_the_mended_one() -> None:
    assert not sqlite_is_safe(processes=2, version=(3, 51, 2))
    assert sqlite_is_safe(processes=2, version=SAFE)


def test_the_check_refuses_several_processes_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    monkeypatch.setenv("ANSWERABLE_PROCESSES", "4")
    monkeypatch.setattr("answerable.desk.db.checks.sqlite_version", lambda: (3, 40, 1))
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "answerable.desk.db.sqlite")  # type: ignore[attr-defined]
    (error,) = check_sqlite()
    assert error.id == "answerable.E001"
    assert "SQLite 3.40.1 can damage its file" in str(error.msg)


def test_the_check_is_silent_for_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PROCESSES", "1")
    monkeypatch.setattr("answerable.desk.db.checks.sqlite_version", lambda: (3, 40, 1))
    assert check_sqlite() == []


def test_the_check_is_silent_with_the_mended_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PROCESSES", "4")
    monkeypatch.setattr("answerable.desk.db.checks.sqlite_version", lambda: SAFE)
    assert check_sqlite() == []


CLAIM = """
import sys
from pathlib import Path
from answerable.desk.serve.settle import settle
settle(Path(sys.argv[1]))
from answerable.desk.db import checks
checks.sqlite_version = lambda: tuple(map(int, sys.argv[2].split(".")))
from answerable.desk.db.claim import claim
from answerable.model import UnusableInputError
try:
    claim()
except UnusableInputError as problem:
    sys.exit(str(problem))
print("claimed", flush=True)
sys.stdin.read()
"""


def _claim(data: Path, version: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM, str(data), version],
        env=environment(PYTHONPATH=os.environ.get("PYTHONPATH", "")),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("version", "second"), [("3.40.1", "refused"), ("3.51.3", "claimed")])
def test_a_second_process_on_an_affected_sqlite_is_refused(
    version: str, second: str, tmp_path: Path
) -> None:
    one = _claim(tmp_path, version)
    assert one.stdout is not None
    assert one.stdout.readline() == "claimed\n"
    two = _claim(tmp_path, version)
    out, err = two.communicate(timeout=60)
    one.communicate(timeout=60)
    assert ("claimed" in out) is (second == "claimed")
    assert ("another process uses" in err) is (second == "refused")


@pytest.mark.slow
def test_a_newer_sqlite_takes_the_place_of_pythons_own(tmp_path: Path) -> None:
    package = tmp_path / "pysqlite3"
    package.mkdir()
    (package / "__init__.py").write_text("from sqlite3 import *\nfrom . import dbapi2\n")
    (package / "dbapi2.py").write_text(
        "from sqlite3.dbapi2 import *\nsqlite_version_info = (9, 9, 9)\n"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from answerable.desk.db.newer import use_newer_sqlite\n"
        "assert use_newer_sqlite()\n"
        "from sqlite3 import dbapi2\n"
        "assert dbapi2.sqlite_version_info == (9, 9, 9)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_without_the_package_pythons_own_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from answerable.desk.db.newer import use_newer_sqlite

    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    assert use_newer_sqlite() is False
