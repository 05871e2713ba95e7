"""The pieces of the letters of an index, at hand while they are compared with each other."""

from collections import Counter
from functools import lru_cache

from answerable.precedents.index.store import Store
from answerable.precedents.near.likeness import likeness, shingles

_LARGE = 5_000  # letters, from which it can be told which words are rare
_RAREST = 2


class Pieces:
    """Likeness by number, and whether two letters are about the same place, firm or thing.

    Two short requests about different things may share nearly all their words, since people
    ask for "the total number of", "by month", "and the guidance". What tells them apart is
    the name in them, and a name is a rare word. So in a large log each of two letters must
    have one of the two rarest words of the other; two, for one may be the authority's name.
    """

    def __init__(self, store: Store) -> None:
        self._pieces = lru_cache(20_000)(lambda n: shingles(store.cleaned(n)))
        self._rare = lru_cache(50_000)(self._rarest)
        self._store = store
        self._times: Counter[str] = Counter()
        if store.count() >= _LARGE:
            for _, text in store.searched():
                self._times.update(set(text.split()))

    def likeness(self, one: int, other: int) -> float:
        """See ``likeness``."""
        return likeness(self._pieces(one), self._pieces(other))

    def share_what_is_rare(self, one: int, other: int) -> bool:
        """Whether each has one of the rarest words of the other; yes in a small log."""
        if not self._times:
            return True
        mine, theirs = self._rare(one), self._rare(other)
        return not (mine.isdisjoint(self._pieces(other)) or theirs.isdisjoint(self._pieces(one)))

    def _rarest(self, number: int) -> frozenset[str]:
        words = sorted(set(self._store.cleaned(number)), key=lambda w: (self._times[w], w))
        return frozenset(words[:_RAREST])
