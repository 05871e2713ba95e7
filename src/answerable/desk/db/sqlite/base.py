"""The backend: a transaction that writes waits for the lock before it begins."""

import fcntl
import threading
from functools import cache
from pathlib import Path
from typing import IO, Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from answerable.desk.db.sqlite.flush import Flush

_here = threading.RLock()  # among the threads of this process; the file is for other processes


@cache
def _flush(name: str) -> Flush:
    return Flush(Path(name))


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection; it holds the lock from BEGIN IMMEDIATE to commit or roll-back.

    A commit returns when it is on the disk, but waits for the disk after it let go of the lock:
    see ``flush``. Statements outside of a transaction are under ``synchronous=FULL`` as ever.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lock_file: IO[str] | None = None
        self._holds = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take()
        try:
            self._wait_for_the_disk(later=True)
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._let_go()
            raise

    def _commit(self) -> None:
        number = 0
        try:
            super()._commit()  # type: ignore[misc]
            self._wait_for_the_disk(later=False)
            if self._holds and not self.is_in_memory_db():
                number = self._log.committed()
        finally:
            self._let_go()
        if number:
            self._brought(number)

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
            self._wait_for_the_disk(later=False)
        finally:
            self._let_go()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._let_go()

    @property
    def _log(self) -> Flush:
        return _flush(str(self.settings_dict["NAME"]))

    def _brought(self, number: int) -> None:
        try:
            self._log.wait_for(number)
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise OperationalError(f"this may not have been kept: {why}") from problem

    def _wait_for_the_disk(self, *, later: bool) -> None:
        """Whether SQLite itself waits for the disk at each commit, or ``flush`` does, later."""
        if self.connection is not None and not self.is_in_memory_db():
            self.connection.execute(f"PRAGMA synchronous={'NORMAL' if later else 'FULL'}")

    def _take(self) -> None:
        if self._holds:
            return
        _here.acquire()
        self._holds = True
        if not self.is_in_memory_db():
            if self._lock_file is None:
                name = Path(str(self.settings_dict["NAME"]))
                self._lock_file = name.with_name(name.name + ".lock").open("a")
            fcntl.flock(self._lock_file, fcntl.LOCK_EX)

    def _let_go(self) -> None:
        if not self._holds:
            return
        self._holds = False
        if self._lock_file is not None:
            fcntl.flock(self._lock_file, fcntl.LOCK_UN)
        _here.release()
