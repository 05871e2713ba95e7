"""A commit returns when it is on the disk, though it waits for the disk without the write lock."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.db.conftest import environment

from answerable.desk.db.sqlite import flush
from answerable.desk.db.sqlite.flush import Flush


@pytest.fixture
def log(tmp_path: Path) -> Flush:
    (tmp_path / "a.sqlite3-wal").write_bytes(b"frames")
    return Flush(tmp_path / "a.sqlite3")


def _instead(monkeypatch: pytest.MonkeyPatch, does: Callable[[int], None]) -> None:
    monkeypatch.setattr(flush, "_data_to_disk", does)


def test_what_was_committed_is_brought_to_the_disk(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    trips: list[int] = []
    _instead(monkeypatch, trips.append)
    log.wait_for(log.committed())
    log.wait_for(log.committed())
    assert len(trips) == 2


def test_one_trip_takes_along_all_that_was_committed_before_it_began(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    trips: list[int] = []
    _instead(monkeypatch, trips.append)
    numbers = [log.committed() for _ in range(5)]
    for number in reversed(numbers):
        log.wait_for(number)
    assert len(trips) == 1


def test_what_is_committed_while_a_trip_is_under_way_needs_another(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[int] = []

    def trip(handle: int) -> None:
        if not late:
            late.append(log.committed())  # too late for this one
        else:
            late.append(-1)

    _instead(monkeypatch, trip)
    log.wait_for(log.committed())
    log.wait_for(late[0])
    assert late == [2, -1]


def test_nobody_returns_before_a_trip_that_began_after_their_commit_has_ended(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, on_disk, committed, wrong = threading.Lock(), [0], [0], []

    def trip(handle: int) -> None:
        so_far = committed[0]
        time.sleep(0.002)
        on_disk[0] = max(on_disk[0], so_far)

    def work() -> None:
        for _ in range(20):
            with lock:
                number = log.committed()
                committed[0] = number
            log.wait_for(number)
            if on_disk[0] < number:
                wrong.append(number)

    _instead(monkeypatch, trip)
    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert on_disk[0] == 120


def test_after_the_disk_refused_once_nothing_is_called_kept(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(5, "Input/output error")

    _instead(monkeypatch, refuse)
    with pytest.raises(OSError, match="Input/output"):
        log.wait_for(log.committed())
    _instead(monkeypatch, lambda handle: None)
    with pytest.raises(OSError, match="restart the program"):
        log.wait_for(log.committed())


def test_a_new_log_is_entered_in_its_folder_on_the_disk_and_an_old_one_is_not_again(
    log: Flush, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[int] = []
    _instead(monkeypatch, lambda handle: None)
    monkeypatch.setattr(os, "fsync", folders.append)
    log.wait_for(log.committed())
    log.wait_for(log.committed())
    assert len(folders) == 1


def test_a_log_that_is_gone_was_copied_into_the_database(tmp_path: Path) -> None:
    none = Flush(tmp_path / "b.sqlite3")
    none.wait_for(none.committed())


TOLD = """
import sys
from pathlib import Path
from answerable.desk.serve.settle import settle
settle(Path(sys.argv[1]))
from django.db import connection, transaction
from django.db.utils import OperationalError
from answerable.desk.db.sqlite import flush
from answerable.desk.ask.models import Bucket
from answerable.desk.today import now

def level():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        return cursor.fetchone()[0]

trips = []
flush._data_to_disk = lambda handle: trips.append(connection.in_atomic_block)
full = [level()]
with transaction.atomic():
    Bucket.objects.create(key="a", left=1, at=now())
    during = level()
full.append(level())
after_one = list(trips)
try:
    with transaction.atomic():
        Bucket.objects.create(key="b", left=1, at=now())
        raise LookupError
except LookupError:
    pass
full.append(level())
after_undone = len(trips)
def refuse(handle):
    raise OSError(28, "No space left on device")
flush._data_to_disk = refuse
try:
    with transaction.atomic():
        Bucket.objects.create(key="c", left=1, at=now())
    said = "kept"
except OperationalError as problem:
    said = str(problem)
print(full, during, after_one, after_undone, said, sep="|")
"""


def test_a_transaction_waits_for_the_disk_after_its_commit_and_tells_when_it_fails(
    site: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD, str(site)],
        env=environment(), capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    full, during, after_one, after_undone, said = done.stdout.strip().split("|")
    assert full == "[2, 2, 2]"  # outside of a transaction SQLite itself waits
    assert during == "1"
    assert after_one == "[False]"  # one trip, when the transaction had ended
    assert after_undone == "1"  # what was undone needs none
    assert said == "this may not have been kept: No space left on device"
