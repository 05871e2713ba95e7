"""The rows of an audited corpus, a few at a time and only what a report counts."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.model import UnusableInputError

_COLUMNS = ("authority", "date", "outcome", "provisions", "findings", "error")


def audited_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Each row as a dict.

    Raises:
        UnusableInputError: it is not there, or not what ``batch audit`` writes.
    """
    if not path.is_file():
        raise UnusableInputError(f"There is no file “{path}”; check the name.")
    try:
        rows = _parquet(path) if path.suffix.lower() in (".parquet", ".pq") else _lines(path)
        for row in rows:
            if not isinstance(row, dict) or any(name not in row for name in _COLUMNS):
                raise _other(path)
            yield row
    except (pa.ArrowException, OSError, EOFError, ValueError, RecursionError):
        raise _other(path) from None


def _parquet(path: Path) -> Iterator[Any]:
    with pq.ParquetFile(path) as file:
        names = [name for name in _COLUMNS if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=1_000, columns=names, use_threads=False):
            yield from batch.to_pylist()


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        opened: Any = gzip.open(file) if path.suffix.lower() == ".gz" else file  # noqa: SIM115
        with io.TextIOWrapper(opened, "utf-8") as text:
            for line in text:
                yield json.loads(line)


def _other(path: Path) -> UnusableInputError:
    return UnusableInputError(
        f"“{path}” is not a result of “answerable batch audit”; make one from the corpus first."
    )
