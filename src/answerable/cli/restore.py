"""``answerable restore``: a backup into an empty folder, compared digest by digest."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import FOUND, plain_errors


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE.zip", help="A backup.")],
    data: Annotated[
        Path, typer.Option("--data", "--into", metavar="DIR", help="A new or empty data folder.")
    ],
    check: Annotated[
        bool, typer.Option("--verify/--no-verify", help="Check events and files afterwards.")
    ] = True,
) -> None:
    """Restore a backup; every file is compared with what the backup says of itself."""
    with plain_errors():
        from answerable.desk.db.backup.restore import fill_database, unpack
        from answerable.desk.serve.settle import settle

        manifest = unpack(source, data)
        settle(data)
        fill_database(data, manifest)
        typer.echo(f"Restored into {data}: {len(manifest.members)} files, each compared.")
        if check:
            from answerable.cli.verify_text import lines
            from answerable.desk.db.backup.verify import verify

            verdict = verify(earlier=(manifest.events, manifest.head))
            typer.echo("\n".join(lines(verdict)))
            raise typer.Exit(0 if verdict.holds else FOUND)
