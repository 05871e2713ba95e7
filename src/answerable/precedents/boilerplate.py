"""Sentences that a whole log repeats: found by counting, and cut before letters are compared."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from itertools import islice
from zlib import crc32

from answerable.precedents.clean import clean, sentences
from answerable.precedents.sentence import key_of_words, said

_SHARE = 0.005  # of all letters
_FEWEST = 12  # letters; below it a log is too small to count
_DIFFERENT = 0.5  # of the letters that hold it ask for different things
_SOME_LENGTH = 4  # words that say something
_SAMPLE = 20_000  # letters; a sentence of half a letter in a hundred stands in a hundred of them


def sample(letters: Iterable[tuple[int, str]], most: int = _SAMPLE) -> list[str]:
    """``most`` letters by a hash of their numbers (all, if there are fewer), in order of number.

    The same letters are taken in every run and on every machine.
    """
    held: list[tuple[int, int, str]] = []  # the highest of the lowest hashes on top
    for n, text in letters:
        item = (-_dice(n), n, text)
        if len(held) < most:
            heapq.heappush(held, item)
        elif item > held[0]:
            heapq.heapreplace(held, item)
    return [text for _, _, text in sorted(held, key=lambda each: each[1])]


def _dice(n: int) -> int:
    return int.from_bytes(blake2b(n.to_bytes(8, "big"), digest_size=8).digest(), "big")


def repeated_sentences(letters: Iterable[str]) -> frozenset[int]:
    """The keys of sentences that many letters hold which ask for different things.

    Letters that share a sentence *and* what they ask are a round robin, and its words are what
    is looked for; so a sentence counts only where the rest of the letters differs. With a
    sentence of some length stands each that lacks one of its words: a copy that lost a word is
    cut as the others are.
    """
    seen: Counter[frozenset[str]] = Counter()
    around: defaultdict[frozenset[str], set[tuple[int, ...]]] = defaultdict(set)
    total = 0
    for letter in letters:
        total += 1
        for some, rest in _with_rest(sentences(clean(letter))):
            seen[some] += 1
            around[some].add(rest)
    fewest = max(_FEWEST, _SHARE * total)
    repeated = (
        some
        for some, times in seen.items()
        if times >= fewest and len(around[some]) >= _DIFFERENT * times
    )
    return frozenset(key for some in repeated for key in _keys(some))


def _keys(some: frozenset[str]) -> Iterable[int]:
    yield key_of_words(some)
    if len(some) >= _SOME_LENGTH:
        yield from (key_of_words(some - {word}) for word in some)


def _with_rest(kept: list[str]) -> Iterable[tuple[frozenset[str], tuple[int, ...]]]:
    """Each sentence's words with a small fingerprint of the others (six least hashes)."""
    every = [frozenset(said(each).words) for each in kept]
    hashes = {word: crc32(word.encode()) for some in every for word in some}
    least = sorted(hashes, key=hashes.__getitem__)
    for some in every:
        # Not those of the others in one set: a letter of a hundred thousand sentences has its turn.
        others = islice((hashes[word] for word in least if word not in some), 6)
        yield some, tuple(others)
