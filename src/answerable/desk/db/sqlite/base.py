"""The backend: a transaction that writes waits for the lock before it begins."""

import fcntl
import threading
from pathlib import Path
from typing import IO, Any

from django.db.backends.sqlite3 import base

_here = threading.RLock()  # among the threads of this process; the file is for other processes


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection; it holds the lock from BEGIN IMMEDIATE to commit or roll-back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lock_file: IO[str] | None = None
        self._holds = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._let_go()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._let_go()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._let_go()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._let_go()

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
