"""JSON lines, one object a line; a line that is broken or far too long is a bad row."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from answerable.batch.corpus.raw import Raw
from answerable.batch.corpus.streams import CUT_SHORT, DAMAGED, Stream

_LONGEST = 32 * 1024 * 1024  # bytes of a line; a letter of two million characters fits


class JsonLines:
    """A ``Reader`` of .jsonl and .jsonl.gz."""

    def __init__(self, path: Path) -> None:
        self._stream = Stream(path)
        self._name = path.name
        self.share = self._stream.share

    def rows(self) -> Iterator[Raw]:
        """See ``Reader``."""
        n = 0
        with self._stream.open() as file:
            try:
                while line := file.readline(_LONGEST):
                    n += 1
                    if len(line) == _LONGEST and not line.endswith(b"\n"):
                        _skip_line(file)
                        yield Raw(self._place(n), problem="the line is longer than any letter")
                    elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                        yield self._row(line, n)
            except DAMAGED:
                yield Raw(self._place(n + 1), problem=CUT_SHORT)

    def _place(self, n: int) -> str:
        return f"line {n} of {self._name}"

    def _row(self, line: bytes, n: int) -> Raw:
        try:
            values = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return Raw(self._place(n), problem="not UTF-8 text")
        except (ValueError, RecursionError):
            return Raw(self._place(n), problem="not JSON that can be read")
        if not isinstance(values, dict):
            return Raw(self._place(n), problem="not a JSON object")
        return Raw(self._place(n), values)


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(_LONGEST)) and not rest.endswith(b"\n"):
        pass
