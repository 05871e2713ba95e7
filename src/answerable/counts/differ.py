"""Two releases together: what they say that neither says alone."""

import time
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from answerable.counts.bounds import Bounds, Interval, bounds
from answerable.counts.conflict import span
from answerable.counts.model import Fact, Relation, Release, System, Variable
from answerable.counts.totals import is_total
from answerable.model import UnusableInputError


class Later(StrEnum):
    """What the later release counts, where its labels are those of the earlier one."""

    SAME = "same"  # the same people, perhaps withheld otherwise
    PART = "part"  # some of them: under-16s of all, one office of two
    MORE = "more"  # the same and newcomers: a running total at a later date


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
    """The bounds from both, what narrowed, and everything that both say.

    ``compared``: the numbers that stand in both; ``apart``: those in one of them only.
    """

    old: Bounds
    new: Bounds
    together: Bounds
    narrowed: tuple[Narrowed, ...]
    joint: System
    compared: int = 0
    apart: tuple[int, int] = (0, 0)

    @property
    def matched(self) -> str:
        """How many numbers stand in both, in words."""
        many = "1 number is" if self.compared == 1 else f"{self.compared:,} numbers are"
        return (
            f"{many} in both releases; {self.apart[0]:,} in the earlier only, "
            f"{self.apart[1]:,} in the later only."
        )


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


def side_by_side(old: System, new: System, later: Later) -> tuple[System, System]:
    """Both with names of their own, the later one with the differences between the two.

    A difference is a count of people and so not below nought: the rest, or the newcomers.
    """
    before, after = _named(old, "earlier"), _named(new, "later")
    shared = {v.name for v in old.variables} & {v.name for v in new.variables}
    variables, relations = [], []
    for each in (v for v in new.variables if v.name in shared):
        gap = f"{each.name} ({'the rest' if later is Later.PART else 'newcomers'})"
        variables.append(Variable(gap, integer=each.integer))
        sign = Fraction(1 if later is Later.PART else -1)
        terms = (
            (gap, Fraction(1)),
            (f"{each.name} (earlier)", -sign),
            (f"{each.name} (later)", sign),
        )
        words = f"the difference between the two releases at {each.name} is a count"
        relations.append(Relation(terms, Fraction(0), Fraction(0), words))
    both = System((*before.variables, *after.variables, *variables), before.relations)
    return before, both.and_relations((*after.relations, *relations))


def _named(system: System, when: str) -> System:
    return System(
        tuple(replace(v, name=f"{v.name} ({when})") for v in system.variables),
        tuple(
            replace(r, terms=tuple((f"{name} ({when})", c) for name, c in r.terms))
            for r in system.relations
        ),
    )


def compare(
    old: System, new: System, *, later: Later = Later.SAME, seconds: float = 60.0
) -> Comparison:
    """Audit each alone and both together; for a part or a running total, the differences too.

    Labels are compared without regard to case, and a total is a total whatever it is called.

    Raises:
        UnusableInputError: the two have no number in common, so that nothing can be compared.
    """
    new = _in_the_words_of(old, new)
    first, second = ({v.name for v in s.variables if not v.derived} for s in (old, new))
    shared = len(first & second)
    if not shared:
        raise UnusableInputError(
            "Nothing was compared: no number of the later release has the labels of one of the "
            "earlier. Give both the same labels for rows and columns."
        )
    found = _compared(old, new, later, seconds)
    return replace(found, compared=shared, apart=(len(first) - shared, len(second) - shared))


def _in_the_words_of(old: System, new: System) -> System:
    """The later release with the names of the earlier one where they differ in form alone."""
    known: dict[str, str] = {}
    for each in old.variables:
        known.setdefault(_key(each.name), each.name)
    keys = [_key(each.name) for each in new.variables]
    used = {
        each.name: known.get(key, each.name) if keys.count(key) == 1 else each.name
        for each, key in zip(new.variables, keys, strict=True)
    }
    return System(
        tuple(replace(v, name=used[v.name]) for v in new.variables),
        tuple(
            replace(r, terms=tuple((used.get(name, name), c) for name, c in r.terms))
            for r in new.relations
        ),
    )


def _key(name: str) -> str:
    parts = (" ".join(part.casefold().split()) for part in name.split(" / "))
    return " / ".join("total" if is_total(part) else part for part in parts)


def _compared(old: System, new: System, later: Later, seconds: float) -> Comparison:
    if later is not Later.SAME:
        before, together = side_by_side(old, new, later)
        return _judged(before, _named(new, "later"), together, seconds)
    return _judged(old, new, merge(old, new), seconds)


def _judged(old: System, new: System, joint: System, seconds: float) -> Comparison:
    end = time.monotonic() + seconds
    first, second = bounds(old, seconds=seconds / 3), bounds(new, seconds=seconds / 3)
    both = bounds(joint, seconds=max(seconds / 3, end - time.monotonic()))
    narrowed = []
    for name, together in both.intervals.items():
        before, after = first.intervals.get(name), second.intervals.get(name)
        ends = (together.lo, together.hi)
        if all(each is None or (each.lo, each.hi) != ends for each in (before, after)):
            narrowed.append(Narrowed(name, before, after, together))
    return Comparison(first, second, both, tuple(narrowed), joint)
