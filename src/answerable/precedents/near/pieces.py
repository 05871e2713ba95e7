"""The pieces of the letters of an index, at hand while they are compared with each other."""

from collections import Counter
from functools import lru_cache

from answerable.precedents.index.store import Store
from answerable.precedents.near.likeness import likeness, shingles

_LARGE = 5_000  # letters, from which it can be told which words are rare


def letters_with_a_name(letters: int) -> float:
    """The most letters of a log that may have a word if it is a name, and not a kind of place.

    Never below 500: a round robin to every council, with one street in all of them.
    """
    return max(500.0, 0.005 * letters)


class Pieces:
    """Likeness by number, and whether two letters are about the same place, firm or thing.

    Two short requests about different things may share nearly all their words, since people
    ask for "the total number of", "by month", "and the guidance". What tells them apart is
    the name in them, and a name is a rare word. So in a large log one of two letters must
    have the rarest word of the other.
    """

    def __init__(self, store: Store) -> None:
        self._pieces = lru_cache(20_000)(lambda n: shingles(store.cleaned(n)))
        self._rare = lru_cache(50_000)(self._rarest)
        self._store = store
        self._times: Counter[str] = Counter()
        self._few = letters_with_a_name(store.count())
        if store.count() >= _LARGE:
            for _, text in store.searched():
                self._times.update(set(text.split()))

    def likeness(self, one: int, other: int) -> float:
        """See ``likeness``."""
        return likeness(self._pieces(one), self._pieces(other))

    def share_what_is_rare(self, one: int, other: int) -> bool:
        """Whether one has the rarest word of the other; yes in a small log."""
        if not self._times:
            return True
        return self._rare(one) in self._pieces(other) or self._rare(other) in self._pieces(one)

    def speaks_for(self, one: int, other: int) -> int:
        """Which of two letters stands for both: the first, unless only the other has a name."""
        return other if self._named(other) and not self._named(one) else one

    def _named(self, number: int) -> bool:
        return self._times[self._rare(number)] <= self._few

    def _rarest(self, number: int) -> str:
        words = set(self._store.cleaned(number))
        return min(words, key=lambda word: (self._times[word], word), default="")
