"""``answerable worker``: sending, chasing and fetching in a process of its own."""

import json
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import Format, plain_errors
from answerable.model import UnusableInputError


def worker(
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", envvar="ANSWERABLE_DATA", help="The data folder."),
    ] = Path("answerable-data"),
    once: Annotated[bool, typer.Option("--once", help="Call every job once and stop.")] = False,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Send what waits, chase what is late, fetch what came; beside serve --no-worker."""
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data, must_exist=True)
        from answerable.desk.asked_before.meaning.model import said_at_start
        from answerable.desk.db.claim import claim
        from answerable.desk.jobs import jobs, run_jobs, run_once
        from answerable.desk.serve.schema import waiting
        from answerable.desk.serve.web import until_stopped

        if off := said_at_start():
            typer.echo(off, err=True)
        claim()
        if waiting():
            raise UnusableInputError(
                "the database is of an older version; start answerable serve once, which brings "
                "it up to date."
            )
        if once:
            failed = [job.name for job in jobs() if not run_once(job)]
            words = "Failed: " + ", ".join(failed) if failed else "Every job ran."
            typer.echo(json.dumps({"failed": failed}) if format_ is Format.JSON else words)
            raise typer.Exit(1 if failed else 0)
        typer.echo("Working; stop with Ctrl-C.", err=True)
        until_stopped(lambda stop: run_jobs(stop, jobs()))
