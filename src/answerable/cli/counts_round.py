"""``answerable counts round``: controlled rounding, so that the rounded table still adds up."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.counts_edge import CountsFormat, checked_seconds
from answerable.cli.counts_parts import Part, Within, told_parts
from answerable.cli.edge import FOUND, FailOn, emit, plain_errors
from answerable.model import UnusableInputError


def round_(
    base: Annotated[int, typer.Option(metavar="3|5|10", help="The base; the authority chooses.")],
    table: Annotated[
        Path | None, typer.Argument(metavar="[TABLE]", help="CSV, XLSX or ODS; - for input.")
    ] = None,
    table_json: Annotated[
        Path | None, typer.Option("--table", metavar="TABLE.json", help="Any dimension, as JSON.")
    ] = None,
    within: Within = None,
    part: Part = None,
    sheet: Annotated[
        str, typer.Option(help="Of a workbook: the sheet; without it, the first.")
    ] = "",
    below: Annotated[
        int, typer.Option(help="Warn of counts under this that can still be worked out.")
    ] = 5,
    seconds: Annotated[float, typer.Option(help="How long it may take.")] = 60.0,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with status 1.")] = FailOn.HIGH,
    format_: Annotated[
        CountsFormat, typer.Option("--format", help="What it looks like.")
    ] = CountsFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Round every cell to a neighbouring multiple so that all totals still add up."""
    with plain_errors(fail_on):
        from answerable.cli.counts_edge import interval_json
        from answerable.cli.counts_protect import nested, one_table
        from answerable.counts.controlled import controlled_rounding
        from answerable.counts.guesses import told
        from answerable.counts.report import rounded_html
        from answerable.counts.terminal import rounded_text

        checked_seconds(seconds)
        if base < 2:
            raise UnusableInputError(f"--base {base} rounds nothing; give 3, 5 or 10.")
        counts = one_table(table, table_json, told_parts(within, part), sheet)
        if base > max(counts.values):
            raise UnusableInputError(
                f"--base {base:,} is larger than every count, so that nothing would be told; give "
                "3, 5 or 10."
            )
        found = controlled_rounding(counts, base, seconds=seconds)
        if format_ is CountsFormat.JSON:
            made = {
                "base": base,
                "published": nested(counts.printed, found.printed(counts)),
                "changed": found.distance,
                "optimal": found.optimal,
                "bounds": {n: interval_json(b) for n, b in found.bounds.intervals.items()},
                "disclosed": found.bounds.disclosed,
            }
            emit(json.dumps(made, ensure_ascii=False, indent=2), output)
        elif format_ is CountsFormat.HTML:
            emit(rounded_html(counts, found), output)
        else:
            colour = output is None and sys.stdout.isatty()
            emit(rounded_text(counts, found, colour=colour), output)
        for sentence in (*counts.notes, *told(counts)):
            typer.echo(f"answerable: {sentence}", err=True)
        small = [
            name
            for name in found.bounds.disclosed
            if 0 < (found.bounds.intervals[name].lo or 0) < below
        ]
        if small and fail_on is not FailOn.NEVER:
            raise typer.Exit(FOUND)
