"""``answerable redact``: a copy without the terms or regions that are withheld."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.edge import FOUND, Format, plain_errors, write_whole


def redact(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, Word document or picture.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="The copy.")],
    terms: Annotated[
        Path | None,
        typer.Option(metavar="TERMS.txt", help="A term a line; after a tab, its provision."),
    ] = None,
    regions: Annotated[
        Path | None,
        typer.Option(metavar="R.json", help="Areas of pages or pictures, with provisions."),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="How to tell what was withheld.")
    ] = Format.TEXT,
) -> None:
    """Take terms or regions out of every layer of a file, and say what was withheld."""
    with plain_errors():
        from answerable.cli.copy_text import told
        from answerable.gate.changing import NotProvedError, redact_file
        from answerable.gate.redacting.wanted import Term, read_regions, read_terms
        from answerable.model import UnusableInputError

        if terms is None and regions is None:
            raise UnusableInputError("Say what to withhold: --terms TERMS.txt or --regions R.json.")
        wanted = read_terms(_text(terms)) if terms else []
        areas = read_regions(_text(regions)) if regions else []
        if any(Term(text).pattern.search(_spaced(output.name)) for text, _ in wanted):
            raise UnusableInputError(
                "The name of the copy holds one of the terms; choose another name."
            )
        try:
            made = redact_file(file, output, wanted, areas)
        except NotProvedError as problem:
            typer.echo(f"answerable: {problem}", err=True)
            raise typer.Exit(FOUND) from None
        write_whole(output, made.data)
        typer.echo(told(file, output, made, format_ is Format.JSON))


def _spaced(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").replace(".", " ")


def _text(path: Path) -> str:
    from answerable.model import UnusableInputError

    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnusableInputError(
            f"“{path}” cannot be read as text; check its name and save it as UTF-8."
        ) from None
