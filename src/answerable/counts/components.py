"""The parts of a system that share no number, which are judged one by one."""

from collections.abc import Iterator

from answerable.counts.rows import Rows


def components(rows: Rows) -> Iterator[tuple[list[int], list[int]]]:
    """The variables still free, and the rows between them, in groups that share nothing."""
    parent = list(range(len(rows.names)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    free = [lo is None or lo != hi for lo, hi in zip(rows.lo, rows.hi, strict=True)]
    inside: list[tuple[int, int]] = []
    for r, row in enumerate(rows.rows):
        members = [i for i in row.index if free[i]]
        if not members:
            continue
        inside.append((members[0], r))
        for i in members[1:]:
            parent[root(i)] = root(members[0])
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for i in range(len(rows.names)):
        if free[i]:
            groups.setdefault(root(i), ([], []))[0].append(i)
    for i, r in inside:
        groups[root(i)][1].append(r)
    yield from groups.values()
