"""Regular expressions that find what ``re`` finds, in less time. Everything here only saves work.

Three savings, each worked out from the expression itself:

- ``compiled``: an expression has a twin for plain text. Whether a character beyond ASCII is a
  letter or a space takes the engine long to say, and most letters hold none: in text without
  them the two find the same, and the twin takes about two thirds of the time.
- ``at_word``: most wordings are an edge of a word and a long list of alternatives, all of them
  tried at every word. One look at the word's first character passes over most words.
- ``needed``: a wording none of whose plain words stands in a text need not be tried on it.

The last two read the parsed expression and err only towards trying too often. Where an
interpreter keeps its parser elsewhere, or an expression is of an unknown kind, nothing is saved.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

try:
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # an interpreter that keeps them elsewhere: slower, not different
    parser = None

_ASCII = frozenset(map(chr, range(128)))
_OTHERS = r"\x80-\U0010ffff"  # characters beyond ASCII are never passed over
_TOO_MANY = 48  # of ASCII: with so many the look does not pay
_TELLING = 2  # characters: a shorter string stands in any sentence

_Firsts = tuple[frozenset[str], bool]  # the characters; whether a match may also hold none


class Pattern:
    """A compiled expression with a twin for plain text. Has the methods of ``re.Pattern``."""

    __slots__ = ("_at_word", "_flags", "_full", "_source", "_twin")

    def __init__(self, source: str, flags: int = 0, *, at_word: bool = False) -> None:
        # Nothing is compiled before it is asked for: one letter needs a part of what there is.
        self._source, self._flags, self._at_word = source, flags, at_word
        self._full: re.Pattern[str] | None = None
        self._twin: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r})"

    @property
    def pattern(self) -> str:
        """The expression."""
        if self._at_word:
            self._source, self._at_word = _with_look(self._source, self._flags), False
        return self._source

    @property
    def full(self) -> re.Pattern[str]:
        """The expression as ``re`` compiles it."""
        if self._full is None:
            self._full = re.compile(self.pattern, self._flags)
        return self._full

    @property
    def twin(self) -> re.Pattern[str]:
        """What finds the same in plain text."""
        if self._twin is None:
            has_twin = _has_twin(self.pattern, self._flags)
            self._twin = re.compile(self.pattern, self._flags | re.ASCII) if has_twin else self.full
        return self._twin

    def for_text(self, text: str) -> re.Pattern[str]:
        """The one of the twins that serves ``text``."""
        if text.isascii() or is_vouched(text):
            return self._twin or self.twin
        return self._full or self.full

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        if text.isascii() or is_vouched(text):
            return (self._twin or self.twin).search(text, start, end)
        return (self._full or self.full).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        if text.isascii() or is_vouched(text):
            return (self._twin or self.twin).match(text, start, end)
        return (self._full or self.full).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.for_text(text).fullmatch(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.for_text(text).finditer(text, start, end)

    def findall(self, text: str) -> list[Any]:
        """As ``re.Pattern.findall``."""
        return self.for_text(text).findall(text)

    def split(self, text: str) -> list[str]:
        """As ``re.Pattern.split``."""
        return self.for_text(text).split(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``."""
        return self.for_text(text).sub(new, text, count)


def compiled(pattern: str, flags: int = 0) -> Pattern:
    """As ``re.compile``, with a twin for plain text."""
    return Pattern(pattern, flags)


def _has_twin(pattern: str, flags: int) -> bool:
    r"""Whether plain text is all the same to the expression with and without ``re.ASCII``.

    ``\w``, ``\d`` and ``\b`` are; ``\s`` takes four control characters for spaces without
    it. Where case does not count, a sign beyond ASCII may be the other case of a plain letter.
    """
    if "\\s" in pattern or "\\S" in pattern:
        return False
    caseless = flags & re.IGNORECASE or ("(?" in pattern and _CASELESS.search(pattern))
    return not caseless or (pattern.isascii() and not _BY_NUMBER.search(pattern))


_CASELESS = re.compile(r"\(\?[a-z]*i")
_BY_NUMBER = re.compile(r"\\[xuUN]")

_vouched: tuple[str, str, str] = ("", "", "")


def vouch(text: str) -> None:
    """Note whether ``text`` holds no letter or space beyond ASCII; of the last three it is known.

    "£" and "…" make a text more than ASCII and are all the same to the twins.
    """
    global _vouched
    if not text.isascii() and not any(map(_is_wordlike, set(beyond_ascii(text)))):
        _vouched = (text, *_vouched[:2])


def is_vouched(text: str) -> bool:
    """Whether the very text was found to hold no letter or space beyond ASCII."""
    one, two, three = _vouched
    return text is one or text is two or text is three


