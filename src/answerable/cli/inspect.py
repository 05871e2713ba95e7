"""``answerable inspect``: what files carry that nobody meant to release."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import FOUND, REFUSED, UNUSABLE, FailOn, emit, plain_errors

if TYPE_CHECKING:
    from answerable.gate import FileReport


class InspectFormat(StrEnum):
    """What the report looks like."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Reveal(StrEnum):
    """How much of what is hidden the report shows."""

    NONE = "none"
    SAMPLE = "sample"
    FULL = "full"


def inspect(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files, folders of them, or - .")
    ],
    reveal: Annotated[
        Reveal, typer.Option(help="How much of what is hidden to show.")
    ] = Reveal.SAMPLE,
    format_: Annotated[
        InspectFormat, typer.Option("--format", help="What the report looks like.")
    ] = InspectFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which severity on the exit status is 1.")
    ] = FailOn.HIGH,
) -> None:
    """Look into files for what nobody meant to release, and hold what cannot be seen."""
    with plain_errors():
        from answerable.gate import report

        found = _walked(paths)
        reports = [
            _one(path, reveal.value, number, len(found)) for number, path in enumerate(found, 1)
        ]
        body = {"json": report.to_json, "html": report.to_html, "text": report.to_text}[
            format_.value
        ](reports)
        emit(body, output)
        unusable = [one for one in reports if one.error and one.verdict != "refuse"]
        refused = [one for one in reports if one.verdict == "refuse"]
        if len(unusable) == len(reports):
            raise typer.Exit(UNUSABLE)
        if any(fail_on.reached_by(one.worst) for one in reports):
            raise typer.Exit(FOUND)
        if refused and fail_on is not FailOn.NEVER:
            raise typer.Exit(REFUSED)


def _walked(paths: list[str]) -> list[str]:
    found: list[str] = []
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found += sorted(str(one) for one in Path(path).rglob("*") if one.is_file())
        else:
            found.append(path)
    return found


def _one(path: str, reveal: str, number: int, of: int) -> "FileReport":
    import sys

    from answerable.gate import FileReport, inspect_bytes, inspect_file
    from answerable.model import UnusableInputError

    if of > 1:
        typer.echo(f"{number} of {of}: {path}", err=True)
    try:
        if path == "-":
            return inspect_bytes(sys.stdin.buffer.read(), "standard input", reveal=reveal)
        return inspect_file(Path(path), reveal=reveal)
    except UnusableInputError as problem:
        if of == 1:
            raise
        return FileReport(path, "", "hold", (), {}, str(problem))
