"""The due date on a terminal: a sentence, a calendar of blocks, the days that do not count."""

import io

from rich.console import Console
from rich.text import Text

from answerable.clock import Due


def to_text(found: Due, *, colour: bool) -> str:
    """The answer in words; with ``colour`` the days are coloured blocks."""
    paper = io.StringIO()
    console = Console(
        file=paper, width=100, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(Text(f"Due {found.due:%A %-d %B %Y}", style="bold"))
    console.print(
        f"{found.clock.replace('_', ' ').capitalize()} under {found.regime.value}, counted from "
        f"{found.counted_from:%-d %B %Y}. Rests on {'; '.join(found.cites)}."
    )
    if found.workings:
        console.print()
        console.print(_blocks(found))
        console.print()
    for working in found.workings:
        if working.why and working.why not in ("Saturday", "Sunday"):
            console.print(f"  {working.date:%a %-d %B %Y} does not count: {working.why}")
    for note in found.notes:
        console.print(f"Note: {note}")
    console.print(Text(f"Bank holidays: edition {found.edition}.", style="dim"))
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"


def _blocks(found: Due) -> Text:
    """One block a day, a line a week: counted days by number, the rest by a sign."""
    text = Text("  Mon Tue Wed Thu Fri Sat Sun\n  ")
    first = found.workings[0].date
    text.append("    " * first.weekday())
    for working in found.workings:
        if working.date == found.due:
            text.append(f"{working.n:>3}", style="bold white on dark_green")
        elif working.counts:
            text.append(f"{working.n:>3}", style="black on pale_turquoise1")
        elif working.why in ("Saturday", "Sunday"):
            text.append("  ·", style="dim")
        else:
            text.append("  x", style="black on khaki1")
        text.append("\n  " if working.date.weekday() == 6 else " ")
    return text
