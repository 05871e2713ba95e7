"""Bringing commits to the disk, several on one trip.

A transaction commits under ``synchronous=NORMAL``: it stands in the write-ahead log, but perhaps
not on the disk yet. Whoever committed it waits here, without the write lock, until the log is on the
disk; meanwhile others commit, and the next trip takes all of theirs along. SQLite brings the log to
the disk by itself before it copies from it, so the file is whole at every moment, as with ``FULL``.
"""

import os
import threading
from pathlib import Path

_data_to_disk = getattr(os, "fdatasync", os.fsync)


class Flush:
    """The write-ahead log of one database file, as this process writes it."""

    def __init__(self, database: Path) -> None:
        self._log = database.with_name(f"{database.name}-wal")
        self._trip = threading.Lock()
        self._committed = self._on_disk = 0
        self._known = -1  # the log's own number in its folder
        self._refused = False

    def committed(self) -> int:
        """The number of the commit just made. Called by whoever holds the write lock."""
        self._committed += 1
        return self._committed

    def wait_for(self, number: int) -> None:
        """Return when commit ``number`` is on the disk.

        Raises:
            OSError: the disk refused, now or before. After a refusal nobody can know what of the
                log is on the disk, so nothing is called kept until the program starts anew.
        """
        with self._trip:
            if self._refused:
                raise OSError("the disk refused an earlier change; restart the program")
            if self._on_disk >= number:
                return  # somebody else's trip took it along
            so_far = self._committed
            try:
                self._bring()
            except OSError:
                self._refused = True
                raise
            self._on_disk = so_far

    def _bring(self) -> None:
        try:
            handle = os.open(self._log, os.O_RDWR)
        except FileNotFoundError:
            return  # copied into the database, and on the disk with it
        try:
            _data_to_disk(handle)
            inode = os.fstat(handle).st_ino
        finally:
            os.close(handle)
        if inode != self._known:
            self._bring_folder()
            self._known = inode

    def _bring_folder(self) -> None:
        """A new log is found again after a power cut only if its folder is on the disk, too."""
        handle = os.open(self._log.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
