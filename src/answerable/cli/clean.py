"""``answerable clean``: a copy that holds what the file shows, and nothing else."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import FOUND, Format, plain_errors, write_whole


def clean(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to copy.")],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="OUT", help="The copy; its ending is the format."),
    ],
    format_: Annotated[
        Format, typer.Option("--format", help="How to tell what stayed behind.")
    ] = Format.TEXT,
) -> None:
    """Write a copy with only what the file shows; nothing is written unless that is proved."""
    with plain_errors():
        from answerable.cli.copy_text import told
        from answerable.gate.changing import NotProvedError, clean_file

        try:
            made = clean_file(file, output)
        except NotProvedError as problem:
            typer.echo(f"answerable: {problem}", err=True)
            raise typer.Exit(FOUND) from None
        write_whole(output, made.data)
        typer.echo(told(file, output, made, format_ is Format.JSON))
