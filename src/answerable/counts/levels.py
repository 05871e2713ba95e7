"""The sums and subsets of a table as it was published, where cells may be missing or are ranges."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.counts.nesting import Nesting
from answerable.counts.table import Cell
from answerable.counts.totals import Ends, can_add_up, is_total, published_total

Names = dict[Cell, str]
Terms = tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Levels:
    """Of one dimension, as places: ``sums`` (the last is the total of the others), and ``parts``
    (a part and its whole). The k-th rest has the k-th place after all others.
    """

    sums: tuple[tuple[int, ...], ...] = ()
    parts: tuple[tuple[int, int], ...] = ()


def levels_of(names: Sequence[str], lines: Sequence[Sequence[Ends]], said: Nesting) -> Levels:
    """The levels of one dimension; the total is told by name, by numbers, or as said.

    What is said to be part of nothing is part of the total, if there is one.
    """
    place = {name: k for k, name in enumerate(names)}
    groups = [k for k, name in enumerate(names) if name not in said.apart | said.below]
    sums = [(*(place[name] for name in members), place[whole]) for members, whole in said.sums]
    total = _total(names, lines, groups, said)
    left = [k for k in groups if k != total]
    if total is not None and left:
        if names[total] in said.loose:
            (of_all,) = (each for each in sums if each[-1] == total)
            sums.remove(of_all)
            left = sorted([*left, *of_all[:-1]])
        sure = not said.sums or names[total] in said.loose
        if sure or all(can_add_up([line[k] for k in (*left, total)], len(left)) for line in lines):
            sums.append((*left, total))
    return Levels(tuple(sums), tuple((place[part], place[whole]) for part, whole in said.parts))


def _total(
    names: Sequence[str], lines: Sequence[Sequence[Ends]], groups: Sequence[int], said: Nesting
) -> int | None:
    if len(groups) < 2:
        return groups[0] if groups else None
    if said.sums:
        return next((k for k in reversed(groups) if is_total(names[k])), None)
    found = published_total(
        [names[k] for k in groups], [[line[k] for k in groups] for line in lines]
    )
    return None if found is None else groups[found]


def rest_label(names: Sequence[str], part: int, whole: int) -> str:
    """What is left of a whole without its part, in words."""
    return f"{names[whole]} less {names[part]}"


def named_rests(
    named: Mapping[Cell, str],
    labels: tuple[Sequence[str], Sequence[str]],
    levels: tuple[Levels, Levels],
) -> Names:
    """The rests whose part and whole have numbers, by place, with their names."""
    down, across = (
        [*names, *(rest_label(names, part, whole) for part, whole in each.parts)]
        for names, each in zip(labels, levels, strict=True)
    )
    found: Names = {}
    for k, (part, whole) in enumerate(levels[1].parts, start=len(labels[1])):
        for i in range(len(labels[0])):
            if {(i, part), (i, whole)} <= named.keys():
                found[i, k] = f"{down[i]} / {across[k]}"
    for k, (part, whole) in enumerate(levels[0].parts, start=len(labels[0])):
        for j in range(len(across)):
            if all((i, j) in named or (i, j) in found for i in (part, whole)):
                found[k, j] = f"{down[k]} / {across[j]}"
    return found


def sums_of(
    named: Mapping[Cell, str],
    labels: tuple[Sequence[str], Sequence[str]],
    levels: tuple[Levels, Levels],
) -> Iterator[tuple[Terms, str]]:
    """Every sum that comes to nought, all of whose cells have numbers, and what it is."""
    down, across = (len(names) for names in labels)
    for axis, rows, size in ((1, down, across), (0, across, down)):
        kind = ("column", "row")[axis]
        lines = [(line, f"the total of {kind}") for line in levels[axis].sums]
        lines += [
            ((part, size + k, whole), f"a part and its whole in {kind}")
            for k, (part, whole) in enumerate(levels[axis].parts)
        ]
        beside = labels[1 - axis]
        # what is below a rest of the rows follows from the sums of rows
        for other in range(rows + (len(levels[1].parts) if axis == 0 else 0)):
            for line, words in lines:
                cells = [(k, other) if axis == 0 else (other, k) for k in line]
                if all(cell in named for cell in cells):
                    terms = tuple(
                        (named[cell], Fraction(-1 if cell == cells[-1] else 1)) for cell in cells
                    )
                    where = f" “{beside[other]}”" if other < rows else ""
                    yield terms, words + where
