r"""From word to word: an expression that begins with a word is tried at the beginnings of words only.

``re`` tries ``\b(?:held|kept)`` at every character and pays for a whole attempt each time. The same
with one character before it that is no part of a word (``compile_behind``) is tried only behind such
characters, which the engine finds in one scan. What it finds is then matched once more
by the expression itself, in its place, so that the match is the very same.
"""

import re
from collections.abc import Iterator

_WORTH = 40  # characters: in a shorter text one attempt more costs what the leaps save


class Leaping:
    """A compiled expression for text in which no word holds a letter beyond ASCII.

    Has those methods of ``re.Pattern`` that look for a match, and finds what it finds.
    """

    __slots__ = ("_behind", "_own")

    def __init__(self, own: re.Pattern[str], behind: re.Pattern[str]) -> None:
        self._own, self._behind = own, behind

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        if end - start < _WORTH:
            return self._own.search(text, start, end)
        if start:
            start -= 1
        else:
            match = self._own.match(text, 0, end)
            if match is not None:
                return match
        found = self._behind.search(text, start, end)
        return None if found is None else self._own.match(text, found.start() + 1, end)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        # No match is empty: each begins with a letter or digit.
        match = self.search(text, start, end)
        while match is not None:
            yield match
            match = self.search(text, match.end(), end)
