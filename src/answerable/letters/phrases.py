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
from collections.abc import Iterable, Iterator

from answerable.letters.notes import KNOWN, by_run, expect
from answerable.letters.patterns import at_word, compiled
from answerable.model import Span

__all__ = ["Phrase", "Words", "expect", "holds"]


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of ``words`` stands in ``text``."""
    for word in words:  # noqa: SIM110 — "any" takes twice as long, and this is done very often
        if word in text:
            return True
    return False


class Words:
    """Plain words, lower case, to look for in a text that phrases are looked for in."""

    __slots__ = ("_by_run", "_runs", "words")

    def __init__(self, *words: str) -> None:
        self.words = words
        self._by_run = by_run(words)
        self._runs = frozenset(self._by_run)

    def found(self, text: str) -> bool:
        """Whether one of the words stands in ``text``."""
        known = KNOWN.of(text)
        if known is None:
            return holds(text, self.words)
        if known.runs.isdisjoint(self._runs):  # as a rule
            return False
        return any(holds(text, self._by_run[run]) for run in self._runs & known.runs)

    def lines(self, text: str) -> set[int]:
        """Where the lines begin that hold one of the words."""
        known = KNOWN.of(text)
        if known is not None and not known.many:
            standing = self._runs & known.runs
            bits = known.lines_with_any(standing, self._by_run)
            return {start for start, _ in known.places(bits)}
        starts: set[int] = set()
        for word in self.words:
            at = text.find(word)
            while at >= 0:
                starts.add(text.rfind("\n", 0, at) + 1)
                end = text.find("\n", at)
                at = text.find(word, end) if end >= 0 else -1
        return starts


class Phrase:
    r"""One wording, or a family of wordings, with its anchors.

    Args:
        pattern: a regular expression for lower-case text; a match begins with a word, so that
            only the beginnings of words are tried. White space in it is literal and matches
            one space or newline of the text only where written as ``\\s``.
        anchors: plain lower-case strings; every possible match holds at least one of them.
        needs: more of the same: the line of every possible match holds one of these too.
        anywhere: a match may begin within a word or with a sign ("<5").
    """

    __slots__ = ("_by_run", "_needs_by_run", "_needs_runs", "_runs", "anchors", "needs", "pattern")

    def __init__(
        self, pattern: str, *anchors: str, needs: tuple[str, ...] = (), anywhere: bool = False
    ) -> None:
        if not anchors:
            raise ValueError(f"a phrase needs at least one anchor: {pattern}")
        self.pattern = (compiled if anywhere else at_word)(pattern, re.MULTILINE)
        self.anchors = anchors
        self.needs = needs
        self._by_run = by_run(anchors)
        self._runs = frozenset(self._by_run)
        self._needs_by_run = by_run(needs)
        self._needs_runs = frozenset(self._needs_by_run)

    def __repr__(self) -> str:
        return f"Phrase({self.pattern.pattern!r})"

    def search(self, text: str, start: int = 0, end: int | None = None) -> Span | None:
        """The first match in ``text[start:end]``, as a span of ``text``."""
        lines = self._lines(text, start, len(text) if end is None else end)
        if not lines:  # as a rule
            return None
        pattern = self.pattern.for_text(text)
        for low, high in lines:
            match = pattern.search(text, low, high)
            if match is not None:
                return Span(*match.span())
        return None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, left to right, for its groups."""
        lines = self._lines(text, 0, len(text))
        if not lines:  # as a rule
            return
        pattern = self.pattern.for_text(text)
        for low, high in lines:
            yield from pattern.finditer(text, low, high)

    def among(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Every match in ``text[start:end]``, left to right."""
        lines = self._lines(text, start, len(text) if end is None else end)
        if not lines:  # as a rule
            return
        pattern = self.pattern.for_text(text)
        for low, high in lines:
            for match in pattern.finditer(text, low, high):
                yield Span(*match.span())

    def firsts(self, text: str) -> Iterator[int]:
        """Where the first match of each line begins, left to right."""
        lines = self._lines(text, 0, len(text))
        if not lines:  # as a rule
            return
        search = self.pattern.for_text(text).search
        for low, high in lines:
            match = search(text, low, high)
            if match is not None:
                yield match.start()

    def found(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether there is a match in ``text[start:end]``."""
        lines = self._lines(text, start, len(text) if end is None else end)
        if not lines:  # as a rule
            return False
        search = self.pattern.for_text(text).search
        return any(search(text, low, high) is not None for low, high in lines)

    def _lines(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The lines within ``text[start:end]`` that hold an anchor, in order, each once."""
        # Asked for at once where it is the text expected, as nearly always: this is done very often.
        known = KNOWN.expected if KNOWN.expected.text is text else KNOWN.of(text)
        if known is None or known.hopeless:
            return self._sought(text, start, end, self.anchors)
        bits = known.by_phrase.get(self)
        if bits is None:
            if known.runs.isdisjoint(self._runs):
                return []
            standing = self._runs & known.runs
            if known.many:
                anchors = [anchor for run in standing for anchor in self._by_run[run]]
                return self._sought(text, start, end, anchors)
            bits = known.lines_with_any(standing, self._by_run)
            if bits and self.needs:
                needed = self._needs_runs & known.runs
                bits &= known.lines_with_any(needed, self._needs_by_run) if needed else 0
            known.by_phrase[self] = bits
        if not bits:
            return []
        if start == 0 and end >= len(text):
            return known.places(bits)
        return [
            place
            for low, high in known.places(known.within(bits, start, end))
            if (place := (max(low, start), min(high, end))) == (low, high)
            or self._stands(text, *place)
        ]

    def _stands(self, text: str, low: int, high: int) -> bool:
        return any(text.find(each, low, high) >= 0 for each in self.anchors) and (
            not self.needs or any(text.find(each, low, high) >= 0 for each in self.needs)
        )

    def _sought(
        self, text: str, start: int, end: int, anchors: Iterable[str]
    ) -> list[tuple[int, int]]:
        """The lines, by looking for every anchor."""
        lines: set[tuple[int, int]] = set()
        for anchor in anchors:
            at = text.find(anchor, start, end)
            while at >= 0:
                low = text.rfind("\n", start, at) + 1 or start
                high = text.find("\n", at, end)
                high = end if high < 0 else high
                if not self.needs or self._stands(text, low, high):
                    lines.add((low, high))
                at = text.find(anchor, high, end)
        return sorted(lines)
