"""Sentences that a whole log repeats: found by counting, and cut before letters are compared."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from itertools import islice
from zlib import crc32

from answerable.precedents.clean import clean, sentence_key, sentences
from answerable.precedents.words import content

_SHARE = 0.005  # of all letters
_FEWEST = 12  # letters; below it a log is too small to count
_DIFFERENT = 0.5  # of the letters that hold it ask for different things
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
    is looked for; so a sentence counts only where the rest of the letters differs.
    """
    seen: Counter[int] = Counter()
    around: defaultdict[int, set[tuple[int, ...]]] = defaultdict(set)
    total = 0
    for letter in letters:
        total += 1
        for key, rest in _with_rest(sentences(clean(letter))):
            seen[key] += 1
            around[key].add(rest)
    fewest = max(_FEWEST, _SHARE * total)
    return frozenset(
        key
        for key, times in seen.items()
        if times >= fewest and len(around[key]) >= _DIFFERENT * times
    )


def _with_rest(kept: list[str]) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Each sentence's key with a small fingerprint of the others (six least hashes)."""
    hashes = [frozenset(crc32(word.encode()) for word in content(each)) for each in kept]
    least = sorted({key for some in hashes for key in some})
    for each, own in zip(kept, hashes, strict=True):
        # Not those of the others in one set: a letter of a hundred thousand sentences has its turn.
        yield sentence_key(each), tuple(islice((key for key in least if key not in own), 6))
