"""``answerable tour``: the main job on a real letter, with nothing to configure.

Reads the seed letter, says what it shows and what is wrong with it, and writes side by side
the annotated letter and a right notice for the same request.
"""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import Format, plain_errors, write_whole
from answerable.model import UnusableInputError


def tour(
    into: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where to write the letter and the notice.")
    ] = Path("out"),
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Audit the seed letter and write a right notice for the same request beside it."""
    with plain_errors():
        import shutil
        import sys

        from answerable.audit.report import to_html, to_json, to_text
        from answerable.cli.tour_run import notice_files, seed_report, side_by_side

        _make(into)
        report = seed_report()
        terminal = sys.stdout.isatty()
        width = min(shutil.get_terminal_size().columns, 110) if terminal else 100
        if format_ is Format.TEXT:
            typer.echo(to_text([report], colour=terminal, width=width), nl=False)
        written = {"annotated-letter.html": to_html([report]).encode()}
        written |= notice_files()
        written["side-by-side.html"] = side_by_side(written).encode()
        for name, data in written.items():
            write_whole(into / name, data)
        if format_ is Format.JSON:
            told = json.loads(to_json([report])) | {
                "written": [str(into / name) for name in sorted(written)]
            }
            typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        typer.echo(f"Written to {into}/ (open side-by-side.html first):")
        for name in sorted(written):
            typer.echo(f"  {name}")


def _make(folder: Path) -> None:
    """Make the folder before the work is done, so that an impossible place costs nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise UnusableInputError(
            f"--into “{folder}” is a file; name a folder, or one that is still to be made."
        ) from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or "no such place can be"
        raise UnusableInputError(
            f"--into “{folder}” cannot be made ({why}); choose another place."
        ) from None
    if not os.access(folder, os.W_OK):
        raise UnusableInputError(f"--into “{folder}” cannot be written to; choose another place.")
