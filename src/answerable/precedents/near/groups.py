"""Groups of near duplicates in a whole index: round robins and repeats."""

from dataclasses import dataclass
from itertools import groupby

from answerable.precedents.entry import Entry
from answerable.precedents.index.store import Store
from answerable.precedents.near.likeness import differing
from answerable.precedents.near.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Group:
    """Letters that hang together by likeness at or above the threshold.

    ``least`` is the likeness of the two least alike letters that were joined; ``differs`` the
    words in which the last letter of the group differs from the first, either way.
    """

    entries: tuple[Entry, ...]
    least: float
    differs: tuple[tuple[str, ...], tuple[str, ...]]


def groups(store: Store, threshold: float) -> tuple[Group, ...]:
    """Every group of two or more, the largest first.

    Letters of the same words are one before anything is compared, and two that already hang
    together are not compared again, so a thousand copies cost a thousand steps. In a log of
    thousands two letters must also share a rare word (see ``Pieces``).
    """
    parent: dict[int, int] = {}
    least: dict[int, float] = {}
    named: dict[int, int] = {}  # of each group the letter that has its name
    pieces = Pieces(store)

    def root(n: int) -> int:
        while parent.setdefault(n, n) != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def join(one: int, other: int, score: float) -> None:
        one, other = sorted((root(one), root(other)))
        worst = min(score, least.get(one, 1.0), least.get(other, 1.0))
        named[one] = pieces.speaks_for(named.get(one, one), named.pop(other, other))
        parent[other] = one
        least[one] = worst

    first: dict[int, int] = {}
    for numbers in _same_words(store):
        for n in numbers[1:]:
            first[n] = numbers[0]
            join(numbers[0], n, 1.0)
    compared: set[tuple[int, int]] = set()
    pairs = store.database.execute("SELECT key, n FROM bands ORDER BY key, n")
    for _, bucket in groupby(pairs, key=lambda pair: int(pair[0])):
        members = list(dict.fromkeys(first.get(int(n), int(n)) for _, n in bucket))
        for m, one in enumerate(members):
            for other in members[m + 1 :]:
                heads = root(one), root(other)
                if heads[0] == heads[1] or (one, other) in compared:
                    continue
                compared.add((one, other))
                if (
                    pieces.share_what_is_rare(one, other)  # costs least and parts most
                    # A copy that lost its name must not be the bridge between two groups.
                    and pieces.share_what_is_rare(*(named.get(head, head) for head in heads))
                    and (score := pieces.likeness(one, other)) >= threshold
                ):
                    join(one, other, score)
    together: dict[int, list[int]] = {}
    for n in sorted(parent):
        together.setdefault(root(n), []).append(n)
    found = [
        Group(
            tuple(map(store.entry, numbers)),
            least.get(head, 1.0),
            differing(store.cleaned(head), store.cleaned(numbers[-1])),
        )
        for head, numbers in together.items()
        if len(numbers) > 1
    ]
    return tuple(sorted(found, key=lambda group: (-len(group.entries), group.entries[0].id)))


def _same_words(store: Store) -> list[list[int]]:
    rows = store.database.execute(
        "SELECT group_concat(n) FROM cleaned WHERE words <> '' GROUP BY words HAVING count(*) > 1"
    )
    return [sorted(map(int, row[0].split(","))) for row in rows]
