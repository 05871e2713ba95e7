"""``answerable tour``: the main job on a real letter, with nothing to configure.

Reads the seed letter, says what it shows and what is wrong with it, and writes side by side
the annotated letter and a right notice for the same request.
"""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import plain_errors, write_whole


def tour(
    into: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where to write the letter and the notice.")
    ] = Path("out"),
) -> None:
    """Audit the seed letter and write a right notice for the same request beside it."""
    with plain_errors():
        import shutil
        import sys

        from answerable.audit.report import to_html, to_text
        from answerable.cli.tour_run import notice_files, seed_report, side_by_side

        report = seed_report()
        terminal = sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, 110) if terminal else 100
        typer.echo(to_text([report], colour=terminal, width=width), nl=False)
        into.mkdir(parents=True, exist_ok=True)
        written = {"annotated-letter.html": to_html([report]).encode()}
        written |= notice_files()
        written["side-by-side.html"] = side_by_side(written).encode()
        for name, data in written.items():
            write_whole(into / name, data)
        typer.echo(f"Written to {into}/ (open side-by-side.html first):")
        for name in sorted(written):
            typer.echo(f"  {name}")
