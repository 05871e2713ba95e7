"""``answerable verify``: is everything as it was written?"""

import json
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import FOUND, Format, emit, plain_errors
from answerable.model import UnusableInputError


def verify(
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", envvar="ANSWERABLE_DATA", help="The data folder."),
    ] = Path("answerable-data"),
    head: Annotated[
        str, typer.Option(metavar="N:DIGEST", help="A head noted before; it must still be there.")
    ] = "",
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Check the chain of events and every file; exit status 1 if something was changed."""
    with plain_errors():
        earlier = _noted(head)
        from answerable.desk.serve.settle import settle

        settle(data, must_exist=True)
        from answerable.cli.verify_text import as_data, lines
        from answerable.desk.db.backup.verify import verify

        verdict = verify(earlier=earlier)
        if format_ is Format.JSON:
            emit(json.dumps(as_data(verdict), indent=2), output)
        else:
            emit("\n".join(lines(verdict)), output)
        raise typer.Exit(0 if verdict.holds else FOUND)


def _noted(head: str) -> tuple[int, str] | None:
    if not head:
        return None
    number, _, digest = head.partition(":")
    if not number.isdigit() or not digest:
        raise UnusableInputError(f"--head {head} cannot be read; write it as backup prints it.")
    return int(number), digest
