"""What an engine must do, and what it is asked to run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from answerable.batch.row import Row, Shard, Values

#: The result of a row; ``failed`` alone where the letter could not be worked on.
Result = Values


@dataclass(frozen=True, slots=True)
class Task:
    """A job by name, its settings as JSON, and the processor seconds one letter may take."""

    job: str
    settings: str = "{}"
    seconds: float = 30.0


class Engine(Protocol):
    """Runs a task over shards; gives the same results whatever it is."""

    def run(self, task: Task, shards: Iterable[Shard]) -> Iterator[tuple[Shard, list[Result]]]:
        """Each shard in order with a result for each of its usable rows.

        Reads only a few shards ahead, so that memory does not grow with the corpus.
        """

    def pairs(self, letters: list[Path], bands: list[Path], into: Path, spill: Path) -> None:
        """Run the near-duplicate join over Parquet files; ordered pairs as one Parquet file."""

    def close(self) -> None:
        """End every process that was started."""


def given(row: Row) -> Values:
    """What a job is told of a row."""
    return {"id": row.id, "text": row.text, "authority": row.authority, "title": row.title}
