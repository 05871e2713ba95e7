"""``answerable law``: a provision as the law's data has it, with sources."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from answerable.cli.edge import Format, emit, plain_errors
from answerable.cli.holidays import holidays


class _Group(typer.core.TyperGroup):
    """A group whose first word may be a provision: ``answerable law s31``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["show", *args]
        elif not args or (args[0].startswith("-") and args[0] != "--help"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=_Group, help="The law as data: provisions (answerable law s31) and holidays.")
app.command("holidays")(holidays)


@app.command("show")
def show(
    cite: Annotated[
        list[str], typer.Argument(metavar="CITE", help="s31, reg 12(5)(e), FOISA s.33.")
    ],
    regime: Annotated[str, typer.Option(metavar="foia|eir|foisa|eisr", help="Whose section.")] = "",
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Show a provision: test, limbs, balance, what a notice must carry, mistakes, sources."""
    with plain_errors():
        from answerable.cli.due import regime_named
        from answerable.cli.law_page import as_json, page, wanted

        found = wanted(" ".join(cite), regime_named(regime) if regime else None)
        text = json.dumps(as_json(found), ensure_ascii=False, indent=2)
        emit(text if format_ is Format.JSON else page(found), output)


@app.command("list")
def list_(
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """List every provision on record."""
    with plain_errors():
        from answerable.law import provisions

        rows = [{"cite": p.cite, "title": p.title, "status": p.status} for p in provisions()]
        text = "\n".join(f"{row['cite']:<24} {row['title']}" for row in rows)
        emit(
            json.dumps(rows, ensure_ascii=False, indent=2) if format_ is Format.JSON else text,
            output,
        )