_PLAIN_BYTES = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """The characters of ``text`` that are beyond ASCII, in order."""
    return (
        text.encode("utf-8", "surrogatepass")
        .translate(None, _PLAIN_BYTES)
        .decode("utf-8", "surrogatepass")
    )


def _is_wordlike(character: str) -> bool:
    return character.isalnum() or character.isspace()


def at_word(body: str, flags: int = 0) -> Pattern:
    r"""``body`` compiled so that a match begins at the edge of a word.

    Finds what ``\b(?:body)`` finds, with the same groups, in less time.
    """
    return Pattern(body, flags, at_word=True)


def _with_look(body: str, flags: int) -> str:
    plain = rf"\b(?:{body})"
    firsts = opening(plain, flags)
    if firsts is None:
        return plain
    letters = "".join(rf"\x{ord(c):02x}" for c in sorted(firsts))
    return rf"\b(?=[{letters}{_OTHERS}])(?:{body})"


def opening(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """The ASCII characters a match can begin with; None where that tells nothing of use."""
    if parser is None or flags & re.IGNORECASE:
        return None
    tree = parser.parse(pattern, flags)
    if tree.state.flags & (re.IGNORECASE | re.VERBOSE | re.LOCALE):
        return None
    firsts, empty = _of_sequence(tree)
    return None if empty or len(firsts) > _TOO_MANY else firsts


def needed(pattern: str) -> frozenset[str]:
    """Strings one of which stands in every match, case and all; empty where none is known."""
    if parser is None:
        return frozenset()
    tree = parser.parse(pattern)
    if tree.state.flags & (re.IGNORECASE | re.VERBOSE | re.LOCALE):
        return frozenset()
    return _needed(tree)


def _needed(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The strings of the element of a sequence that tells most: whose shortest is longest."""
    offers: list[frozenset[str]] = []
    run = ""
    for kind, value in [*items, (None, None)]:
        if kind is op.LITERAL:
            run += chr(value)
        elif kind is not op.AT:  # an edge of a word takes no room between two characters
            offers.append(frozenset([run]))
            run = ""
            offers.append(_needed_of_item(kind, value))
    offers = [offer for offer in offers if offer and min(map(len, offer)) >= _TELLING]
    return max(offers, key=lambda offer: (min(map(len, offer)), -len(offer)), default=frozenset())


def _needed_of_item(kind: Any, value: Any) -> frozenset[str]:
    if kind is op.SUBPATTERN:
        _, added, _, items = value
        return frozenset() if added & re.IGNORECASE else _needed(items)
    if kind is op.BRANCH:
        each = [_needed(items) for items in value[1]]
        return _shortest(frozenset().union(*each)) if all(each) else frozenset()
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] >= 1:
        return _needed(value[2])
    return frozenset()


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Without the words that hold another of them."""
    return frozenset(w for w in words if not any(v != w and v in w for v in words))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Firsts:
    found: frozenset[str] = frozenset()
    for kind, value in items:
        firsts, empty = _of_item(kind, value)
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _of_item(kind: Any, value: Any) -> _Firsts:
    if kind is op.LITERAL:
        return frozenset(chr(value)), False
    if kind is op.IN:
        return frozenset(c for c in _ASCII if _is_in(c, value)), False
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(), True
    if kind is op.SUBPATTERN:
        _, added, _, items = value
        return (_ASCII, True) if added & re.IGNORECASE else _of_sequence(items)
    if kind is op.BRANCH:
        each = [_of_sequence(items) for items in value[1]]
        return frozenset().union(*(firsts for firsts, _ in each)), any(e for _, e in each)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, items = value
        firsts, empty = _of_sequence(items)
        return firsts, empty or least == 0
    return _ASCII, True  # anything else, "." among them: any character, or none


def _is_in(character: str, members: Iterable[tuple[Any, Any]]) -> bool:
    r"""Whether a set such as ``[^a-z\d]`` holds the character."""
    negated = held = False
    for kind, value in members:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            held = held or character == chr(value)
        elif kind is op.RANGE:
            held = held or value[0] <= ord(character) <= value[1]
        else:  # \d, \w and the like
            held = held or character in _CLASSES[str(value)]
    return held != negated


_CLASSES = {
    name: frozenset(c for c in _ASCII if re.match(sign, c))
    for name, sign in (
        ("CATEGORY_DIGIT", r"\d"),
        ("CATEGORY_NOT_DIGIT", r"\D"),
        ("CATEGORY_SPACE", r"\s"),
        ("CATEGORY_NOT_SPACE", r"\S"),
        ("CATEGORY_WORD", r"\w"),
        ("CATEGORY_NOT_WORD", r"\W"),
    )
}
