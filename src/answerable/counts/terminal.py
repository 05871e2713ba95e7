"""Tables of counts on a terminal, plain when piped."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid
from rich.text import Text

from answerable.counts.bounds import Bounds
from answerable.counts.controlled import Rounded
from answerable.counts.differ import Comparison
from answerable.counts.explain import in_range
from answerable.counts.leaves import leaves, plain
from answerable.counts.lines import naming, proven, three_lines
from answerable.counts.protect import Plan
from answerable.counts.table import Table


def bounds_text(found: Bounds, explanations: Sequence[str] = (), *, colour: bool) -> str:
    """The intervals as a table and why, or what conflicts."""
    paper, console = _paper(colour)
    if found.feasible is False:
        console.print(Text("These statements cannot all be true:", style="bold"))
        for each in found.conflict:
            console.print(Text(f"  {each}"))
        return paper.getvalue()
    if found.feasible is None:
        console.print("Time ran out before a consistent set of values was found.")
    grid = Grid("Number", "A reader can tell that it is", box=None)
    for name, interval in found.intervals.items():
        style = "bold red" if interval.disclosed else ""
        grid.add_row(Text(name), Text(in_range(interval), style=style))
    console.print(grid)
    _listed(console, explanations)
    console.print(Text(_sentence(proven(found))))
    return _trim(paper)


def plan_text(
    plan: Plan, explanations: Sequence[str], *, colour: bool, publishable: bool = False
) -> str:
    """The table as it may be published, with what was withheld and why."""
    paper, console = _paper(colour)
    firsts = set() if publishable else {flag.cell for flag in plan.primary}
    if plan.ready or not publishable:
        marks = {
            cell: Text("[c]", style="bold red" if cell in firsts else "bold yellow")
            for cell in plan.withheld
        }
        _grids(console, plan.table, marks, plan.values)
    _listed(console, explanations)
    for title, words in three_lines(plan, publishable=publishable):
        console.print(Text(f"{title}: ", style="bold") + Text(_sentence(words), style="not bold"))
    return _trim(paper)


def rounded_text(table: Table, found: Rounded, *, colour: bool) -> str:
    """The rounded table and what it still gives away."""
    paper, console = _paper(colour)
    shown = {
        c: Text(table.marks.get(c, f"{v:,}"))
        for c, v in zip(table.cells(), found.values, strict=True)
    }
    _grids(console, table, shown)
    console.print(f"All totals add up; the changes come to {found.distance} in all.")
    console.print(Text(_sentence(proven(found.bounds, words=naming(table)))))
    return _trim(paper)


def differ_text(found: Comparison, explanations: Sequence[str] = (), *, colour: bool) -> str:
    """What is known more closely from both releases, and why."""
    paper, console = _paper(colour)
    if found.together.feasible is False:
        return bounds_text(found.together, colour=colour)
    console.print(found.matched)
    if not found.narrowed:
        console.print("Of these the two together say nothing that neither says alone.")
    else:
        grid = Grid("Number", "From the earlier", "From the later", "From both", box=None)
        for each in found.narrowed:
            style = "bold red" if each.disclosed else ""
            alone = [Text("-" if i is None else in_range(i)) for i in (each.old, each.new)]
            grid.add_row(Text(each.name), *alone, Text(in_range(each.together), style=style))
        console.print(grid)
        _listed(console, explanations)
    return _trim(paper)


def _listed(console: Console, sentences: Sequence[str]) -> None:
    for sentence in sentences:
        console.print(Text(f"- {sentence}"))
    console.print()


def _grids(
    console: Console,
    table: Table,
    shown: dict[tuple[int, ...], Text],
    values: Sequence[int] = (),
) -> None:
    """The leaves of a table, each with its title."""
    text = plain(table, values)
    for leaf in leaves(table):
        grid = Grid("", *map(escape, leaf.across), box=None)
        for name, cells in leaf.rows:
            grid.add_row(Text(name), *(shown.get(cell, Text(text(cell))) for cell in cells))
        if leaf.title:
            console.print(Text(leaf.title, style="bold"))
        console.print(grid)


def _paper(colour: bool) -> tuple[io.StringIO, Console]:
    paper = io.StringIO()
    return paper, Console(
        file=paper, width=100, force_terminal=colour, no_color=not colour, highlight=False
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _trim(paper: io.StringIO) -> str:
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"
