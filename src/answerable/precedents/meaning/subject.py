"""Letters of the same subject in other words, beside those that share words; never averaged.

Words and meaning fail on different letters: an average of the two ranks loses both, two lists dealt
out in turn keep the best of each.
"""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import numpy as np

from answerable.precedents.index import Archive
from answerable.precedents.meaning.encoder import Encoder
from answerable.precedents.meaning.reading import subject_of
from answerable.precedents.meaning.vectors import vectors_of
from answerable.precedents.progress import Telling
from answerable.precedents.similar import Similar, asked_in, leads

_HALF = 0.5
LEAST = 0.35  # cosine; below it two requests share a manner, not a subject


def same_subject(
    archive: Archive,
    folder: Path,
    encoder: Encoder,
    text: str,
    k: int = 10,
    told: Telling | None = None,
) -> tuple[Similar, ...]:
    """The ``k`` letters nearest in meaning; ``score`` is the cosine of the two.

    Letters that the model has not read are read first, which may take long: ``told`` hears of it.
    """
    kept = vectors_of(archive, folder, encoder, told)
    asked = subject_of(text, (), archive.store.stock())
    if not len(kept.numbers):
        return ()
    scores = kept.vectors @ encoder.encode([asked])[0]
    best = np.argsort(-scores, kind="stable")[:k]
    return tuple(
        Similar(
            archive.store.entry(int(kept.numbers[n])), float(min(scores[n], 1.0)), "same subject"
        )
        for n in best
        if scores[n] >= LEAST
    )


def interleaved(
    by_words: Sequence[Similar], by_meaning: Sequence[Similar], k: int, *, led: bool = False
) -> tuple[Similar, ...]:
    """Near duplicates first, then one of each list in turn, each letter once under its first label.

    ``led``: the words are likely to find it, as a name does (``words_lead``). Then those that have
    half of what the best of them has come first, and only the rest is dealt in turn, so that what
    is typed is found no worse than by its words alone.
    """
    most = max((each.score for each in by_words if each.why == "same words"), default=0.0)
    least = most * _HALF if led else float("inf")
    first = [each for each in by_words if each.why == "near duplicate" or each.score >= least]
    others = [each for each in by_words if each not in first]
    dealt = [each for pair in zip_longest(others, by_meaning) for each in pair if each]
    once: dict[str, Similar] = {}
    for each in (*first, *dealt):
        once.setdefault(each.entry.id, each)
    return tuple(once.values())[:k]


def words_lead(archive: Archive, text: str) -> bool:
    """Whether the words of ``text`` are likely to find it: most are known, and one is rare."""
    return leads(archive, asked_in(archive, text))
