"""What is known of the few texts searched last, so that a hundred phrases share it.

Of a text that is searched often it is noted which of its lines hold which runs: the parts of words
that phrases begin from (their anchors). Lines are bits of a number, so that to look for one more
phrase is to put a few numbers together.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

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
        self.by_phrase: dict[object, int] = {}  # the lines that may hold a match, as bits

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


KNOWN = _Known()


def expect(text: str) -> None:
    """Many phrases are going to be looked for in ``text``."""
    if len(text) >= _SHORTEST:
        KNOWN.expect(text)


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


def by_run(anchors: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
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
        KNOWN.forget()
    return found
