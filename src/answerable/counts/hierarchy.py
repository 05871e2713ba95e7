"""Totals of totals and subsets: districts within regions, under 16 of all, in any dimension.

What is part of what is said by label. Each total is the sum of its own parts alone, so that every
level is a line of the one table that is judged; so are a subset and the rest of its whole.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import Any

from answerable.counts.nesting import Nesting, check_parts
from answerable.counts.subsets import Pairs, with_rests
from answerable.counts.table import Table
from answerable.model import UnusableInputError

Sums = tuple[tuple[int, ...], ...]


def parts(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """What each label is part of, from the rows of a file: a header, then label and whole.

    Raises:
        UnusableInputError: a row has another form, or a label is part of two things.
    """
    found: dict[str, str] = {}
    for k, row in enumerate(rows[1:], start=2):
        if len(row) != 2 or not all(field.strip() for field in row):
            raise UnusableInputError(
                f"Row {k} of what is part of what needs two fields: a label, and what it is part of."
            )
        part, whole = (field.strip() for field in row)
        if found.setdefault(part, whole) != whole:
            raise UnusableInputError(f"“{part}” is part of “{found[part]}” and of “{whole}”.")
    return found


def parts_json(said: Any) -> dict[str, str]:
    """The same from JSON, ``{"Ayr": "South West", "South West": "Scotland"}``."""
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        raise UnusableInputError('“within” of a table is {"Ayr": "South West"}: part and whole.')
    return {str(part).strip(): whole.strip() for part, whole in said.items()}


def said_json(said: Any) -> tuple[str, ...]:
    """What is part of what from JSON: ``["Under 16 of Total", "North, South make up Region"]``."""
    if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
        raise UnusableInputError('“parts” of a table is a list of words: ["Under 16 of Total"].')
    return tuple(said)


def with_parts(table: Table, said: Sequence[Nesting]) -> Table:
    """The table with its totals of totals and its subsets; the last place is the total of all.

    Raises:
        RefusedInputError: so many parts are said that the table with all rests is too large.
        UnusableInputError: the last place is said to be part of another, two labels are the same,
            or a part is larger than its whole.
    """
    for axis, (names, each) in enumerate(zip(table.labels, said, strict=True)):
        check_parts(names, _along(table, axis), each)
    sums = tuple(
        _sums(names, each) if each.sums else ()
        for names, each in zip(table.labels, said, strict=True)
    )
    pairs = [_pairs(names, each) for names, each in zip(table.labels, said, strict=True)]
    return with_rests(replace(table, sums=sums), pairs)


def _sums(names: tuple[str, ...], said: Nesting) -> Sums:
    """The sums of one dimension as places; what is part of nothing is part of the last."""
    last, place = names[-1], _place(names)
    if whole := next((whole for members, whole in said.sums if last in members), ""):
        raise _stands_last(last, whole)
    sums = {(*(place[name] for name in members), place[whole]) for members, whole in said.sums}
    left = [k for k, name in enumerate(names[:-1]) if name not in said.below | said.apart]
    if left and last in said.loose:  # the file names some that it is of; it is of these as well
        (of_all,) = (each for each in sums if each[-1] == len(names) - 1)
        sums.remove(of_all)
        left = sorted([*left, *of_all[:-1]])
    if left:
        sums.add((*left, len(names) - 1))
    return tuple(sorted(sums))


def _pairs(names: tuple[str, ...], said: Nesting) -> Pairs:
    if not said.parts:
        return ()
    place = _place(names)
    if whole := next((whole for part, whole in said.parts if part == names[-1]), ""):
        raise _stands_last(names[-1], whole)
    return tuple((place[part], place[whole]) for part, whole in said.parts)


def _place(names: tuple[str, ...]) -> dict[str, int]:
    place = {name: k for k, name in enumerate(names)}
    if len(place) != len(names):
        raise UnusableInputError("Two labels are the same; tell them apart to say what is in what.")
    return place


def _along(table: Table, axis: int) -> list[list[int]]:
    """The counts along one dimension, line by line."""
    step, size = prod(table.shape[axis + 1 :]), table.shape[axis]
    starts = (k for k in range(len(table.values)) if k // step % size == 0)
    return [[table.values[k + i * step] for i in range(size)] for k in starts]


def _stands_last(last: str, whole: str) -> UnusableInputError:
    return UnusableInputError(
        f"“{last}” stands last and so is the total of all, but is said to be part of “{whole}”; "
        "put the total of everything last."
    )
