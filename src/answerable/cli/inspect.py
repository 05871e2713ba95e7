"""``answerable inspect``: what files carry that nobody meant to release."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import FOUND, REFUSED, UNUSABLE, FailOn, emit, plain_errors

if TYPE_CHECKING:
    from answerable.gate import FileReport
    from answerable.gate.pictures import Where


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
    names: Annotated[
        str | None,
        typer.Option(
            metavar="PIPELINE",
            envvar="ANSWERABLE_NAMES",
            help="A spaCy pipeline, a folder or an installed package, that finds names.",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which severity on the exit status is 1.")
    ] = FailOn.HIGH,
) -> None:
    """Look into files for what nobody meant to release, and hold what cannot be seen."""
    with plain_errors(fail_on):
        from answerable.gate import report

        named = _usable(names)
        found = _walked(paths)
        places: dict[str, Where] | None = {} if format_ is InspectFormat.HTML else None
        reports = [
            _one(path, reveal.value, named, (number, len(found)), places)
            for number, path in enumerate(found, 1)
        ]
        if places is not None:
            body = report.to_html(reports, places)
        else:
            body = {"json": report.to_json, "text": report.to_text}[format_.value](reports)
        emit(body, output)
        unusable = [one for one in reports if one.error and one.verdict != "refuse"]
        refused = [one for one in reports if one.verdict == "refuse"]
        if len(unusable) == len(reports):
            raise typer.Exit(UNUSABLE)
        if any(fail_on.reached_by(one.worst) for one in reports):
            raise typer.Exit(FOUND)
        if refused and fail_on is not FailOn.NEVER:
            raise typer.Exit(REFUSED)
        if unusable:  # what was not looked into is not known to be right
            raise typer.Exit(UNUSABLE)


def _walked(paths: list[str]) -> list[str]:
    """The files that are named, and those in folders that are.

    Raises:
        UnusableInputError: there is none.
    """
    from answerable.model import UnusableInputError

    found: list[str] = []
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found += sorted(str(one) for one in Path(path).rglob("*") if one.is_file())
        else:
            found.append(path)
    if not found:
        raise UnusableInputError(
            "No file was named; give a file, a folder that holds files, or - to read from standard "
            "input."
        )
    return found


def _usable(names: str | None) -> str:
    """The pipeline that is named, "" for none.

    Raises:
        UnusableInputError: it is not there, or this installation cannot read it.
    """
    from answerable.gate.personal.pipeline import why_off
    from answerable.model import UnusableInputError

    named = (names or "").strip()
    if named and (off := why_off(named)):
        raise UnusableInputError(f"{off[0].upper()}{off[1:]}.")
    return named


def _one(
    path: str,
    reveal: str,
    named: str,
    at: tuple[int, int],
    places: "dict[str, Where] | None" = None,
) -> "FileReport":
    """The report on one file; ``places``, if it is given, is filled with what there is to draw."""
    from answerable.cli.edge import standard_input
    from answerable.gate import DEFAULT, FileReport, inspect_bytes, inspect_file
    from answerable.model import UnusableInputError

    number, of = at
    if of > 1:
        typer.echo(f"{number} of {of}: {path}", err=True)
    try:
        if path == "-":
            data = standard_input(DEFAULT.file_bytes)
            made = inspect_bytes(data, "standard input", reveal=reveal, names=named)
        else:
            data = b""
            made = inspect_file(Path(path), reveal=reveal, names=named)
    except UnusableInputError as problem:
        if of == 1:
            raise
        return FileReport(path, "", "hold", (), {}, str(problem))
    if places is not None and made.findings and made.verdict != "refuse":
        from answerable.gate.pictures import where_of

        places[made.path] = where_of(data or Path(path).read_bytes(), Path(path).name)
    return made
