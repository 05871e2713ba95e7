"""``answerable manage``: Django's own commands, for administrators who know them."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import plain_errors


def manage(
    context: typer.Context,
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", envvar="ANSWERABLE_DATA", help="The data folder."),
    ] = Path("answerable-data"),
) -> None:
    """Run one of Django's commands on a site: answerable manage --data DIR check.

    Every other option is that command's own.
    """
    with plain_errors():
        from answerable.desk.serve.settle import settle

        settle(data)
        from django.core.management import execute_from_command_line

        execute_from_command_line(["answerable manage", *(context.args or ["help"])])
