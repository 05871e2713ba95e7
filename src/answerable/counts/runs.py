"""Groups that add up to another in every line of a table: by their numbers alone."""

from collections.abc import Iterable, Sequence

_MOST_TRIED = 12  # groups of which every choice is tried


def parts_of(
    place: int, lines: Sequence[Sequence[int]], total: int | None, *, anything: bool
) -> list[tuple[int, ...]]:
    """Which others but the ``total`` add up to ``place`` in every line, as a reader may guess.

    Runs of neighbours straight before or after it; with ``anything`` every choice of a few.
    """
    wanted = [line[place] for line in lines]
    if not any(wanted):
        return []
    found = []
    size = len(lines[0])
    for run in (range(place + 1, size), range(place - 1, -1, -1)):
        if parts := _run((j for j in run if j != total), lines, wanted):
            found.append(parts)
    if anything and not found:
        useful = [
            j for j in range(size) if j not in (place, total) and any(line[j] for line in lines)
        ]
        if len(useful) <= _MOST_TRIED:
            found += _choice(useful, lines, wanted)
    return found


def _run(
    run: Iterable[int], lines: Sequence[Sequence[int]], wanted: Sequence[int]
) -> tuple[int, ...] | None:
    """The shortest run that adds up; counts are not negative, so too much is the end."""
    left, taken = list(wanted), []
    for j in run:
        left = [rest - line[j] for rest, line in zip(left, lines, strict=True)]
        taken.append(j)
        if min(left) < 0:
            return None
        if len(taken) > 1 and not any(left):
            return tuple(sorted(taken))
    return None


def _choice(
    useful: Sequence[int], lines: Sequence[Sequence[int]], wanted: Sequence[int]
) -> list[tuple[int, ...]]:
    """The first choice of columns that adds up, as sums of whole columns."""
    reached: dict[tuple[int, ...], tuple[int, ...]] = {(0,) * len(lines): ()}
    for j in useful:
        for sums, parts in list(reached.items()):
            more = tuple(s + line[j] for s, line in zip(sums, lines, strict=True))
            if all(m <= w for m, w in zip(more, wanted, strict=True)):
                reached.setdefault(more, (*parts, j))
    parts = reached.get(tuple(wanted), ())
    enough = len(parts) > 1 or (parts and sum(map(bool, wanted)) > 1)
    return [parts] if enough else []
