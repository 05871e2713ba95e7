"""The words of all letters at hand by number, on disk and not in memory."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.parts import Parts
from answerable.precedents.near import likeness, shingles
from answerable.precedents.near.pieces import letters_with_a_name

_LARGE = 5_000  # letters, from which it can be told which words are rare
_COLUMNS = ["id", "words", "same"]


class Letters:
    """Likeness by number, and whether two letters name the same rare thing.

    In a large corpus two short letters about different things share most of their words; what
    tells them apart is a name, which is a rare word (see ``precedents.near.pieces``, whose rule
    this is, over files in place of a database).
    """

    def __init__(self, parts: Parts, paths: list[Path]) -> None:
        if not parts.has("words.arrow"):
            parts.make("words.arrow", lambda path: _write(paths, path))
        file = pa.memory_map(str(parts.path("words.arrow")))
        table = pa.ipc.open_file(file).read_all()
        self._ids, self._words, self._same = (table.column(name) for name in _COLUMNS)
        self._pieces = lru_cache(20_000)(lambda n: shingles(self.words(n)))
        self._rare = lru_cache(50_000)(self._rarest)
        self._times: Counter[str] = Counter()
        self._few = letters_with_a_name(len(self._words))
        if len(self._words) >= _LARGE:
            for chunk in self._words.chunks:
                for text in chunk.to_pylist():
                    self._times.update(set(text.split()))

    def id(self, number: int) -> str:
        """The reference of the letter of this number."""
        return str(self._ids[number - 1].as_py())

    def words(self, number: int) -> list[str]:
        """The words that are compared."""
        return str(self._words[number - 1].as_py()).split()

    def likeness(self, one: int, other: int) -> float:
        """The exact share of pieces that both have."""
        return likeness(self._pieces(one), self._pieces(other))

    def share_what_is_rare(self, one: int, other: int) -> bool:
        """Whether one has the rarest word of the other; yes in a small corpus."""
        if not self._times:
            return True
        return self._rare(one) in self._pieces(other) or self._rare(other) in self._pieces(one)

    def speaks_for(self, one: int, other: int) -> int:
        """Which of two letters stands for both: the first, unless only the other has a name."""
        return other if self._named(other) and not self._named(one) else one

    def _named(self, number: int) -> bool:
        return self._times[self._rare(number)] <= self._few

    def same_words(self) -> Iterator[tuple[int, list[int]]]:
        """The first letter of each set of the same words, with the others."""
        first: dict[int, int] = {}
        more: defaultdict[int, list[int]] = defaultdict(list)
        n = 0
        for chunk in self._same.chunks:
            for same in chunk.to_pylist():
                n += 1
                if same is not None and first.setdefault(same, n) != n:
                    more[first[same]].append(n)
        return iter(more.items())

    def _rarest(self, number: int) -> str:
        words = set(self.words(number))
        return min(words, key=lambda word: (self._times[word], word), default="")


def _write(paths: list[Path], into: Path) -> None:
    fields: list[Any] = [("id", pa.string()), ("words", pa.string()), ("same", pa.int64())]
    schema = pa.schema(fields)
    with pa.ipc.new_file(str(into), schema) as writer:
        for path in paths:
            table = pq.read_table(path, columns=_COLUMNS, use_threads=False)
            writer.write_table(table.cast(schema))
