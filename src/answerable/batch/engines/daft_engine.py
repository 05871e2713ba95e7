"""Daft, on the threads of this machine or on Ray: the same function and the same SQL text.

Shards go through in waves, so that memory stays flat and a stopped run keeps what it has. Daft
sends usage figures unless told not to, and so does Ray; both are told not to before they start.
"""

import json
import logging
import os
import secrets
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.duplicates.sql import PAIRS
from answerable.batch.engines.crews import crew_of, dismiss
from answerable.batch.engines.port import Result, Task, given
from answerable.batch.row import Row, Shard

_QUIET = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_DASHBOARD": "1",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
_STORE = 256 * 1024**2  # bytes that a node of our own shares between its processes
_LOT = 50  # letters that a thread works on at once
_FIELDS = ("id", "text", "authority", "title")


class OnDaft:
    """See ``Engine``."""

    def __init__(self, workers: int, *, ray: bool = False) -> None:
        os.environ.update(_QUIET)
        self._ray: Any = None
        self._workers = _start_ray(self, workers) if ray else workers
        import daft

        if not ray:
            daft.set_runner_native()
        self._daft = daft

    def run(self, task: Task, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """See ``Engine``; a wave is two shards for each worker."""
        coming = iter(shards)
        while wave := list(islice(coming, 2 * self._workers)):
            yield from self._wave(task, wave)

    def _wave(self, task: Task, wave: list[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        rows = [row for shard in wave for row in shard.usable]
        found = self._results(task, rows) if rows else {}
        for shard in wave:
            yield shard, [json.loads(found[row.n]) for row in shard.usable]

    def _results(self, task: Task, rows: list[Row]) -> dict[int, str]:
        """The result of each row by its number, as JSON; the order of rows is not relied on."""
        daft = self._daft
        values = [given(row) for row in rows]
        columns: dict[str, list[Any]] = {name: [v[name] for v in values] for name in _FIELDS}
        frame = daft.from_pydict({"n": [row.n for row in rows], **columns})
        if self._ray is not None:
            frame = frame.into_partitions(min(2 * self._workers, -(-len(rows) // _LOT)))
        worked = self._function(task)(*(daft.col(name) for name in _FIELDS))
        done = frame.select(daft.col("n"), worked.alias("result")).to_pydict()
        return dict(zip(done["n"], done["result"], strict=True))

    def _function(self, task: Task) -> Any:
        daft = self._daft

        def on_lot(*series: Any) -> Any:
            lots = [each.to_pylist() for each in series]
            rows = [dict(zip(_FIELDS, values, strict=True)) for values in zip(*lots, strict=True)]
            return daft.Series.from_pylist([json.dumps(r) for r in crew_of(task).work(rows)])

        return daft.func.batch(return_dtype=daft.DataType.string(), batch_size=_LOT)(on_lot)

    def pairs(self, letters: list[Path], bands: list[Path], into: Path, spill: Path) -> None:
        """See ``Engine``."""
        read = self._daft.read_parquet
        found = self._daft.sql(
            PAIRS, letters=read([*map(str, letters)]), bands=read([*map(str, bands)])
        )
        schema = pa.schema([("one", pa.int64()), ("other", pa.int64())])
        with pq.ParquetWriter(into, schema) as writer:
            for batch in found.to_arrow_iter():
                writer.write_batch(batch.cast(schema))

    def close(self) -> None:
        """See ``Engine``."""
        dismiss()
        if self._ray is not None:
            self._ray.shutdown()


def _start_ray(engine: OnDaft, workers: int) -> int:
    """Join the cluster of RAY_ADDRESS, or start one node here, on the loopback address only.

    A node of our own takes orders only from who has a token of this run, since whoever can give
    Ray orders can run programs as us.
    """
    own = not os.environ.get("RAY_ADDRESS")
    if own:
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    logging.getLogger("ray").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import daft
        import ray

        common = {"log_to_driver": False, "configure_logging": False}
        node = {
            "num_cpus": workers,
            "include_dashboard": False,
            "_node_ip_address": "127.0.0.1",
            "object_store_memory": _STORE,
        }
        ray.init(**common, **(node if own else {}))
        daft.set_runner_ray(noop_if_initialized=True)
    engine._ray = ray
    return max(int(ray.cluster_resources().get("CPU", 1)), 1)
