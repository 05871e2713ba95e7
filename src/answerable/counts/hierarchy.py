"""Totals of totals: districts within regions within a country, in a table of any dimension.

What is part of what is said by label. Each total is the sum of its own parts alone, so that every
level is a line of the one table that is judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

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


def with_parts(table: Table, within: Mapping[str, str]) -> Table:
    """The table with its totals of totals; the last place of a dimension is the total of all.

    Raises:
        UnusableInputError: a label is in no dimension, or in two, or is part of itself.
    """
    left = dict(within)
    sums: list[Sums] = []
    for names in table.labels:
        inside = {part: whole for part, whole in within.items() if {part, whole} <= {*names}}
        for part in inside:
            if left.pop(part, None) is None:
                raise UnusableInputError(f"“{part}” is a label of two dimensions; tell them apart.")
        sums.append(_sums(names, inside) if inside else ())
    if left:
        part, whole = next(iter(left.items()))
        raise UnusableInputError(
            f"“{part}” is said to be part of “{whole}”, but no dimension has both labels."
        )
    return replace(table, sums=tuple(sums))


def _sums(names: tuple[str, ...], within: Mapping[str, str]) -> Sums:
    """The sums of one dimension as places; what is part of nothing is part of the last."""
    last = names[-1]
    if last in within:
        raise UnusableInputError(
            f"“{last}” stands last and so is the total of all, but is said to be part of "
            f"“{within[last]}”; put the total of everything last."
        )
    place = {name: k for k, name in enumerate(names)}
    if len(place) != len(names):
        raise UnusableInputError("Two labels are the same; tell them apart to say what is in what.")
    members: dict[str, list[int]] = {}
    for name in names[:-1]:
        members.setdefault(within.get(name, last), []).append(place[name])
        seen, above = {name}, within.get(name, last)
        while above != last:
            if above in seen:
                raise UnusableInputError(f"“{name}” is part of itself, by way of “{above}”.")
            seen.add(above)
            above = within.get(above, last)
    return tuple((*inside, place[whole]) for whole, inside in members.items())
