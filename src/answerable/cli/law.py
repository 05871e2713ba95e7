"""``answerable law``: a provision as the law's data has it, with sources; and the holidays."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from answerable.cli.edge import Format, emit, plain_errors
from answerable.cli.holidays import holidays
from answerable.cli.places import Apart


class _Group(typer.core.TyperGroup):
    """A group whose first word may be a provision: ``answerable law s31``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        words = list(_words(args))
        if "--help" not in args[:1] and not (words and words[0] in self.commands):
            args = ["show" if words else "list", *args]
        return super().parse_args(ctx, args)


def _words(args: list[str]) -> Iterator[str]:
    """The arguments that are neither options nor the values of options."""
    value = False
    for each in args:
        if value:
            value = False
        elif each.startswith("-"):
            value = each in ("--regime", "--format", "--on", "-o", "--output")
        else:
            yield each


app = typer.Typer(cls=_Group, help="The law as data: provisions (answerable law s31) and holidays.")
app.command("holidays", cls=Apart)(holidays)
_Which = Annotated[
    str, typer.Option("--regime", metavar="foia|eir|foisa|eisr", help="Whose section.")
]
_When = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help="As the law stood that day; without it, as it stands."
    ),
]
_How = Annotated[Format, typer.Option("--format", help="What it looks like.")]
_Where = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
]


@app.command("show", cls=Apart)
def show(
    cite: Annotated[
        list[str], typer.Argument(metavar="CITE", help="s31, reg 12(5)(e), FOISA s33.")
    ],
    regime: _Which = "",
    on: _When = None,
    format_: _How = Format.TEXT,
    output: _Where = None,
) -> None:
    """Show a provision: test, limbs, balance, what a notice must carry, mistakes, sources."""
    with plain_errors():
        from answerable.cli.due import day, regime_named
        from answerable.cli.law_page import as_json, gather, wanted

        at = day(on, "--on") if on else None
        found = wanted(" ".join(cite), regime_named(regime) if regime else None, at)
        page = gather(found, at)
        if format_ is Format.JSON:
            emit(json.dumps(as_json(page), ensure_ascii=False, indent=2), output)
            return
        from answerable.cli.law_text import to_text

        emit(to_text(page, **_paper(output)), output)


@app.command("list", cls=Apart)
def list_(
    regime: _Which = "",
    on: _When = None,
    format_: _How = Format.TEXT,
    output: _Where = None,
) -> None:
    """List every provision on record, as the law stands or stood."""
    with plain_errors():
        from answerable.cli.due import day, regime_named
        from answerable.law import exists, provisions
        from answerable.law.cites import parse_one

        only = regime_named(regime) if regime else None
        at = day(on, "--on") if on else None
        rows = [
            row
            for row in provisions()
            if only in (None, row.regime) and (at is None or exists(parse_one(row.cite), at))
        ]
        if format_ is Format.JSON:
            data = [{"cite": p.cite, "title": p.title, "status": p.status} for p in rows]
            emit(json.dumps(data, ensure_ascii=False, indent=2), output)
            return
        from answerable.cli.law_text import to_list

        emit(to_list(rows, **_paper(output)), output)


def _paper(output: Path | None) -> dict[str, Any]:
    """Colour and width: a terminal's, or plain and of a readable width."""
    import shutil
    import sys

    terminal = sys.stdout.isatty() and output is None
    return {
        "colour": terminal,
        "width": min(110, shutil.get_terminal_size().columns) if terminal else 100,
    }
