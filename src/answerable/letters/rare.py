"""Wordings that are seldom found, for text that is too short for the notes of ``phrases``."""

import re
from collections.abc import Iterator
from functools import cached_property

from answerable.letters.patterns import Pattern, needed
from answerable.letters.phrases import holds


class Rare:
    """An expression that seldom matches: tried only where one of its plain words stands.

    Has the methods of a compiled expression that its users ask for, and answers as it would.
    """

    def __init__(
        self, source: str, flags: int = 0, *, at_word: bool = False, plain: tuple[str, ...] = ()
    ) -> None:
        self._source, self._plain = source, plain
        self.pattern = Pattern(source, flags, at_word=at_word)

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Words one of which stands in every match; the empty one, where none is known."""
        return self._plain or tuple(sorted(needed(self._source))) or ("",)

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        for each in self.plain:
            if each in text:
                return self.pattern.search(text)
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.pattern.finditer(text) if holds(text, self.plain) else iter(())


class Wordings:
    r"""Wordings to look for in one sentence, each tried only where its plain words stand.

    For text that is too short for a ``Phrase``'s notes. The plain words are read from the
    expressions; a match begins with a word.
    """

    def __init__(self, *patterns: str) -> None:
        self._each = tuple(Rare(pattern, at_word=True) for pattern in patterns)

    @cached_property
    def _pairs(self) -> tuple[tuple[tuple[str, ...], Pattern], ...]:
        return tuple((rare.plain, rare.pattern) for rare in self._each)

    # The loop stands twice, without a function of its own: it is gone through very often.
    def place(self, words: str) -> int | None:
        """Where the first of the wordings begins in ``words``; None if there is none."""
        first = None
        for plains, pattern in self._pairs:
            for plain in plains:
                if plain in words:
                    match = pattern.search(words)
                    if match is not None and (first is None or match.start() < first):
                        first = match.start()
                    break
        return first

    def found(self, words: str) -> bool:
        """Whether one of the wordings stands in ``words``."""
        for plains, pattern in self._pairs:
            for plain in plains:
                if plain in words:
                    if pattern.search(words) is not None:
                        return True
                    break
        return False
