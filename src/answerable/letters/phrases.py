"""Wordings to look for, written so that looking costs little and never blows up.

A ``Phrase`` is a regular expression on lower-case text with the plain words at least one of
which every match must hold. The words are looked for first (a memory scan), and the
expression is tried only on the lines where one stands; so a hundred phrases cost a letter
about as much as a few.

Rules for the expressions, because the text may be hostile: no quantifier inside a quantified
group, every gap bounded (``.{0,80}``, never ``.*``), so that the time is linear by
construction. A match never leaves its line; on ``Letter.own`` a line is a sentence.
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
        self.pattern = re.compile(pattern, re.MULTILINE)
        self.anchors = anchors

    def __repr__(self) -> str:
        return f"Phrase({self.pattern.pattern!r})"

    def search(self, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """The first match in ``text[start:end]``, as a span of ``text``."""
        return next(self.among(text, start, end), None)

    def among(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Every match in ``text[start:end]``, left to right."""
        for low, high in self._lines(text, start, len(text) if end is None else end):
            for match in self.pattern.finditer(text, low, high):
                yield Span(*match.span())

    def found(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether there is a match in ``text[start:end]``."""
        return next(self.among(text, start, end), None) is not None

    def _lines(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The lines within ``text[start:end]`` that hold an anchor, in order, each once."""
        lines: set[tuple[int, int]] = set()
        for anchor in self.anchors:
            at = text.find(anchor, start, end)
            while at >= 0:
                low = text.rfind("\n", start, at) + 1 or start
                high = text.find("\n", at, end)
                high = end if high < 0 else high
                lines.add((low, high))
                at = text.find(anchor, high, end)
        return sorted(lines)
