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
        self, words: Sequence[str], k: int, weights: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """The ``k`` best texts that hold any of ``words``, best first, with a score.

        The score is the sum of the ``weights`` of the words that a text holds, the same in every
        engine; without weights it is the engine's own (BM25).
        """

    def frequency(self, word: str) -> int:
        """In how many texts ``word`` occurs; texts deleted lately may still be counted."""

    def count(self) -> int:
        """How many texts there are."""

    def close(self) -> None:
        """Let go of files; searches are over."""
