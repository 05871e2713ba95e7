"""Which earlier letters are like this one, and why each is shown."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from answerable.precedents.clean import clean
from answerable.precedents.entry import Entry
from answerable.precedents.index import Archive
from answerable.precedents.near import band_keys, differing, likeness, shingles, signature
from answerable.precedents.words import content, words

NEAR = 0.6  # of all words and pairs of words, from which a letter counts as a near duplicate
_RARE = 12  # words of a letter that are searched, the rarest first
_TIED = 30  # letters at least that are looked at, since many may share the same words
_COPY = 0.7  # of the words of two letters, from which they count as copies of each other
_SELDOM = 10  # in a thousand letters (or in all, of a small log): a word that tells letters apart
_KNOWN = 0.8  # of the words of a request, that earlier letters have
# Words with a capital inside a sentence, as names have.
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")

Why = Literal["near duplicate", "same words", "same subject"]


@dataclass(frozen=True, slots=True)
class Similar:
    """An earlier letter and why it is shown.

    ``score`` runs from 0 to 1. Of a near duplicate it is the exact share of words and
    pairs of words in common; ``only_here`` and ``only_there`` are the words in which the two differ. Of "same
    words" it is the share of the rare words of the letter, weighted by their rarity, that the
    earlier letter has; ``shared`` are those words.
    """

    entry: Entry
    score: float
    why: Why
    shared: tuple[str, ...] = ()
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a letter asks: its words in order, and those that are written as names."""

    words: tuple[str, ...]
    names: frozenset[str]


def asked_in(archive: Archive, text: str) -> Asked:
    """What ``text`` asks, cleaned as the letters of ``archive`` were."""
    kept = clean(text, (), archive.store.stock())
    own = content(kept) or words(text)
    return Asked(tuple(own), frozenset(words(" ".join(_NAME.findall(kept)))))


def similar(archive: Archive, text: str, k: int = 10, near: float = NEAR) -> tuple[Similar, ...]:
    """The ``k`` letters most like ``text``: near duplicates first, then those with its words."""
    asked = asked_in(archive, text)
    twins = near_duplicates(archive, asked.words, near, k)
    shown = {twin.entry.id for twin in twins}
    others = same_words(archive, asked, k + len(twins))
    return (*twins, *[each for each in others if each.entry.id not in shown][: k - len(twins)])


def near_duplicates(
    archive: Archive, asked: Sequence[str], near: float = NEAR, k: int = 10
) -> tuple[Similar, ...]:
    """The ``k`` letters that overlap most with the words ``asked``, by ``near`` or more."""
    parts = shingles(asked)
    if not parts:
        return ()
    scored = sorted(
        (-likeness(parts, shingles(archive.store.cleaned(number))), number)
        for number in archive.store.sharing(band_keys(signature(parts)))
    )
    found: list[Similar] = []
    for score, number in scored[:k]:
        if -score < near:
            break
        here, there = differing(asked, archive.store.cleaned(number))
        entry = archive.store.entry(number)
        found.append(Similar(entry, -score, "near duplicate", (), here, there))
    return tuple(found)


def same_words(archive: Archive, asked: Asked, k: int = 10) -> tuple[Similar, ...]:
    """The letters that have most of the rarest words ``asked``, by weight.

    How often or among how many others a letter has them does not count: a name that stands in
    every line, or in a short letter, would outweigh what is asked about it. Of equals the one comes
    first that has more of the words side by side as they were asked ("Undwick Street", where
    others have Undwick Road), then the shorter. Of letters that are copies of each other, as in a
    round robin, only the first is given, so that they do not fill the list.
    """
    weights = rarest(archive, asked)
    whole = sum(weights.values())
    if not whole:
        return ()
    best = archive.words.search([*weights], max(_TIED, 2 * k), [*weights.values()])
    pairs = {f"{one} {other}" for one, other in pairwise(asked.words)}
    found: list[_Found] = []
    for number, theirs in archive.store.searched(number for number, _ in best):
        has = set(theirs.split())
        score = sum(weight for word, weight in weights.items() if word in has) / whole
        found.append((-score, -sum(pair in theirs for pair in pairs), len(has), number, has))
    return tuple(
        Similar(
            archive.store.entry(number),
            -score,
            "same words",
            tuple(word for word in weights if word in has),
        )
        for score, _, _, number, has in _without_copies(
            sorted(found, key=itemgetter(0, 1, 2, 3)), k
        )
    )


_Found = tuple[float, int, int, int, set[str]]


def _without_copies(found: Sequence[_Found], k: int) -> list[_Found]:
    """The first ``k`` that are not nearly the same words as one before them."""
    kept: list[_Found] = []
    for each in found:
        has = each[-1]
        if not any(len(has & one[-1]) >= _COPY * len(has | one[-1]) for one in kept):
            kept.append(each)
            if len(kept) == k:
                break
    return kept


def leads(archive: Archive, asked: Asked) -> bool:
    """Whether the words of a request are likely to find it: most are known, and one is rare.

    "Gamstead Street noise" has such words; a paraphrase in words that no earlier letter has, or
    that very many have, is found by its meaning if at all.
    """
    times = [archive.words.frequency(word) for word in dict.fromkeys(asked.words)]
    known = [n for n in times if n]
    rare = max(_SELDOM, archive.words.count() * _SELDOM // 1_000)
    return len(known) >= _KNOWN * len(times) and any(n <= rare for n in known)


def rarest(archive: Archive, asked: Asked, most: int = _RARE) -> dict[str, float]:
    """The weightiest words that the index knows, with their weights, the weightiest first.

    The weight is the cube of the inverse document frequency, twice as much for a name: tried
    on letters of which the true twin was known, where plain idf let common words win.
    """
    total = archive.words.count()
    weights: dict[str, float] = {}
    for word in dict.fromkeys(asked.words):
        times = archive.words.frequency(word)
        if times:
            rare = math.log(1 + total / times) ** 3
            weights[word] = 2 * rare if word in asked.names else rare
    return dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:most])
