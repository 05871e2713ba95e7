"""Sums that nobody has declared and a reader may guess: one group that is others put together.

The plan is looked at once more with all of them held for certain. What then is known too closely
is told, so that no table is called safe that is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from answerable.counts.bounds import bounds
from answerable.counts.judge import with_given
from answerable.counts.model import Relation
from answerable.counts.nearest import protect_rounded
from answerable.counts.protect import Plan, Wishes, protect, range_asked
from answerable.counts.rules import Flag, Rule
from answerable.counts.runs import parts_of
from answerable.counts.table import Cell, Table
from answerable.counts.totals import sounds_like_one

_ENOUGH = 2  # lines with counts before unnamed neighbours that add up are more than chance


@dataclass(frozen=True, slots=True)
class Guess:
    """In dimension ``axis`` the place ``whole`` is ``parts`` put together, in every line."""

    axis: int
    whole: int
    parts: tuple[int, ...]

    def words(self, table: Table) -> str:
        """The guess, by its labels."""
        names = table.labels[self.axis]
        listed = " and ".join(f"“{names[k]}”" for k in self.parts)
        return f"“{names[self.whole]}” is everywhere the sum of {listed}"


def protected(table: Table, flags: Sequence[Flag], rule: Rule, wishes: Wishes) -> Plan:
    """``protect``, and the second look at what a reader may guess.

    Raises:
        UnusableInputError: as ``protect``.
    """
    make = protect_rounded if rule.rounds else protect
    plan = replace(make(table, flags, rule, wishes), rule=rule)
    return second_look(plan, rule, wishes)


def guesses(table: Table) -> list[Guess]:
    """Every sum of this kind that holds and is not declared; none where there are no labels."""
    if not table.labels:
        return []
    found = []
    for axis, names in enumerate(table.printed_labels):
        lines = list(_along(table, axis))
        total = len(names) - 1
        for k, name in enumerate(names[:total]):
            sounds = sounds_like_one(name)
            if sounds or sum(line[k] > 0 for line in lines) >= _ENOUGH:
                said = [{*line} for line in table.along(axis)]
                found += [
                    Guess(axis, k, parts)
                    for parts in parts_of(k, lines, total, anything=sounds)
                    if {*parts, k} not in said
                ]
    return found


def _along(table: Table, axis: int) -> Iterator[list[int]]:
    """The counts along a dimension, margins of the others left out: they follow."""
    value = dict(zip(table.cells(), table.values, strict=True))
    others = [range(1) if k == axis else range(n - 1) for k, n in enumerate(table.printed)]
    for place in product(*others):
        yield [value[_at(place, axis, i)] for i in range(table.printed[axis])]


def _at(place: Cell, axis: int, i: int) -> Cell:
    return (*place[:axis], i, *place[axis + 1 :])


def relations(table: Table, found: Sequence[Guess]) -> list[tuple[list[tuple[Cell, int]], str]]:
    """The guesses as sums of cells that come to nought, and their words."""
    sums = []
    for guess in found:
        others = [range(1) if k == guess.axis else range(n) for k, n in enumerate(table.printed)]
        for place in product(*others):
            terms = [(_at(place, guess.axis, j), 1) for j in guess.parts]
            terms.append((_at(place, guess.axis, guess.whole), -1))
            sums.append((terms, guess.words(table)))
    return sums


def second_look(plan: Plan, rule: Rule, wishes: Wishes) -> Plan:
    """The plan with what is not met once a reader guesses; its ranges stay those of the table."""
    found = guesses(plan.table)
    hidden, value = plan.withheld, dict(zip(plan.table.cells(), plan.table.values, strict=True))
    more = []
    for terms, words in relations(plan.table, found):
        if plan.rounded:
            every = tuple((plan.table.name(c), Fraction(sign)) for c, sign in terms)
            more.append(Relation(every, Fraction(0), Fraction(0), words))
            continue
        free = tuple((plan.table.name(c), Fraction(sign)) for c, sign in terms if c in hidden)
        if free:
            known = Fraction(-sum(sign * value[c] for c, sign in terms if c not in hidden))
            more.append(Relation(free, known, known, words))
    if not more:
        return plan
    system = plan.reader if plan.rounded else plan.table.published(hidden)
    only = None
    if plan.rounded:
        only = [plan.table.name(flag.cell) for flag in plan.primary]
    judged = bounds(system.and_relations(more), only=only, seconds=max(5.0, wishes.seconds / 3))
    judged = with_given(plan.table, [flag.cell for flag in plan.primary], judged)
    unmet = []
    for flag in plan.primary:
        name = plan.table.name(flag.cell)
        low, high = range_asked(value[flag.cell], flag, rule, wishes)
        was, now = plan.bounds.intervals[name], judged.intervals[name]
        short = (now.lo is not None and now.lo > low) or (now.hi is not None and now.hi < high)
        if short and (was.lo, was.hi) != (now.lo, now.hi):
            unmet.append(
                f"{plan.table.words(flag.cell)} is not hidden from a reader who guesses that "
                f"{found[0].words(plan.table) if len(found) == 1 else _all(plan.table, found)}."
            )
    return replace(plan, unmet=(*plan.unmet, *unmet))


def _all(table: Table, found: Sequence[Guess]) -> str:
    return "; ".join(guess.words(table) for guess in found[:4])


def told(table: Table) -> list[str]:
    """A sentence for each guess, for the officer who is to look at it."""
    return [
        f"{guess.words(table)}; a reader may guess that, and it was reckoned with. If it is a "
        "subtotal, leave it out: a total would count people twice."
        for guess in guesses(table)
    ]
