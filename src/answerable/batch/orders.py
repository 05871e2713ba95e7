"""What a person asks of a batch, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path

from answerable.batch.corpus import Corpus
from answerable.batch.engines import Engine


@dataclass(frozen=True, slots=True)
class Order:
    """A corpus, where the result goes, on what it runs, and how long one letter may take."""

    corpus: Corpus
    out: Path
    engine: Engine
    seconds: float = 30.0
    threshold: float = 0.6
    shard: int = 500  # rows that are kept at once


@dataclass(slots=True)
class Summary:
    """How many rows there were and how many could not be used, with the first few of those."""

    rows: int = 0
    failed: int = 0
    shown: list[str] = field(default_factory=list)
