"""The sentences that a whole corpus repeats, told from a fair sample of it.

A sentence counts when half a letter in a hundred has it, so twenty thousand letters tell; the
sample is by a hash of the row's number, the same in every run and on every machine.
"""

import heapq
from hashlib import blake2b

from answerable.batch.corpus import Corpus
from answerable.precedents.boilerplate import repeated_sentences

_LETTERS = 20_000


def stock_of(corpus: Corpus, most: int = _LETTERS) -> frozenset[int]:
    """The keys of repeated sentences among ``most`` letters of the corpus (all, if it is small)."""
    held: list[tuple[int, int, str]] = []  # the highest of the lowest hashes on top
    for row in corpus.rows():
        if row.problem:
            continue
        item = (-_dice(row.n), row.n, row.text)
        if len(held) < most:
            heapq.heappush(held, item)
        elif item > held[0]:
            heapq.heapreplace(held, item)
    return repeated_sentences(text for _, _, text in sorted(held, key=lambda each: each[1]))


def _dice(n: int) -> int:
    return int.from_bytes(blake2b(n.to_bytes(8, "big"), digest_size=8).digest(), "big")
