"""Which earlier letters are like this one, and why each is shown."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.precedents.clean import clean
from answerable.precedents.entry import Entry
from answerable.precedents.index import Archive
from answerable.precedents.near import band_keys, differing, likeness, shingles, signature
from answerable.precedents.words import content, words

NEAR = 0.6  # of all words and pairs of words, from which a letter counts as a near duplicate
_RARE = 12  # words of a letter that are searched, the rarest first
_TIED = 30  # letters at least that are looked at, since many may share the same words
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
    """The letters that have most of the rarest words ``asked``, by weight; of equals the shorter.

    How often or among how many others a letter has them does not count: a name that stands in
    every line, or in a short letter, would outweigh what is asked about it.
    """
    weights = rarest(archive, asked)
    whole = sum(weights.values())
    if not whole:
        return ()
    best = archive.words.search([*weights], max(_TIED, 2 * k), [*weights.values()])
    found: list[tuple[float, int, int, tuple[str, ...]]] = []
    for number, theirs in archive.store.searched(number for number, _ in best):
        has = set(theirs.split())
        shared = tuple(word for word in weights if word in has)
        score = sum(map(weights.__getitem__, shared)) / whole
        found.append((-score, len(has), number, shared))
    return tuple(
        Similar(archive.store.entry(number), -score, "same words", shared)
        for score, _, number, shared in sorted(found)[:k]
    )


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
