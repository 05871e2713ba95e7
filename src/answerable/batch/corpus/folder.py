"""A folder of letters, each a file of any kind that can be opened, in order of path."""

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from answerable.batch.corpus.raw import Raw
from answerable.letters.files import SUFFIXES, open_file
from answerable.model import UnusableInputError


class Folder:
    """A ``Reader`` of letters on disk; files are opened some ahead, in threads.

    Opening most kinds is a wait for a child process, so threads are enough.
    """

    def __init__(self, path: Path) -> None:
        self._folder = path
        self._paths = sorted(
            each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file()
        )
        if not self._paths:
            raise UnusableInputError(
                f"“{path}” holds no letters; they end in {', '.join(sorted(SUFFIXES))}."
            )
        self._n = 0

    def files(self) -> list[Path]:
        """Every letter, in order."""
        return self._paths

    def rows(self) -> Iterator[Raw]:
        """See ``Reader``."""
        at_once = os.cpu_count() or 1
        coming = iter(self._paths)
        with ThreadPoolExecutor(at_once) as threads:
            ahead: deque[Future[Raw]] = deque(
                threads.submit(self._open, path) for path in islice(coming, 4 * at_once)
            )
            try:
                while ahead:
                    row = ahead.popleft().result()
                    ahead.extend(threads.submit(self._open, path) for path in islice(coming, 1))
                    self._n += 1
                    yield row
            finally:
                for each in ahead:
                    each.cancel()

    def share(self) -> float:
        """See ``Reader``."""
        return self._n / len(self._paths)

    def _open(self, path: Path) -> Raw:
        place = path.relative_to(self._folder).as_posix()
        try:
            opened = open_file(path)
        except UnusableInputError as problem:
            return Raw(place, {"id": place}, str(problem).replace(f"“{path}”", "the file"))
        return Raw(place, {"id": place, "text": opened.text, "title": path.stem})
