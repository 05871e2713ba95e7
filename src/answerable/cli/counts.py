"""``answerable counts``: what small numbers give away, and how to publish them safely."""

import typer

from answerable.cli import counts_bounds, counts_differ, counts_protect, counts_round
from answerable.cli.counts_edge import Plain
from answerable.cli.places import Apart

app = typer.Typer(
    cls=Plain,
    help="Counts: exact bounds, withholding that holds, controlled rounding, two releases together.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("bounds", cls=Apart)(counts_bounds.bounds)
app.command("protect", cls=Apart)(counts_protect.protect)
app.command("round", cls=Apart)(counts_round.round_)
app.command("differ", cls=Apart)(counts_differ.differ)
