"""Wordings to look for, written so that looking costs little and never blows up.

A ``Phrase`` is a regular expression on lower-case text with the plain words at least one of
which every match must hold. The words are looked for first (a memory scan), the expression
only where one was found; so a hundred phrases cost a letter about as much as a few.

Rules for the expressions, because the text may be hostile: no quantifier inside a quantified
group, every gap bounded (``.{0,80}``, never ``.*``), so that the time is linear by
construction. On ``Letter.own`` a ``.`` cannot leave the sentence.
"""

import re
from collections.abc import Iterator

from answerable.model import Span


class Phrase:
    r"""One wording, or a family of wordings, with its anchors.

    Args:
        pattern: a regular expression for lower-case text. White space in it is literal and
            matches one space or newline of the text only where written as ``\\s``.
        anchors: plain lower-case strings; every possible match holds at least one of them.
    """

    __slots__ = ("anchors", "pattern")

    def __init__(self, pattern: str, *anchors: str) -> None:
        if not anchors:
            raise ValueError(f"a phrase needs at least one anchor: {pattern}")
        self.pattern = re.compile(pattern)
        self.anchors = anchors

    def __repr__(self) -> str:
        return f"Phrase({self.pattern.pattern!r})"

    def search(self, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """The first match in ``text[start:end]``, as a span of ``text``."""
        stop = len(text) if end is None else end
        for anchor in self.anchors:
            if text.find(anchor, start, stop) >= 0:
                match = self.pattern.search(text, start, stop)
                return Span(*match.span()) if match else None
        return None

    def among(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Every match in ``text[start:end]``, left to right."""
        stop = len(text) if end is None else end
        if any(text.find(anchor, start, stop) >= 0 for anchor in self.anchors):
            for match in self.pattern.finditer(text, start, stop):
                yield Span(*match.span())

    def found(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether there is a match in ``text[start:end]``."""
        return self.search(text, start, end) is not None
