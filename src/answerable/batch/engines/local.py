"""The processes of this machine, fed by threads; DuckDB for the join. Needs no set-up."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import duckdb

from answerable.batch.duplicates.sql import PAIRS
from answerable.batch.engines.crew import Crew
from answerable.batch.engines.port import Result, Task, given
from answerable.batch.row import Shard

_MEMORY = "1GB"  # of the join; beyond it DuckDB writes to disk


class Local:
    """See ``Engine``."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def run(self, task: Task, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """See ``Engine``; a worker takes a whole shard, and one more for each is read ahead."""
        coming = iter(shards)
        crew = Crew(task)
        ahead: deque[tuple[Shard, Future[list[Result]]]] = deque()
        threads = ThreadPoolExecutor(self._workers)

        def submit(number: int) -> None:
            for shard in islice(coming, number):
                ahead.append((shard, threads.submit(crew.work, [*map(given, shard.usable)])))

        try:
            submit(2 * self._workers)
            while ahead:
                shard, future = ahead.popleft()
                yield shard, future.result()
                submit(1)
        finally:
            crew.close()
            threads.shutdown(wait=True, cancel_futures=True)

    def pairs(self, letters: list[Path], bands: list[Path], into: Path, spill: Path) -> None:
        """See ``Engine``."""
        with duckdb.connect() as base:
            base.execute(f"SET memory_limit = '{_MEMORY}'")
            base.execute(f"SET threads = {self._workers}")
            base.execute("SET temp_directory = ?", [str(spill)])
            base.execute("SET enable_progress_bar = false")
            for name, files in (("letters", letters), ("bands", bands)):
                base.read_parquet([*map(str, files)]).create_view(name)
            base.sql(PAIRS).write_parquet(str(into))

    def close(self) -> None:
        """See ``Engine``; nothing outlives ``run``."""
