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
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from answerable.letters.patterns import at_word, compiled
from answerable.model import Span

_SHORTEST = 600  # characters: in a shorter text looking is as quick as knowing
_KEPT = 3  # texts that are remembered
_OFTEN = 12  # searches of one text from which on it pays to know which runs stand in it
_MOST_LINES = 20_000  # in a text of more lines it is not noted which of them hold what
_MOST_WORDS = 200_000  # characters: of a text whose words, each taken once, are longer nothing is
_FEW = 6  # lines
_LONG = 128  # characters: a longer "word" is not worth remembering
_REMEMBERED = 32_768  # words

_LINE = re.compile(r"[^\n]+")

_runs: set[str] = set()  # what anchors are made of: the longest run of each without a space
_HEAD = 3  # characters by which those runs are found that have so many
_by_head: dict[str, list[str]] = {}
_short: set[str] = set()  # the others


class _Within(dict[str, tuple[str, ...]]):
    """The runs that stand in a word. Letters share their words, so this is seldom worked out."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = {run for run in _short if run in word}
        for at in range(len(word) - _HEAD + 1):
            for run in _by_head.get(word[at : at + _HEAD], ()):
                if word.startswith(run, at):
                    found.add(run)
        if len(word) <= _LONG:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[word] = tuple(found)
        return tuple(found)


_within = _Within()


class _Besides(dict[str, tuple[str, ...]]):
    """The other words of an anchor whose places are noted too: "from" beside "you"."""

    def __missing__(self, anchor: str) -> tuple[str, ...]:
        run = _run(anchor)
        others = tuple(word for word in anchor.split() if word != run and word in _runs)
        self[anchor] = others
        return others


_besides = _Besides()


class _Searched:
    """A text that was searched: how often and, once that pays, what stands where in it."""

    __slots__ = (
        "_with",
        "by_phrase",
        "ends",
        "hopeless",
        "looked",
        "many",
        "runs",
        "starts",
        "text",
        "times",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.times = 0
        self.looked = self.many = self.hopeless = False
        self.runs: frozenset[str] = frozenset()
        self.starts: list[int] = []  # of the lines with words
        self.ends: list[int] = []
        self._with: dict[str, int] = {}
        self.by_phrase: dict[Phrase, int] = {}  # the lines that may hold a match, as bits

    def look(self) -> None:
        """Note the lines of the text, and which of them hold which runs."""
        self.looked = True
        if len(self.text) > _MOST_WORDS and _too_many_words(self.text):
            self.hopeless = True
            return
        for line in _LINE.finditer(self.text):
            start, end = line.span()
            self.starts.append(start)
            self.ends.append(end)
        self.many = len(self.starts) > _MOST_LINES
        with_run = self._with
        for number, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            bit = 0 if self.many else 1 << number
            # Most words hold no run; those are passed over without a turn of the loop.
            for runs in filter(None, map(_within.__getitem__, self.text[start:end].split())):
                for run in runs:
                    with_run[run] = with_run.get(run, 0) | bit
        self.runs = frozenset(with_run)

    def lines_with_any(self, runs: Iterable[str], anchors: Mapping[str, tuple[str, ...]]) -> int:
        """The lines that hold one of the anchors of ``runs``, as bits: bit 0 is the first line."""
        found = 0
        for run in runs:
            for anchor in anchors[run]:
                bits = self._with.get(anchor)
                if bits is None:  # more than its run: looked for where that stands
                    bits = self._with[anchor] = self._those_with(anchor, self._with[run])
                found |= bits
        return found

    def _those_with(self, anchor: str, bits: int) -> int:
        """Of the lines in ``bits``, as a rule few, those that hold ``anchor``."""
        for word in _besides[anchor]:
            bits &= self._with.get(word, 0)
        starts, ends, text = self.starts, self.ends, self.text
        found = 0
        if bits.bit_count() > _FEW:  # one scan of the text is quicker than a look at each
            at = text.find(anchor)
            while at >= 0:
                line = bisect_right(starts, at) - 1
                found |= 1 << line
                at = text.find(anchor, ends[line])
            return found
        while bits:
            lowest = bits & -bits
            line = lowest.bit_length() - 1
            if text.find(anchor, starts[line], ends[line]) >= 0:
                found |= lowest
            bits ^= lowest
        return found

    def within(self, bits: int, start: int, end: int) -> int:
        """Of the lines in ``bits`` those within or across ``start`` and ``end``."""
        first = bisect_right(self.ends, start)
        return bits >> first << first & (1 << bisect_left(self.starts, end)) - 1

    def places(self, bits: int) -> list[tuple[int, int]]:
        """Where the lines in ``bits`` begin and end, in order."""
        return [(self.starts[line], self.ends[line]) for line in _numbers(bits)]


class _Known:
    """The few texts searched last, so that a hundred phrases share what is known of them."""

    __slots__ = ("_held", "expected")

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """A phrase with new anchors has come."""
        self.expected = _Searched("")
        self.expected.hopeless = True
        self._held: list[_Searched] = []
        _within.clear()
        _besides.clear()

    def of(self, text: str) -> _Searched | None:
        """What is known of ``text``; None where that does not pay."""
        if self.expected.text is text:
            return None if self.expected.hopeless else self.expected
        if len(text) < _SHORTEST:
            return None
        for held in self._held:
            if held.text is text:
                break
        else:
            held = _Searched(text)
            self._held = [held, *self._held[: _KEPT - 1]]
        if not held.looked:
            held.times += 1
            if held.times < _OFTEN:
                return None
            held.look()
        return None if held.hopeless else held

    def expect(self, text: str) -> None:
        """``text`` is going to be searched often: take the notes at once."""
        if self.expected.text is not text:
            self.expected = _Searched(text)
            self.expected.look()


_AT_ONCE = 60  # bits: a longer number is slow to work on


def _numbers(bits: int) -> list[int]:
    """The numbers of the bits that are set, in order."""
    found = []
    before = -1
    while bits:
        some = bits & (1 << _AT_ONCE) - 1
        while some:
            lowest = some & -some
            found.append(before + lowest.bit_length())
            some ^= lowest
        bits >>= _AT_ONCE
        before += _AT_ONCE
    return found


def _too_many_words(text: str) -> bool:
    return sum(map(len, set(text.split()))) > _MOST_WORDS


_known = _Known()


def expect(text: str) -> None:
    """Many phrases are going to be looked for in ``text``."""
    if len(text) >= _SHORTEST:
        _known.expect(text)


def _run(anchor: str) -> str:
    """What stands in one word of the text wherever ``anchor`` stands in the text.

    Not a letter that stands in half of all words, nor a word of every sentence, if there is another:
    all words and lines that hold it are looked at.
    """
    return max(anchor.split(), key=_tells)


def _tells(word: str) -> tuple[bool, bool, int]:
    return len(word) > 1 or not word.isalpha(), word not in _EVERYWHERE, len(word)


_EVERYWHERE = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "for", "from", "has", "have", "her", "his", "in", "is", "it",
     "its", "no", "not", "of", "on", "or", "our", "that", "the", "their", "these", "they", "this", "those",
     "to", "was", "we", "were", "which", "who", "with", "would")
)  # fmt: skip


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of ``words`` stands in ``text``."""
    for word in words:  # noqa: SIM110 — "any" takes twice as long, and this is done very often
        if word in text:
            return True
    return False


