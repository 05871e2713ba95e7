"""``answerable restore``: a backup into an empty folder, compared digest by digest."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from answerable.cli.edge import FOUND, Format, plain_errors


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE.zip", help="A backup.")],
    data: Annotated[
        Path, typer.Option("--data", "--into", metavar="DIR", help="A new or empty data folder.")
    ],
    check: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Check events and files afterwards.")
    ] = True,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Restore a backup; every file is compared with what the backup says of itself."""
    with plain_errors():
        from answerable.desk.db.backup.restore import fill_database, unpack
        from answerable.desk.serve.settle import settle

        manifest = unpack(source, data)
        settle(data)
        fill_database(data, manifest)
        told: dict[str, Any] = {"data": str(data), "files": len(manifest.members)}
        words = [f"Restored into {data}: {len(manifest.members)} files, each compared."]
        holds = True
        if check:
            from answerable.cli.verify_text import as_data, lines
            from answerable.desk.db.backup.verify import verify

            verdict = verify(earlier=(manifest.events, manifest.head))
            words += lines(verdict)
            told["verified"] = as_data(verdict)
            holds = verdict.holds
        as_json = format_ is Format.JSON
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else "\n".join(words))
        raise typer.Exit(0 if holds else FOUND)
