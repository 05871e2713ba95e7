"""From words and keys to groups: the join, then the check of each pair, then a row for each row."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.duplicates.check import Grouping
from answerable.batch.duplicates.letters import Letters
from answerable.batch.engines import Engine
from answerable.batch.parts import Parts
from answerable.batch.tables import DUPLICATES
from answerable.precedents.progress import Progress

_BAND_FILE = 200  # shards whose keys stand in one file


def found_groups(
    engine: Engine, parts: Parts, threshold: float, progress: Progress
) -> Iterator[pa.Table]:
    """The result, a table for each shard."""
    paths = parts.shards("rows")
    if not paths:
        return
    if not parts.has("pairs.parquet"):
        progress.say("joining letters that share a key.")
        bands = _bands(parts, paths)
        spill = parts.path("spill")
        parts.make("pairs.parquet", lambda path: engine.pairs(paths, bands, path, spill))
    letters = Letters(parts, paths)
    grouping = Grouping(letters, threshold)
    for name, numbers in letters.same_words():
        grouping.join_same(name, numbers)
    _check(parts, grouping, progress)
    groups = grouping.groups()
    for path in paths:
        yield _rows(path, letters, groups)


def _bands(parts: Parts, paths: list[Path]) -> list[Path]:
    """Keys as rows: one file for some shards."""
    made = []
    for start in range(0, len(paths), _BAND_FILE):
        name = f"bands-{start:07}.parquet"
        made.append(parts.path(name))
        if not parts.has(name):
            parts.make(name, partial(_explode, paths[start : start + _BAND_FILE]))
    return made


def _explode(paths: list[Path], into: Path) -> None:
    schema = pa.schema([("key", pa.int64()), ("n", pa.int64())])
    with pq.ParquetWriter(into, schema, compression="zstd") as writer:
        for path in paths:
            table = pq.read_table(path, columns=["n", "keys"], use_threads=False).combine_chunks()
            keys = table.column("keys").combine_chunks()
            rows = table.column("n").combine_chunks().take(keys.value_parent_indices())
            writer.write_table(pa.Table.from_arrays([keys.flatten(), rows], schema=schema))


def _check(parts: Parts, grouping: Grouping, progress: Progress) -> None:
    file = pq.ParquetFile(parts.path("pairs.parquet"))
    total = max(file.metadata.num_rows, 1)
    done = 0
    progress.begin("pairs", 0, 0.0)
    for batch in file.iter_batches(batch_size=10_000):
        for one, other in zip(batch["one"].to_pylist(), batch["other"].to_pylist(), strict=True):
            grouping.compare(one, other)
        done += batch.num_rows
        progress.advance(batch.num_rows, done / total)


def _rows(path: Path, letters: Letters, groups: dict[int, tuple[int, int, int]]) -> pa.Table:
    names = ["n", "place", "id", "authority", "date", "error"]
    rows = pq.read_table(path, columns=names, use_threads=False).to_pylist()
    for row in rows:
        row["authority"], row["date"] = row["authority"] or None, row["date"] or None
        if row["n"] in groups:
            row["group"], row["size"], head = groups[row["n"]]
            row["first"] = letters.id(head)
            row["likeness"] = round(letters.likeness(head, row["n"]), 4)
    return pa.Table.from_pylist(rows, DUPLICATES)