def _by_run(anchors: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The anchors by what stands in a text wherever they do, which is noted of texts from now on."""
    found: dict[str, tuple[str, ...]] = {}
    for anchor in anchors:
        found[_run(anchor)] = (*found.get(_run(anchor), ()), anchor)
    new = found.keys() - _runs
    for run in new:
        if len(run) < _HEAD:
            _short.add(run)
        else:
            _by_head.setdefault(run[:_HEAD], []).append(run)
    if new:
        _runs.update(new)
        _known.forget()
    return found


class Words:
    """Plain words, lower case, to look for in a text that phrases are looked for in."""

    __slots__ = ("_by_run", "_runs", "words")

    def __init__(self, *words: str) -> None:
        self.words = words
        self._by_run = _by_run(words)
        self._runs = frozenset(self._by_run)

    def found(self, text: str) -> bool:
        """Whether one of the words stands in ``text``."""
        known = _known.of(text)
        if known is None:
            return holds(text, self.words)
        if known.runs.isdisjoint(self._runs):  # as a rule
            return False
        return any(holds(text, self._by_run[run]) for run in self._runs & known.runs)

    def lines(self, text: str) -> set[int]:
        """Where the lines begin that hold one of the words."""
        known = _known.of(text)
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
        self._by_run = _by_run(anchors)
        self._runs = frozenset(self._by_run)
        self._needs_by_run = _by_run(needs)
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
        known = _known.expected if _known.expected.text is text else _known.of(text)
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
