"""From requests to figures that give no single one away. Pure: no database, no clock.

The table is fixed beforehand. A count from 1 to 4 is shown as fewer than 5, and the core's
suppression withholds as many others as it takes that no reader can work it out from the totals. An
answer that neither confirms nor denies counts as refused: how many there were says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.counts.protect import Wishes, protect
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table, with_margins
from answerable.law.cites import parse_one

RULE = "fewer-than-5"
FEW, HIDDEN = "few", "hidden"  # marks in place of a number
ROWS = ("full", "part", "refused", "not_held", "ended", "open")
COLUMNS = ("in_time", "late", "none")
_ANSWERED = {"full", "part", "refused", "not_held"}
_GROUPS = {
    "full": "full",
    "partial": "part",
    "refused": "refused",
    "ncnd": "refused",
    "cost_limit": "refused",
    "vexatious": "refused",
    "repeated": "refused",
    "already_accessible": "refused",
    "future_publication": "refused",
    "not_held": "not_held",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the figures see it. ``in_time`` None: no answer was owed, or none is out yet."""

    outcome: str  # of ``cases.models.OUTCOMES``, empty if there is none yet
    in_time: bool | None
    finished: bool
    provisions: tuple[str, ...] = ()


def figures(asked: Sequence[Asked], reviews: int) -> dict[str, Any]:
    """Everything published about a quarter: ``few`` and ``hidden`` stand in place of numbers."""
    below = rule_named(RULE).below
    if 0 < len(asked) < below:
        return {"received": FEW, "table": None, "sections": [], "reviews": few(reviews, below)}
    shown = _shown(_table(asked))
    told = all(isinstance(shown[row][-1], int) for row in ("part", "refused"))
    return {
        "received": len(asked),
        "table": shown,
        # A count of requests by section bounds the refused; so it goes where those are hidden.
        "sections": _sections(asked, below) if told else [],
        "reviews": few(reviews, below),
    }


def few(count: int, below: int) -> int | str:
    """A count, or the mark for a small one."""
    return FEW if 0 < count < below else count


def _table(asked: Iterable[Asked]) -> Table:
    counts = Counter(_cell(each) for each in asked)
    inner = [counts[row, column] for row in ROWS for column in COLUMNS]
    table = with_margins((len(ROWS), len(COLUMNS)), inner, (ROWS, COLUMNS))
    nothing = frozenset(
        (i, j)
        for i, row in enumerate(ROWS)
        for j, column in enumerate(COLUMNS)
        if (row in _ANSWERED) == (column == "none")
    )
    return replace(table, impossible=nothing)


def _cell(each: Asked) -> tuple[str, str]:
    group = _GROUPS.get(each.outcome)
    if group is None or each.in_time is None:
        return ("ended" if each.finished else "open"), "none"
    return group, "in_time" if each.in_time else "late"


def _shown(table: Table) -> dict[str, list[int | str]]:
    """Each row with its columns and total, and a row of totals, as they are published."""
    rule = rule_named(RULE)
    flags = primary(table, rule)
    plan = protect(table, flags, rule, Wishes())
    first = {flag.cell for flag in flags}
    cells = dict(zip(table.cells(), table.values, strict=True))
    last = table.grand_total
    shown: dict[str, list[int | str]] = {}
    for i, row in enumerate((*ROWS, "total")):
        shown[row] = []
        for j in range(len(COLUMNS) + 1):
            small = FEW if (i, j) in first else HIDDEN
            # Where nothing but the grand total can be told safely, nothing else is told.
            hide = (i, j) in plan.withheld or (bool(plan.unmet) and (i, j) != last)
            shown[row].append(small if hide else cells[i, j])
    return shown


def _sections(asked: Iterable[Asked], below: int) -> list[tuple[str, int | str]]:
    """In how many requests each section was relied on, without its limbs: those would tell."""
    counts: Counter[str] = Counter()
    for each in asked:
        counts.update({str(parse_one(cite).whole) for cite in each.provisions if _is_cite(cite)})
    return [(section, few(counts[section], below)) for section in sorted(counts)]


def _is_cite(cite: str) -> bool:
    try:
        parse_one(cite)
    except ValueError:
        return False
    return True
