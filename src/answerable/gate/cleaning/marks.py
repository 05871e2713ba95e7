"""Words by which a piece of removed text is known again, and the search for them."""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:['’@.\-][^\W_]+)*")
_WINDOW = 3
SHORTEST = 5  # letters: what is shorter is met by chance
_PIECE, _OVERLAP = 1 << 18, 4096


class Known:
    """The marks of pieces of text: three words in a row, or one of five letters or more.

    A piece is known by itself if it is short.
    """

    def __init__(self, gone: Iterable[str]) -> None:
        self._words: dict[str, str] = {}  # mark to the piece that it tells
        self._runs: dict[tuple[str, ...], str] = {}
        for piece in gone:
            words = words_of(piece)
            if len("".join(words)) < SHORTEST:
                continue
            for word in words:
                if len(word) >= SHORTEST:
                    self._words.setdefault(word, piece)
            if len(words) > 1:
                for at in range(max(len(words) - _WINDOW + 1, 1)):
                    self._runs.setdefault(tuple(words[at : at + _WINDOW]), piece)
        self._starts = {run[0] for run in self._runs}

    def __bool__(self) -> bool:
        return bool(self._words or self._runs)

    @property
    def pieces(self) -> set[str]:
        """The pieces that still have a mark."""
        return {*self._words.values(), *self._runs.values()}

    def forget(self, text: str) -> None:
        """Drop the marks that a text holds: they tell nothing."""
        for part in cut(text) if self else ():
            words, runs = self._met(part)
            for word in words:
                del self._words[word]
            for run in runs:
                del self._runs[run]

    def told_by(self, text: str) -> set[str]:
        """The pieces that a text tells."""
        words, runs = self._met(text)
        return {self._words[word] for word in words} | {self._runs[run] for run in runs}

    def _met(self, text: str) -> tuple[set[str], set[tuple[str, ...]]]:
        words = words_of(text)
        there = set(words)
        runs: set[tuple[str, ...]] = set()
        if not self._starts.isdisjoint(there):
            runs = {
                run
                for at, word in enumerate(words)
                if word in self._starts
                for size in (2, _WINDOW)
                if (run := tuple(words[at : at + size])) in self._runs
            }
        return self._words.keys() & there, runs


def words_of(text: str) -> list[str]:
    """The words of a text, without regard to capitals."""
    return _WORD.findall(text.casefold())


def cut(text: str) -> Iterator[str]:
    """A long text in pieces that overlap by more than three words."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        if end < 0:
            yield text[start:]
            return
        yield text[start:end]
        back = text.rfind("\n", start + 1, end - _OVERLAP)
        start = back if back > 0 else end
