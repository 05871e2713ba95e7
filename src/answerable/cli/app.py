"""The command ``answerable``. Commands import what they need when they run, to start fast."""

import typer

from answerable import __version__
from answerable.cli import (
    audit,
    backup,
    batch,
    clean,
    counts,
    demo,
    draft,
    due,
    duplicates,
    index,
    inspect,
    law,
    manage,
    mosaic,
    notices,
    questions,
    receipt,
    redact,
    restore,
    serve,
    similar,
    tour,
    verify,
    worker,
)
from answerable.cli.places import Apart
from answerable.cli.usage import PlainUsage

app = typer.Typer(
    name="answerable",
    help="From a request for information to a lawful, consistent and safe answer.",
    cls=PlainUsage,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("audit", cls=Apart)(audit.audit)
app.command("questions", cls=Apart)(questions.questions)
app.command("due", cls=Apart)(due.due)
app.command("draft", cls=Apart)(draft.draft)
app.command("mosaic", cls=Apart)(mosaic.mosaic)
app.command("inspect", cls=Apart)(inspect.inspect)
app.command("clean", cls=Apart)(clean.clean)
app.command("redact", cls=Apart)(redact.redact)
app.command("index", cls=Apart)(index.index)
app.command("similar", cls=Apart)(similar.similar)
app.command("duplicates", cls=Apart)(duplicates.duplicates)
app.command("notices", cls=Apart)(notices.notices)
app.command("tour", cls=Apart)(tour.tour)
app.command("demo", cls=Apart)(demo.demo)
app.command("serve", cls=Apart)(serve.serve)
app.command("worker", cls=Apart)(worker.worker)
app.command("backup", cls=Apart)(backup.backup)
app.command("restore", cls=Apart)(restore.restore)
app.command("verify", cls=Apart)(verify.verify)
_PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
app.command("manage", cls=Apart, context_settings=_PASSED_ON)(manage.manage)
app.add_typer(law.app, name="law")
app.add_typer(counts.app, name="counts")
app.add_typer(receipt.app, name="receipt")
app.add_typer(batch.app, name="batch")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"answerable {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the command line."""
    app()
