"""The sentences that a whole corpus repeats, told from a fair sample of it.

A sentence counts when half a letter in a hundred has it, so twenty thousand letters tell.
"""

from answerable.batch.corpus import Corpus
from answerable.precedents.boilerplate import repeated_sentences, sample

_LETTERS = 20_000


def stock_of(corpus: Corpus, most: int = _LETTERS) -> frozenset[int]:
    """The keys of repeated sentences among ``most`` letters of the corpus (all, if it is small)."""
    usable = ((row.n, row.text) for row in corpus.rows() if not row.problem)
    return repeated_sentences(sample(usable, most))
