"""A sentence: its words that say something, whether it only says how to answer, and its number.

All three are asked for several times of each sentence, and a log repeats its sentences. So they
are found at once, and those of short sentences stay at hand.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from answerable.precedents.words import common, courtesy, stock, words

_ASKS = re.compile(
    r"\?|\bhow (?:many|much|often|long)\b|\bnumbers? of\b|\bcop(?:y|ies) of\b|\blists? of\b|"
    r"\b(?:what|which|who|where|when)\b(?! (?:possible|applicable|appropriate|necessary))",
    re.I,
)
_ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-*•])\s", re.I)
_SHORT = 400  # characters; a longer sentence is hardly ever said twice
_AT_HAND = 20_000  # sentences, some ten megabytes


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says: its words without the common ones, and what they make it."""

    words: tuple[str, ...]
    is_stock: bool
    key: int


def said(sentence: str) -> Said:
    """What ``sentence`` says."""
    return _remembered(sentence) if len(sentence) <= _SHORT else _said(sentence)


def asks(text: str) -> bool:
    """Whether ``text`` asks something."""
    return _ASKS.search(text) is not None


def is_stock(sentence: str) -> bool:
    """Whether a sentence only says how to answer: it asks nothing and has no word of its own."""
    return said(sentence).is_stock


def sentence_key(sentence: str) -> int:
    """A stable 64-bit number for the words of a sentence that say something, in any order."""
    return said(sentence).key


def key_of_words(some: frozenset[str]) -> int:
    """A stable 64-bit number for a set of words."""
    digest = blake2b(" ".join(sorted(some)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _said(sentence: str) -> Said:
    every = words(sentence)
    empty = common() | courtesy()
    own = tuple(word for word in every if word not in empty)
    only_how = stock().issuperset(every) and not (_ITEM.match(sentence) or asks(sentence))
    return Said(own, only_how, key_of_words(frozenset(own)))


_remembered = lru_cache(_AT_HAND)(_said)
