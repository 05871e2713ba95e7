"""Counts as a page: each picture has its table beside it; no script, prints as it stands."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from answerable.counts.bounds import Bounds, Interval
from answerable.counts.controlled import Rounded
from answerable.counts.differ import Comparison
from answerable.counts.explain import in_range
from answerable.counts.leaves import leaves, plain
from answerable.counts.lines import LAW, naming, proven, three_lines
from answerable.counts.protect import Plan
from answerable.counts.table import Cell, Table


def bounds_html(found: Bounds, explanations: Sequence[str] = ()) -> str:
    """The intervals as bars beside their table, and why."""
    conflict = found.conflict if found.feasible is False else ()
    return _page(
        title="What a reader can tell",
        bars=_bars({name: (name, each) for name, each in found.intervals.items()}),
        sentences=explanations,
        lines=[("What the arithmetic proves", proven(found)), ("What the law asks", LAW)],
        conflict=conflict,
    )


def plan_html(plan: Plan, explanations: Sequence[str], *, publishable: bool = False) -> str:
    """The table as it may be published, the bars, a sentence for each cell withheld."""
    words = {plan.table.name(c): plan.table.words(c) for c in plan.kept}
    shown = plan.ready or not publishable
    firsts = set() if publishable else {flag.cell for flag in plan.primary}
    marks = {c: ("first" if c in firsts else "second", "[c]") for c in plan.withheld}
    return _page(
        title="A table that keeps its small numbers" if shown else "A table that is not ready",
        grids=_grids(plan.table, marks, plan.values) if shown else [],
        legend=shown and bool(firsts),
        bars=_bars({n: (words[n], each) for n, each in plan.bounds.intervals.items() if shown}),
        sentences=explanations,
        lines=three_lines(plan, publishable=publishable),
    )


def rounded_html(table: Table, found: Rounded) -> str:
    """The rounded table and what it still gives away."""
    marks = {
        c: ("", table.marks.get(c, f"{v:,}"))
        for c, v in zip(table.cells(), found.values, strict=True)
    }
    words = {table.name(c): table.words(c) for c in table.cells()}
    return _page(
        title=f"A table rounded to {found.base}",
        grids=_grids(table, marks),
        bars=_bars({n: (words[n], each) for n, each in found.bounds.intervals.items()}),
        lines=[
            ("What the arithmetic proves", proven(found.bounds, words=naming(table))),
            ("What the law asks", LAW),
        ],
    )


def differ_html(found: Comparison, explanations: Sequence[str] = ()) -> str:
    """What two releases together give away, and why."""
    known = {each.name: (each.name, each.together) for each in found.narrowed}
    return _page(
        title="What two releases say together that neither says alone",
        bars=_bars(known),
        sentences=explanations,
        lines=[
            ("What was compared", found.matched),
            ("What the arithmetic proves", proven(found.together)),
            ("What the law asks", LAW),
        ],
        conflict=found.together.conflict if found.together.feasible is False else (),
    )


def _bars(named: dict[str, tuple[str, Interval]]) -> list[dict[str, Any]]:
    """Bars on one scale; an open end runs to the edge."""
    ends = [float(e) for _, i in named.values() for e in (i.lo, i.hi) if e is not None]
    least, most = min([0.0, *ends]), max([1.0, *ends])
    scale = 100 / (most - least)
    bars = []
    for words, interval in named.values():
        left = 0.0 if interval.lo is None else (float(interval.lo) - least) * scale
        right = 100.0 if interval.hi is None else (float(interval.hi) - least) * scale
        bars.append({
            "words": words,
            "range": in_range(interval),
            "left": round(min(left, 98.5), 2),
            "width": round(max(right - left, 1.5), 2),
            "known": interval.disclosed,
            "open": interval.hi is None,
        })  # fmt: skip
    return bars


def _grids(
    table: Table, marks: dict[Cell, tuple[str, str]], values: Sequence[int] = ()
) -> list[dict[str, Any]]:
    text = plain(table, values)
    return [
        {
            "title": leaf.title,
            "across": leaf.across,
            "rows": [
                (name, [marks.get(cell, ("", text(cell))) for cell in cells])
                for name, cells in leaf.rows
            ],
        }
        for leaf in leaves(table)
    ]


def _page(**parts: Any) -> str:
    empty: dict[str, Any] = {
        "grids": [],
        "legend": False,
        "bars": [],
        "sentences": (),
        "conflict": (),
    }
    return _environment().get_template("counts.html.j2").render(**{**empty, **parts})


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("answerable.counts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
