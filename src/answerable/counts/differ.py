"""Two releases together: what they say that neither says alone."""

import time
from dataclasses import dataclass

from answerable.counts.bounds import Bounds, Interval, bounds
from answerable.counts.conflict import span
from answerable.counts.model import Fact, Release, System


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A variable that is known more closely from both (None: not in that release)."""

    name: str
    old: Interval | None
    new: Interval | None
    together: Interval

    @property
    def disclosed(self) -> bool:
        """Whether only both together leave one value."""
        alone = any(each is not None and each.disclosed for each in (self.old, self.new))
        return self.together.disclosed and not alone


@dataclass(frozen=True, slots=True)
class Comparison:
    """The bounds from both, and what narrowed."""

    old: Bounds
    new: Bounds
    together: Bounds
    narrowed: tuple[Narrowed, ...]


def merge(old: System, new: System) -> System:
    """One system of both; variables of one name are one count, and both ranges hold."""
    known = {variable.name for variable in old.variables}
    merged = System(
        (*old.variables, *(v for v in new.variables if v.name not in known)), old.relations
    )
    facts = tuple(
        Fact(v.name, v.lo, v.hi, f"the later release says that {v.name} is {span(v.lo, v.hi)}")
        for v in new.variables
        if v.name in known
    )
    return merged.and_release(Release("the later release", facts, new.relations))


def compare(old: System, new: System, *, seconds: float = 60.0) -> Comparison:
    """Audit each alone and both together."""
    end = time.monotonic() + seconds
    first, second = bounds(old, seconds=seconds / 3), bounds(new, seconds=seconds / 3)
    both = bounds(merge(old, new), seconds=max(seconds / 3, end - time.monotonic()))
    narrowed = []
    for name, together in both.intervals.items():
        before, after = first.intervals.get(name), second.intervals.get(name)
        ends = (together.lo, together.hi)
        if all(each is None or (each.lo, each.hi) != ends for each in (before, after)):
            narrowed.append(Narrowed(name, before, after, together))
    return Comparison(first, second, both, tuple(narrowed))
