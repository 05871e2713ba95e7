"""Sentences that a whole log repeats: found by counting, and cut before letters are compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from zlib import crc32

from answerable.precedents.clean import clean, sentence_key, sentences
from answerable.precedents.words import content

_SHARE = 0.005  # of all letters
_FEWEST = 12  # letters; below it a log is too small to count
_DIFFERENT = 0.5  # of the letters that hold it ask for different things


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
    for n, each in enumerate(kept):
        others = {key for m, keys in enumerate(hashes) if m != n for key in keys} - hashes[n]
        yield sentence_key(each), tuple(sorted(others)[:6])
