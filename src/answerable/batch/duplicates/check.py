"""Pairs to groups: each pair is compared exactly, and letters that hang together are a group."""

from collections.abc import Iterable

from answerable.batch.duplicates.letters import Letters


class Grouping:
    """Groups as they grow; the first letter of a group is its head."""

    def __init__(self, letters: Letters, threshold: float) -> None:
        self._letters = letters
        self._threshold = threshold
        self._parent: dict[int, int] = {}
        self._named: dict[int, int] = {}  # of each group the letter that has its name

    def join_same(self, first: int, others: Iterable[int]) -> None:
        """Letters of the same words, which need no comparison."""
        for other in others:
            self._join(first, other)

    def compare(self, one: int, other: int) -> None:
        """Join two letters if they are alike; two that already hang together are not compared."""
        letters, heads = self._letters, (self._root(one), self._root(other))
        if (
            heads[0] != heads[1]
            and letters.share_what_is_rare(one, other)  # costs least and parts most
            # A copy that lost its name must not be the bridge between two groups.
            and letters.share_what_is_rare(*(self._named.get(head, head) for head in heads))
            and letters.likeness(one, other) >= self._threshold
        ):
            self._join(*heads)

    def groups(self) -> dict[int, tuple[int, int, int]]:
        """Of each letter that has a twin: the number of its group, the size of it, its head.

        Groups are numbered from 1 in the order of their first letters.
        """
        together: dict[int, list[int]] = {}
        for n in sorted(self._parent):
            together.setdefault(self._root(n), []).append(n)
        large = [members for members in together.values() if len(members) > 1]
        return {
            n: (number, len(members), members[0])
            for number, members in enumerate(sorted(large), 1)
            for n in members
        }

    def _root(self, n: int) -> int:
        parent = self._parent
        if n not in parent:
            return n
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def _join(self, one: int, other: int) -> None:
        one, other = sorted((self._root(one), self._root(other)))
        self._parent.setdefault(one, one)
        self._parent[other] = one
        names = self._named.get(one, one), self._named.pop(other, other)
        self._named[one] = self._letters.speaks_for(*names)
