"""Regular expressions that find what ``re`` finds, in less time. Everything here only saves work.

Five savings, each worked out from the expression itself:

- ``compiled``: an expression has a twin for plain text. Whether a character beyond ASCII is a
  letter or a space takes the engine long to say, and most letters hold none: in text without
  them the two find the same, and the twin takes about two thirds of the time.
- ``alternatives``: most wordings are a long list of them; sorted, a letter tells the few to try.
- ``leaps``: what begins with a word is tried at the beginnings of words only. These two take time to
  make and are made of an expression that is searched for often: of one letter nobody notices.
- ``at_word``: until then, one look at a word's first character passes over most words.
- ``needed``: a wording none of whose plain words stands in a text need not be tried on it.

The last three read the parsed expression and err only towards trying too often. Where an
interpreter keeps its parser elsewhere, or an expression is of an unknown kind, nothing is saved.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from answerable.letters.alternatives import (
    ASCII,
    compile_behind,
    compile_sorted,
    firsts_of,
    op,
    parsed,
)
from answerable.letters.leaps import Leaping

_OTHERS = r"\x80-\U0010ffff"  # characters beyond ASCII are never passed over
_TOO_MANY = 48  # of ASCII: with so many the look does not pay
_OFTEN = 400  # searches from which on it pays to sort an expression
_TELLING = 2  # characters: a shorter string stands in any sentence


class Pattern:
    """A compiled expression with a twin for plain text. Has the methods of ``re.Pattern``."""

    __slots__ = ("_at_word", "_finder", "_flags", "_full", "_twin", "_uses", "pattern")

    def __init__(self, source: str, flags: int = 0, *, at_word: bool = False) -> None:
        # Nothing is compiled before it is asked for: one letter needs a part of what there is.
        self.pattern = rf"\b(?:{source})" if at_word else source
        self._flags, self._at_word = flags, at_word
        self._full: re.Pattern[str] | None = None
        self._twin: re.Pattern[str] | None = None
        self._uses = 0
        self._finder: Leaping | re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r})"

    @property
    def full(self) -> re.Pattern[str]:
        """The expression as ``re`` compiles it."""
        if self._full is None:
            self._full = re.compile(self._looking, self._flags)
        return self._full

    @property
    def _looking(self) -> str:
        return _with_look(self.pattern, self._flags) if self._at_word else self.pattern

    @property
    def twin(self) -> re.Pattern[str]:
        """What finds the same in plain text."""
        if self._twin is None:
            flags = self._plain_flags()
            self._twin = self.full if flags == self._flags else re.compile(self._looking, flags)
        return self._twin

    def often(self) -> Leaping | re.Pattern[str]:
        """What finds the same in plain text, in the least time: what takes long to make."""
        flags = self._plain_flags()
        own, behind = compile_sorted(self.pattern, flags), compile_behind(self.pattern, flags)
        return own if behind is None else Leaping(own, behind)

    @property
    def finder(self) -> Leaping | re.Pattern[str]:
        """What looks for a match in plain text: the twin, and what ``often`` makes once that pays."""
        if self._finder is not None:
            return self._finder
        self._uses += 1
        if self._uses > _OFTEN:
            self._finder = self.often()
        return self._finder or self._twin or self.twin

    def _plain_flags(self) -> int:
        return self._flags | (re.ASCII if _has_twin(self.pattern, self._flags) else 0)

    def for_text(self, text: str) -> Leaping | re.Pattern[str]:
        """What looks for a match in ``text``."""
        if text.isascii() or is_vouched(text):
            return self._finder or self.finder
        return self._full or self.full

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        if text.isascii() or is_vouched(text):
            return (self._finder or self.finder).search(text, start, min(end, len(text)))
        return (self._full or self.full).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        if text.isascii() or is_vouched(text):
            return (self._twin or self.twin).match(text, start, end)
        return (self._full or self.full).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        if text.isascii() or is_vouched(text):
            return (self._twin or self.twin).fullmatch(text, start, end)
        return (self._full or self.full).fullmatch(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.for_text(text).finditer(text, start, min(end, len(text)))

    def findall(self, text: str) -> list[Any]:
        """As ``re.Pattern.findall``."""
        return self._whole(text).findall(text)

    def split(self, text: str) -> list[str]:
        """As ``re.Pattern.split``."""
        return self._whole(text).split(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``."""
        return self._whole(text).sub(new, text, count)

    def _whole(self, text: str) -> re.Pattern[str]:
        """The one of the twins that serves ``text``."""
        if text.isascii() or is_vouched(text):
            return self._twin or self.twin
        return self._full or self.full


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


def _with_look(source: str, flags: int) -> str:
    firsts = opening(source, flags)
    if firsts is None:
        return source
    letters = "".join(map(re.escape, sorted(firsts)))
    return rf"(?=[{letters}{_OTHERS}]){source}"


def opening(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """The ASCII characters a match can begin with; None where that tells nothing of use."""
    tree = parsed(pattern, flags)
    if tree is None:
        return None
    firsts, empty = firsts_of(tree)
    return None if empty or len(firsts) > _TOO_MANY else firsts & ASCII


def needed(pattern: str) -> frozenset[str]:
    """Strings one of which stands in every match, case and all; empty where none is known."""
    tree = parsed(pattern, 0)
    return frozenset() if tree is None else _needed(tree)


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
