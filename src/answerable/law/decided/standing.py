"""Which decision of the collection a reference means, and whether it still stands."""

from functools import cache

import msgspec

from answerable.law import store
from answerable.law.decided.references import references
from answerable.law.records import Decision


class Overturned(msgspec.Struct, frozen=True):
    """What part of a decision no longer stands, by which decision, and words that speak of it."""

    id: str
    part: str
    by: str
    verified: str
    words: tuple[str, ...]


def by_key(key: str) -> Decision | None:
    """The decision with this reference, None if the collection has it not."""
    return _keys().get(key)


def overturned(decision: Decision) -> tuple[Overturned, Decision] | None:
    """What of ``decision`` was overturned and the decision that did it; None if it stands."""
    return _gone().get(decision.id)


@cache
def _keys() -> dict[str, Decision]:
    found: dict[str, Decision] = {}
    for each in store.decisions():
        for reference in references(each.citation):
            found.setdefault(reference.key, each)
    return found


@cache
def _gone() -> dict[str, tuple[Overturned, Decision]]:
    rows = msgspec.convert(store.table("overturned")["overturned"], type=tuple[Overturned, ...])
    by_id = {each.id: each for each in store.decisions()}
    return {row.id: (row, by_id[row.by]) for row in rows}
