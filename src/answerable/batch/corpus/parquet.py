"""Parquet, a few hundred rows at a time and only the columns that are wanted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.corpus.raw import Raw
from answerable.model import UnusableInputError

_AT_ONCE = 500  # rows


class Parquet:
    """A ``Reader`` of .parquet."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._file = pq.ParquetFile(path, pre_buffer=False)
        except (pa.ArrowException, OSError):
            raise UnusableInputError(
                f"“{path}” is not Parquet that can be read; check that it is whole."
            ) from None
        self._total = max(int(self._file.metadata.num_rows), 1)
        self._n = 0
        self._only: list[str] | None = None

    def names(self) -> list[str]:
        """The columns of the file."""
        return list(self._file.schema_arrow.names)

    def only(self, columns: Iterable[str]) -> None:
        """See ``Table``."""
        self._only = list(dict.fromkeys(columns))

    def rows(self) -> Iterator[Raw]:
        """See ``Reader``."""
        self._n = 0
        try:
            for batch in self._file.iter_batches(
                batch_size=_AT_ONCE, columns=self._only, use_threads=False
            ):
                for values in batch.to_pylist():
                    self._n += 1
                    yield Raw(f"row {self._n} of {self._name}", values)
        except (pa.ArrowException, OSError, UnicodeDecodeError):
            yield Raw(
                f"row {self._n + 1} of {self._name}",
                problem="the file is damaged here; what follows could not be read",
            )

    def share(self) -> float:
        """See ``Reader``."""
        return min(self._n / float(self._total), 1.0)
