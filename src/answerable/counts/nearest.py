"""Every count that is shown rounded to the nearest multiple, where a rule asks for that besides.

Totals are rounded by themselves, so they need not add up; a reader who knows the method knows a
range of each number shown. With these ranges fewer cells need to be withheld, often none but those
that are unsafe by themselves. What is chosen is audited over the ranges.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from answerable.counts.bounds import Bounds, bounds
from answerable.counts.judge import met
from answerable.counts.model import Fact, Relation, System, Variable
from answerable.counts.protect import Plan, Wishes, protect, range_asked
from answerable.counts.rules import Flag, Rule
from answerable.counts.table import Cell, Table

_WORK = 30_000  # cells audited, over all tries: unlike seconds, the same on every machine


def rounded(value: int, base: int) -> int:
    """The nearest multiple; a half goes up. Nought stays nought."""
    return (2 * value + base) // (2 * base) * base


def span_of(shown: int, base: int, least: int) -> tuple[int, int]:
    """From and to, of what is shown: nought is nought, and nothing below ``least`` is shown."""
    if not shown:
        return 0, 0
    low, high = shown - base // 2, shown + (base - 1) // 2
    return (max(low, least) if high >= least else low), high


def reader(table: Table, withheld: Iterable[Cell], base: int, least: int) -> System:
    """What a reader knows who sees the rounded table and knows how it was made."""
    hidden, cells = {*withheld}, table.cells()
    facts = []
    for cell, value in zip(cells, table.values, strict=True):
        if cell in hidden or table.is_rest(cell):
            continue
        shown = rounded(value, base)
        low, high = span_of(shown, base, least)
        words = f"shown as {shown:,}, rounded to {base}" if shown else "shown as 0"
        facts.append(Fact(table.name(cell), Fraction(low), Fraction(high), words))
    relations = tuple(
        Relation(
            tuple((table.name(cells[i]), Fraction(-1 if i == line[-1] else 1)) for i in line),
            Fraction(0),
            Fraction(0),
        )
        for line in table.lines()
    )
    return System(tuple(Variable(table.name(c)) for c in cells), relations).and_facts(facts)


def audited(plan: Plan, seconds: float, only: Iterable[Cell] = ()) -> Bounds:
    """The ranges of ``only`` these; without, of what is withheld and of all rests.

    Of all, as which rests are unsafe must not be told by the list of them.
    """
    cells = [*only] or plan.kept
    return bounds(plan.reader, only=map(plan.table.name, cells), seconds=seconds)


def protect_rounded(table: Table, flags: Sequence[Flag], rule: Rule, wishes: Wishes) -> Plan:
    """The unsafe cells withheld, the rest rounded, and further cells only where that is not enough.

    Raises:
        UnusableInputError: as ``protect``.
    """
    nothing = Bounds(True, {}, {})
    plan = Plan(table, tuple(flags), (), 0, 0, nothing, rounded=rule.rounds, least=rule.below)
    plan = replace(plan, bounds=audited(plan, wishes.seconds))
    if not wishes.insiders and not _short(plan, rule, wishes):
        return plan
    # What is safe beside exact numbers is safe beside rounded ones: those say less.
    exact = protect(table, flags, rule, wishes)
    plan = _with(replace(plan, secondary=exact.secondary), exact.secondary, wishes)
    if not wishes.insiders:
        plan = _fewer(plan, rule, wishes)
    return replace(plan, unmet=tuple(_short(plan, rule, wishes)))


def _fewer(plan: Plan, rule: Rule, wishes: Wishes) -> Plan:
    """Without the further cells that rounding makes needless: many at once, the dearest first."""
    value = dict(zip(plan.table.cells(), plan.table.values, strict=True))
    unsafe = [flag.cell for flag in plan.primary]
    most, tries = len(_short(plan, rule, wishes)), max(8, _WORK // len(value))
    left = sorted(plan.secondary, key=lambda cell: (-value[cell], cell))
    size = max(1, len(left) // 2)
    while size and tries > 0:  # what is left at the end is safe, if dearer
        start = 0
        while start < len(left) and tries > 0:
            tries -= 1
            fewer = left[:start] + left[start + size :]
            if len(_short(_with(plan, tuple(fewer), wishes, unsafe), rule, wishes)) <= most:
                left = fewer
            else:
                start += size
        size //= 2
    return _with(plan, tuple(sorted(left)), wishes)


def _with(
    plan: Plan, secondary: tuple[Cell, ...], wishes: Wishes, only: Iterable[Cell] = ()
) -> Plan:
    value = dict(zip(plan.table.cells(), plan.table.values, strict=True))
    cost = sum(1 if wishes.cost == "count" else value[cell] for cell in secondary)
    plan = replace(plan, secondary=secondary, cost=cost)
    return replace(plan, bounds=audited(plan, wishes.seconds, only))


def _short(plan: Plan, rule: Rule, wishes: Wishes) -> list[str]:
    """What is told more closely than the rule allows, over the rounded ranges."""
    value = dict(zip(plan.table.cells(), plan.table.values, strict=True))
    found = []
    for flag in plan.primary:
        low, high = range_asked(value[flag.cell], flag, rule, wishes)
        known = plan.bounds.intervals[plan.table.name(flag.cell)]
        if not (known.attained and met(known, high, True) and met(known, low, False)):
            found.append(
                f"{plan.table.words(flag.cell)} is not hidden as the rule asks: from the rounded "
                f"table a reader can tell that it is {known.in_words()}."
            )
    return found
