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
from functools import lru_cache

from answerable.model import Span

_WORTH = 600  # characters: in a shorter text looking is as quick as knowing
_LONG = 48  # characters: a longer "word" is not worth remembering


@lru_cache(maxsize=16_384)
def _threes(word: str) -> frozenset[str]:
    """Every three characters that follow one another in a word."""
    return frozenset(map("".join, zip(word, word[1:], word[2:], strict=False)))


class _Known:
    """The threes of the few texts searched last, so that a hundred phrases share them."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: list[_Text] = []

    def of(self, text: str) -> frozenset[str] | None:
        """The threes of ``text``; None until it has been searched often enough to be worth it."""
        for known in self._held:
            if known.text is text:
                known.uses += 1
                if known.threes is None and known.uses > _OFTEN:
                    known.threes = _all_threes(text)
                return known.threes
        self._held = [_Text(text), *self._held[: _KEPT - 1]]
        return None


class _Text:
    __slots__ = ("text", "threes", "uses")

    def __init__(self, text: str) -> None:
        self.text = text
        self.uses = 1
        self.threes: frozenset[str] | None = None


_OFTEN = 6  # phrases
_KEPT = 3  # texts


def _all_threes(text: str) -> frozenset[str]:
    words = set(text.split())
    long = [word for word in words if len(word) > _LONG]
    words.difference_update(long)
    found: set[str] = set().union(*map(_threes, words))
    for word in long:
        found.update(map("".join, zip(word, word[1:], word[2:], strict=False)))
    return frozenset(found)


_known = _Known()


def _keys(anchor: str) -> tuple[str, ...]:
    """Threes that stand wherever ``anchor`` stands: of a text without them it need not be asked."""
    runs = [run for run in anchor.split() if len(run) >= 3]
    return tuple(dict.fromkeys(three for run in runs for three in (run[:3], run[-3:])))


class Phrase:
    r"""One wording, or a family of wordings, with its anchors.

    Args:
        pattern: a regular expression for lower-case text. White space in it is literal and
            matches one space or newline of the text only where written as ``\\s``.
        anchors: plain lower-case strings; every possible match holds at least one of them.
        needs: more of the same: the line of every possible match holds one of these too.
    """

    __slots__ = ("_keyed", "anchors", "needs", "pattern")

    def __init__(self, pattern: str, *anchors: str, needs: tuple[str, ...] = ()) -> None:
        if not anchors:
            raise ValueError(f"a phrase needs at least one anchor: {pattern}")
        self.pattern = re.compile(pattern, re.MULTILINE)
        self.anchors = anchors
        self.needs = needs
        self._keyed = tuple((anchor, frozenset(_keys(anchor))) for anchor in anchors)

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

    def _has_need(self, text: str, low: int, high: int) -> bool:
        return any(text.find(need, low, high) >= 0 for need in self.needs)

    def _lines(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The lines within ``text[start:end]`` that hold an anchor, in order, each once."""
        lines: set[tuple[int, int]] = set()
        threes = _known.of(text) if len(text) > _WORTH else None
        for anchor, keys in self._keyed:
            if threes is not None and not keys <= threes:
                continue
            at = text.find(anchor, start, end)
            while at >= 0:
                low = text.rfind("\n", start, at) + 1 or start
                high = text.find("\n", at, end)
                high = end if high < 0 else high
                if not self.needs or self._has_need(text, low, high):
                    lines.add((low, high))
                at = text.find(anchor, high, end)
        return sorted(lines)
