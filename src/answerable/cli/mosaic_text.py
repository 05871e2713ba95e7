"""The mosaic on a terminal: what it rests on, tables, the strip, what it supports."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from answerable.mosaic import Analysis, IfAnswered, Kind
from answerable.mosaic.picture import OPTION_HEAD, option_rows
from answerable.mosaic.strip import Strip
from answerable.mosaic.words import between, some_of, supports

_MOST = 40


def to_text(
    found: Analysis,
    picture: Strip,
    before: Analysis | None,
    options: tuple[IfAnswered, ...],
    me: str,
    consistent: IfAnswered | None,
    *,
    colour: bool,
) -> str:
    """The report in words and tables, 100 columns wide."""
    paper = io.StringIO()
    console = Console(
        file=paper,
        width=100,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
    )
    if found.contradiction:
        console.print(Text("A contradiction", style="bold"))
        console.print(found.contradiction.why)
        console.print(f"Bodies concerned: {some_of(found.contradiction.bodies)}.\n")
    else:
        console.print(_bodies(found))
    console.print(Text("\nWhat this rests on", style="bold"))
    for line in found.question.assumptions:
        console.print(f"- {line}")
    if options:
        console.print(Text(f"\nIf {me} answers …", style="bold"))
        console.print(_table(OPTION_HEAD, option_rows(options)))
    if picture.possible:
        console.print(
            Text(
                f"\nProbability that {picture.body} has cases, by total and share of always-NCND bodies",
                style="bold",
            )
        )
        console.print(_strip(picture))
    console.print(Text("\nWhat this does and does not support", style="bold"))
    for line in supports(found, before, options, me, consistent):
        console.print(f"- {line}")
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()) + "\n"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for each in head:
        table.add_column(each)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _bodies(found: Analysis) -> Table | str:
    assert found.chances is not None
    rows = list(zip(found.question.bodies, found.intervals, found.chances.bodies, strict=True))
    caption = ""
    if len(rows) > _MOST:
        rows.sort(key=lambda row: (row[0].answer.kind is Kind.COUNT, -row[2].p_has_cases))
        rows = rows[:_MOST]
        caption = f"The {_MOST} most exposed of {len(found.question.bodies):,}; --format json or html has all."
    table = _table(
        ("Body", "Answer", "Number (arithmetic)", "Probability of cases"),
        [
            (
                body.name,
                body.answer.said,
                between(*limits),
                _bar(chance.p_has_cases),
            )
            for body, limits, chance in rows
        ],
    )
    table.caption = caption or None
    return table


def _bar(p: float) -> str:
    return f"{p:.4f} " + "█" * round(p * 20)


def _strip(found: Strip) -> Table:
    head = ("Total", *(f"{share:.0%}" for share in found.shares))
    rows = [
        (str(total) if total else "none known", *("—" if p is None else f"{p:.3f}" for p in cells))
        for total, cells in found.rows
    ]
    return _table(head, [tuple(row) for row in rows])
