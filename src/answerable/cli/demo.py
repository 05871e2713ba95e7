"""``answerable demo``: the whole site with a made-up authority, on this machine only."""

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import Format, plain_errors


def demo(
    data: Annotated[
        Path, typer.Option(metavar="DIR", help="The data folder; made if it is not there.")
    ] = Path("answerable-data"),
    port: Annotated[
        int | None, typer.Option(metavar="N", help="The port; 8000 or the next free one.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Try the site: a made-up authority, its people and about sixty cases, at 127.0.0.1."""
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data, demo=True)
        from answerable.desk.demo.run import run_demo, sign_ins, sign_ins_as_json

        if format_ is Format.JSON:
            run_demo(
                data, port, say=partial(typer.echo, err=True), tell=_told, shown=sign_ins_as_json
            )
        else:
            run_demo(data, port, say=typer.echo, tell=typer.echo, shown=sign_ins)


def _told(words: str) -> None:
    typer.echo(words)
    sys.stdout.flush()  # a program waits for it while the site goes on serving
