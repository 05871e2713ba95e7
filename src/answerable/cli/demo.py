"""``answerable demo``: the whole site with a made-up authority, on this machine only."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import plain_errors


def demo(
    data: Annotated[
        Path, typer.Option(metavar="DIR", help="The data folder; made if it is not there.")
    ] = Path("answerable-data"),
    port: Annotated[
        int | None, typer.Option(metavar="N", help="The port; 8000 or the next free one.")
    ] = None,
) -> None:
    """Try the site: a made-up authority, its people and about sixty cases, at 127.0.0.1."""
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data, demo=True)
        from answerable.desk.demo.run import run_demo

        run_demo(data, port, say=typer.echo)
