"""A file as a stream of bytes, packed or not, that knows how far it has been read."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from answerable.model import UnusableInputError

#: What a packed file that is cut short or damaged raises while it is read.
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)
CUT_SHORT = "the packed file is damaged or cut short here; what follows could not be read"


class Stream:
    """Opens ``path`` and counts; ``.gz`` is unpacked as it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = max(path.stat().st_size, 1)
        self._file: BinaryIO | None = None
        self._share = 0.0

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The unpacked bytes.

        Raises:
            UnusableInputError: it cannot be opened.
        """
        try:
            file = self.path.open("rb")
        except OSError as problem:
            raise UnusableInputError(
                f"“{self.path}” cannot be opened ({problem.strerror})."
            ) from None
        with file:
            self._file = file
            if self.path.suffix.lower() == ".gz":
                with gzip.open(file, "rb") as unpacked:
                    yield cast("BinaryIO", unpacked)
            else:
                yield file
            self._file, self._share = None, 1.0

    def share(self) -> float:
        """How much of the file has been read."""
        if self._file is not None:
            self._share = min(self._file.tell() / self._size, 1.0)
        return self._share
