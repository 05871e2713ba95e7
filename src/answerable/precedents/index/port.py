"""What the search by words must do, whatever engine does it."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class WordIndex(Protocol):
    """An index of numbered texts by their words. It holds no text and may be deleted."""

    engine: str

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """Add texts, each words with spaces between; seen by searches on return."""

    def delete(self, numbers: Iterable[int]) -> None:
        """Take texts out; numbers that are not there do not matter."""

    def search(
        self, words: Sequence[str], k: int, boosts: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """The ``k`` best texts that hold any of ``words``, best first, with a score (BM25).

        ``boosts``: by how much each word counts more; an engine that cannot may leave them.
        """

    def frequency(self, word: str) -> int:
        """In how many texts ``word`` occurs; texts deleted lately may still be counted."""

    def count(self) -> int:
        """How many texts there are."""

    def close(self) -> None:
        """Let go of files; searches are over."""
