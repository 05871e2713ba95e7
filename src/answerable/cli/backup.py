"""``answerable backup``: the whole site in one zip."""

import json
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import Format, plain_errors


def backup(
    target: Annotated[
        Path | None, typer.Argument(metavar="FILE.zip", help="Where to write; named by the time.")
    ] = None,
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", envvar="ANSWERABLE_DATA", help="The data folder."),
    ] = Path("answerable-data"),
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Copy the database and every file into one zip, while the site runs."""
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data, must_exist=True)
        from django.utils import timezone

        from answerable.desk.db.backup.write import write_backup

        name = f"answerable-{timezone.localtime():%Y-%m-%d-%H%M%S}.zip"
        target = target or Path(name)
        made = write_backup(target)
        if format_ is Format.JSON:
            told = {"file": str(target), "events": made.events, "files": len(made.members),
                    "head": f"{made.events}:{made.head}"}  # fmt: skip
            typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        typer.echo(f"Written to {target}: {made.events} events, {len(made.members)} files.")
        typer.echo(f"Head of the chain, to be noted elsewhere: {made.events}:{made.head}")
