"""``answerable index``: logs of requests to an index that ``similar`` and ``duplicates`` ask."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import REFUSED, UNUSABLE, Format, emit, plain_errors
from answerable.model import RefusedInputError, UnusableInputError

if TYPE_CHECKING:
    from answerable.precedents.logs import FileReport


def index(
    log: Annotated[
        list[Path], typer.Argument(metavar="LOG...", help="CSV, JSONL, JSON, or a folder.")
    ],
    into: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the index.")],
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML: which column holds what.")
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="auto|tantivy|sqlite|opensearch", help="What searches by words.")
    ] = "auto",
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Index requests answered before; the old index answers until the new one is whole."""
    with plain_errors():
        from answerable.letters.files import SUFFIXES, open_file
        from answerable.precedents import build
        from answerable.precedents.index import check_place
        from answerable.precedents.logs import LogMapping, Reading, read_mapping
        from answerable.precedents.progress import Progress

        check_place(into)
        reading = Reading(
            log,
            read_mapping(mapping) if mapping else LogMapping(),
            lambda path: open_file(path).text,
            SUFFIXES,
        )
        progress = Progress()
        try:
            count = build(reading.entries(), into, engine, progress)
        except UnusableInputError as problem:
            failed = [file for file in reading.files if file.error]
            if not failed or any(file.letters for file in reading.files):
                raise
            refused = any(file.refused for file in failed)
            more = f" ({len(failed) - 1} more could not be used either)" if failed[1:] else ""
            kind = RefusedInputError if refused else type(problem)
            raise kind(failed[0].error + more) from None
        finally:
            progress.end()
        failed = [file for file in reading.files if file.error]
        for file in reading.files:
            for line in (file.error, *(f"“{file.path}”: {why}." for why in file.left_out)):
                if line:
                    typer.echo(f"answerable: {line}", err=True)
        if format_ is Format.JSON:
            text = json.dumps(
                {
                    "into": str(into),
                    "letters": count,
                    "left_out": reading.left_out,
                    "files": [_file(file) for file in reading.files],
                },
                ensure_ascii=False,
                indent=2,
            )
        else:
            text = f"{count:,} letter{'' if count == 1 else 's'} indexed in “{into}”."
            if reading.left_out:
                rows = "row was" if reading.left_out == 1 else "rows were"
                text += f" {reading.left_out:,} {rows} left out."
            cut = sum(1 for file in failed if file.letters)
            if cut:
                text += f" {cut:,} {'file was' if cut == 1 else 'files were'} not read to the end."
        emit(text, output)
        if failed:
            raise typer.Exit(REFUSED if all(file.refused for file in failed) else UNUSABLE)


def _file(file: "FileReport") -> dict[str, object]:
    if file.error:
        return {"path": file.path, "error": file.error, "letters": file.letters}
    return {"path": file.path, "letters": file.letters, "notes": file.left_out}
