"""``answerable serve``: the site for real use."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import Format, plain_errors


def serve(
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", envvar="ANSWERABLE_DATA", help="The data folder."),
    ] = Path("answerable-data"),
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", help="The port to listen on.")] = 8000,
    threads: Annotated[int, typer.Option(min=1, max=64, help="Requests answered at once.")] = 8,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Send mail and chase in this process too.")
    ] = True,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Serve the site. The first start asks whose it is, or takes it from the environment."""
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data)
        from answerable.desk.serve.real import run_real

        say = partial(typer.echo, err=True) if format_ is Format.JSON else typer.echo
        if format_ is Format.JSON:
            address = f"http://{host}:{port}"
            ready = json.dumps({"public": f"{address}/", "staff": f"{address}/desk/"})
        else:
            ready = ""
        run_real(
            data, host, port, threads=threads, worker=worker, ask=_asker(), say=say, ready=ready
        )


def _asker() -> Callable[[str, bool], str] | None:
    import sys

    if not sys.stdin.isatty():
        return None

    def ask(words: str, secret: bool) -> str:
        return str(typer.prompt(words, hide_input=secret, confirmation_prompt=secret))

    return ask
