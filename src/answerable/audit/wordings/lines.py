"""Sentences of a letter's own words: ``Letter.own`` holds one to a line."""

from collections.abc import Iterator

from answerable.letters.phrases import Phrase
from answerable.model import Span


def line_at(own: str, position: int) -> Span:
    """The line of ``own`` that holds ``position``."""
    start = own.rfind("\n", 0, position) + 1
    end = own.find("\n", position)
    return Span(start, len(own) if end < 0 else end)


def around(own: str, span: Span, more: int = 1) -> Span:
    """The line of ``span`` with up to ``more`` written lines on each side of it."""
    start, end = line_at(own, span.start)
    for _ in range(more):
        start = _earlier(own, start)
        end = _later(own, end)
    return Span(start, end)


def _earlier(own: str, start: int) -> int:
    """The start of the written line before the one that begins at ``start``."""
    end = start
    while end > 0 and own[end - 1].isspace():
        end -= 1
    return own.rfind("\n", 0, end) + 1 if end else start


def _later(own: str, end: int) -> int:
    """The end of the written line after the one that ends at ``end``."""
    start = end
    while start < len(own) and own[start].isspace():
        start += 1
    if start == len(own):
        return end
    end = own.find("\n", start)
    return len(own) if end < 0 else end


def plainly(phrase: Phrase, unless: Phrase, own: str) -> Iterator[Span]:
    """Every match of ``phrase`` whose line does not hold ``unless``."""
    for span in phrase.among(own):
        line = line_at(own, span.start)
        if not unless.found(own, line.start, line.end):
            yield span
