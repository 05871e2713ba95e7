"""CSV and TSV, row by row; rows are numbered as a spreadsheet does, the heading being row 1."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from answerable.batch.corpus.raw import Raw
from answerable.batch.corpus.streams import CUT_SHORT, DAMAGED, Stream
from answerable.model import UnusableInputError

_FIELD = 4_000_000  # characters of one cell


class Csv:
    """A ``Reader`` of .csv and .tsv, packed or not."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._stream = Stream(path)
        self._path = path
        self.share = self._stream.share
        try:
            codecs.lookup(encoding)
        except LookupError:
            raise UnusableInputError(f"There is no encoding “{encoding}”; use utf-8.") from None
        self._encoding = "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding

    def rows(self) -> Iterator[Raw]:
        """See ``Reader``."""
        csv.field_size_limit(_FIELD)
        with self._stream.open() as file:
            text = io.TextIOWrapper(
                cast("Any", file), self._encoding, errors="surrogateescape", newline=""
            )
            try:
                yield from self._of(text)
            finally:
                text.detach()

    def _of(self, text: io.TextIOWrapper) -> Iterator[Raw]:
        try:
            first = text.readline(_FIELD)
        except DAMAGED:
            first = ""
        names = [
            name.strip() for name in next(csv.reader([first], delimiter=_delimiter(first)), [])
        ]
        if not any(names):
            raise UnusableInputError(
                f"“{self._path}” is empty; its first row should name the columns."
            )
        reader = csv.reader(text, delimiter=_delimiter(first))
        n = 1
        while True:
            n += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except DAMAGED:
                yield Raw(self._place(n), problem=CUT_SHORT)
                return
            except csv.Error as problem:
                yield Raw(self._place(n), problem=f"not CSV that can be read ({problem})")
                continue
            if any(cell.strip() for cell in cells):
                yield self._row(names, cells, n)

    def _place(self, n: int) -> str:
        return f"row {n} of {self._path.name}"

    def _row(self, names: list[str], cells: list[str], n: int) -> Raw:
        if any(cells[len(names) :]):
            return Raw(
                self._place(n), problem=f"{len(cells)} cells under {len(names)} column names"
            )
        if any(
            "\udc80" <= each <= "\udcff" for cell in cells if not cell.isascii() for each in cell
        ):
            return Raw(
                self._place(n), problem=f"not {self._encoding.removesuffix('-sig').upper()} text"
            )
        return Raw(self._place(n), dict(zip(names, cells, strict=False)))


def _delimiter(first: str) -> str:
    return max(",;\t|", key=first.count)
