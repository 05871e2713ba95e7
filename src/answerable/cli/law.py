"""``answerable law``: to be written."""

import typer

app = typer.Typer(help="The law as data.")
