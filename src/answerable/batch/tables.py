"""The result as one file: Parquet or JSON lines, built beside its place and renamed."""

import gzip
import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.model import UnusableInputError

_GROUP = 5_000  # rows of a row group

_FINDING = pa.struct([
    ("code", pa.string()), ("slug", pa.string()), ("severity", pa.string()),
    ("certainty", pa.string()), ("basis", pa.string()), ("message", pa.string()),
    ("cites", pa.list_(pa.string())), ("where", pa.struct([("span", pa.list_(pa.int64()))])),
    ("excerpt", pa.string()), ("fix", pa.string()),
])  # fmt: skip
_ROW = [
    ("n", pa.int64()), ("place", pa.string()), ("id", pa.string()), ("authority", pa.string()),
    ("date", pa.string()),
]  # fmt: skip

#: The columns of an audited corpus. ``authority`` and ``date`` are the corpus's own, else as
#: the letter shows them; ``error`` says why a row was not audited.
AUDIT = pa.schema([
    *_ROW, ("regime", pa.string()), ("outcome", pa.string()), ("ncnd", pa.bool_()),
    ("chars", pa.int64()), ("provisions", pa.list_(pa.string())), ("worst", pa.string()),
    ("findings", pa.list_(_FINDING)), ("error", pa.string()),
])  # fmt: skip

#: The columns of a corpus whose twins were looked for. Letters of one ``group`` hang together;
#: ``likeness`` is what a letter shares with the first of its group, whose id is ``first``.
DUPLICATES = pa.schema([
    *_ROW, ("group", pa.int64()), ("size", pa.int64()), ("first", pa.string()),
    ("likeness", pa.float64()), ("error", pa.string()),
])  # fmt: skip


def check_out(out: Path) -> None:
    """Refuse a result of a kind that is not written.

    Raises:
        UnusableInputError: it is.
    """
    if not out.name.lower().endswith((".parquet", ".pq", ".jsonl", ".ndjson", ".jsonl.gz")):
        raise UnusableInputError(
            f"“{out}” is not a kind of result that is written; end it in .parquet or .jsonl."
        )
    if out.is_dir():
        raise UnusableInputError(f"“{out}” is a folder; name a file for the result.")


def write_out(tables: Iterable[pa.Table], schema: pa.Schema, out: Path) -> None:
    """Write the tables one after another as ``out``, which is there whole or not at all."""
    building = out.with_name(f"{out.name}.part")
    parquet = out.suffix.lower() in (".parquet", ".pq")
    try:
        (_parquet if parquet else _lines)(tables, schema, building, out)
        with building.open("rb") as file:
            os.fsync(file.fileno())
        building.replace(out)
    finally:
        building.unlink(missing_ok=True)


def shards(paths: Iterable[Path]) -> Iterator[pa.Table]:
    """The tables of finished shards, one at a time."""
    return (pq.read_table(path, use_threads=False) for path in paths)


def _parquet(tables: Iterable[pa.Table], schema: pa.Schema, path: Path, out: Path) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        held: list[pa.Table] = []
        for table in tables:
            held.append(table)
            if sum(each.num_rows for each in held) >= _GROUP:
                writer.write_table(pa.concat_tables(held))
                held = []
        if held:
            writer.write_table(pa.concat_tables(held))


def _lines(tables: Iterable[pa.Table], schema: pa.Schema, path: Path, out: Path) -> None:
    with _text(path, packed=out.suffix.lower() == ".gz") as file:
        for table in tables:
            for row in table.to_pylist():
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


@contextmanager
def _text(path: Path, *, packed: bool) -> Iterator[TextIO]:
    with path.open("wb") as file:
        # Without a time or a name in it, so that the same rows are the same bytes.
        inner = gzip.GzipFile("", "wb", fileobj=file, mtime=0) if packed else file
        with io.TextIOWrapper(cast("BinaryIO", inner), "utf-8", newline="\n") as text:
            yield text
