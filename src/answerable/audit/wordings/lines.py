"""Sentences of a letter's own words: ``Letter.own`` holds one to a line."""

from collections.abc import Iterator

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Span

#: No sentence that a rule need look at is longer, to either side; so hostile text costs little.
_REACH = 700
#: What others say between two sentences is blank in ``own``; no more of it is stepped over.
_BLANK = 8000
_WRITTEN = compiled(r"\S")


def line_at(own: str, position: int) -> Span:
    """The line of ``own`` that holds ``position``, as far as a sentence may reach."""
    low, high = max(0, position - _REACH), min(len(own), position + _REACH)
    start = own.rfind("\n", low, position)
    end = own.find("\n", position, high)
    return Span(low if start < 0 else start + 1, high if end < 0 else end)


def around(own: str, span: Span, more: int = 1) -> Span:
    """The line of ``span`` with up to ``more`` written lines on each side of it."""
    start, end = line_at(own, span.start)
    for _ in range(more):
        start = _earlier(own, start)
        end = _later(own, end)
    return Span(start, end)


def _earlier(own: str, start: int) -> int:
    """The start of the written line before the one that begins at ``start``."""
    low = max(0, start - _BLANK)
    end = low + len(own[low:start].rstrip())
    return line_at(own, end - 1).start if end > low else start


def _later(own: str, end: int) -> int:
    """The end of the written line after the one that ends at ``end``."""
    written = _WRITTEN.search(own, end, min(len(own), end + _BLANK))
    return line_at(own, written.start()).end if written else end


def plainly(phrase: Phrase, unless: Phrase, own: str) -> Iterator[Span]:
    """Every match of ``phrase`` whose line does not hold ``unless``."""
    for span in phrase.among(own):
        line = line_at(own, span.start)
        if not unless.found(own, line.start, line.end):
            yield span
