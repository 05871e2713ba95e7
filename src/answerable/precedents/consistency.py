"""The same question answered differently before: by us, or by others in a round robin.

Evidence shown to a person, both ways (more open than now, and less), never a decision. A
repeat of one's own earlier answer may matter to FOIA s.14(2) and FOISA s.14(2); whether it
does is for a person, who knows who asked and what has changed since.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.precedents.entry import Entry
from answerable.precedents.outcomes import kind_of_outcome, openness
from answerable.precedents.similar import Similar

Way = Literal["more open", "less open", "another way", "the same"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier answer beside the one now meant.

    ``way``: whether the earlier answer gave more or less than is meant now; ``ours``: whether
    we gave it; ``days``: from that letter to the day of this one, None where not known.
    """

    entry: Entry
    way: Way
    ours: bool
    days: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Consistency:
    """Earlier answers to the same question: ours and others', and the repeats of our own."""

    ours: tuple[Earlier, ...]
    others: tuple[Earlier, ...]
    unknown: tuple[Entry, ...]  # the same question, but the log does not say how it was answered

    @property
    def differing(self) -> tuple[Earlier, ...]:
        """Those that were answered otherwise, ours first."""
        return tuple(each for each in (*self.ours, *self.others) if each.way != "the same")


def consistency(
    found: Iterable[Similar], meant: str, us: str, on: date | None = None
) -> Consistency:
    """Earlier answers among near duplicates, beside the outcome ``meant`` for this one.

    ``meant`` is an outcome in any of the words that logs use ("refused", "Full disclosure",
    "ncnd"); ``us`` our own name as logs have it (an entry without a body is ours too); ``on``
    the day of this request. Letters that only share words are left out: theirs may be another
    question.
    """
    ours: list[Earlier] = []
    others: list[Earlier] = []
    unknown: list[Entry] = []
    for each in found:
        if each.why != "near duplicate":
            continue
        if not kind_of_outcome(each.entry.outcome):
            unknown.append(each.entry)
            continue
        own = not each.entry.body or each.entry.body.casefold() == us.casefold()
        (ours if own else others).append(_earlier(each.entry, meant, own, on))
    newest = sorted(ours, key=lambda e: e.entry.date, reverse=True)
    return Consistency(tuple(newest), tuple(others), tuple(unknown))


def _earlier(entry: Entry, meant: str, ours: bool, on: date | None) -> Earlier:
    way = _way(entry.outcome, meant)
    who = "We" if ours else entry.body
    when = f" on {entry.date}" if entry.date else ""
    than = {
        "more open": "which gave more than is meant now",
        "less open": "which gave less than is meant now",
        "another way": "which is not what is meant now",
        "the same": "as is meant now",
    }[way]
    sentence = f"{who} answered {entry.id}{when}: {entry.outcome}, {than}."
    return Earlier(entry, way, ours, _days(entry.date, on), sentence)


def _way(then: str, now: str) -> Way:
    before, after = kind_of_outcome(then), kind_of_outcome(now)
    if before == after:
        return "the same"
    one, other = openness(before), openness(after)
    if one is None or other is None or one == other:
        return "another way"
    return "more open" if one > other else "less open"


def _days(then: str, on: date | None) -> int | None:
    if on is None or not then:
        return None
    return (on - date.fromisoformat(then)).days
