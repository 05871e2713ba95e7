"""``answerable counts bounds``: the exact range of every withheld number."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.counts_edge import CountsFormat, bounds_json, checked_seconds, read_json
from answerable.cli.counts_parts import Part, Told, Within, published, told_parts
from answerable.cli.edge import FOUND, FailOn, emit, plain_errors
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.counts import Bounds, System

_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".ods")


def bounds(
    model: Annotated[
        Path,
        typer.Argument(metavar="MODEL.json|TABLE", help="A model, or a table with its marks."),
    ],
    marker: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MARK=FROM..TO", help="Of a table: what a mark stands for: '<5=1..4'."
        ),
    ] = None,
    within: Within = None,
    part: Part = None,
    sheet: Annotated[
        str, typer.Option(help="Of a workbook: the sheet; without it, the first.")
    ] = "",
    witnesses: Annotated[
        bool, typer.Option("--witnesses", help="Add two sets of values for each variable.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Spell out the sums that prove each range.")
    ] = False,
    seconds: Annotated[float, typer.Option(help="How long it may take.")] = 60.0,
    fail_on: Annotated[FailOn, typer.Option(help="When to end with status 1.")] = FailOn.HIGH,
    format_: Annotated[
        CountsFormat, typer.Option("--format", help="What it looks like.")
    ] = CountsFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Work out what a reader can know of every number in a model, or withheld in a table."""
    with plain_errors(fail_on):
        from answerable.counts import bounds as work_out
        from answerable.counts import percentage_pairs, read_model
        from answerable.counts.keys import unused

        checked_seconds(seconds)
        if model.suffix.casefold() in _TABLES:
            system = _of_table(model, marker or [], told_parts(within, part), sheet)
            open_ = [v.name for v in system.variables if v.derived or v.lo is None or v.lo != v.hi]
            found = work_out(system, only=open_, seconds=seconds)
            _show(system, found, format_, witnesses, output, explain, fail_on)
            return
        if marker or within or part or sheet:
            raise UnusableInputError(
                "--marker, --within, --part and --sheet are for a table in CSV, XLSX or ODS; a "
                "model says such things itself."
            )
        data = read_json(model)
        if isinstance(data, dict) and "published_percent" in data:
            emit(_pairs(percentage_pairs(data), format_), output)
            return
        system = read_model(data)
        for name in unused(data):
            typer.echo(f"answerable: “{name}” is no part of a model and was not used.", err=True)
        found = work_out(system, seconds=seconds)
        _show(system, found, format_, witnesses, output, explain, fail_on)


def _of_table(model: Path, marker: list[str], parts: Told, sheet: str) -> "System":
    from answerable.counts.markers import read_markers

    return published(model, read_markers(marker), parts, sheet)


def _show(
    system: "System",
    found: "Bounds",
    format_: CountsFormat,
    witnesses: bool,
    output: Path | None,
    explain: bool,
    fail_on: FailOn,
) -> None:
    why = _why(system, found) if explain else None
    emit(_render(found, format_, witnesses, output, why), output)
    known = [name for name in found.disclosed if not _given(system, name)]
    if fail_on is not FailOn.NEVER and (known or found.feasible is False):
        raise typer.Exit(FOUND)


def _given(system: "System", name: str) -> bool:
    """Whether a number is the plain difference of two published ones: told, and no discovery."""
    if not any(v.name == name and v.derived for v in system.variables):
        return False
    known = {v.name for v in system.variables if v.lo is not None and v.lo == v.hi}
    return any(
        {each for each, _ in relation.terms} <= {*known, name}
        for relation in system.relations
        if any(each == name for each, _ in relation.terms)
    )


def _why(system: "System", found: "Bounds") -> dict[str, str]:
    from answerable.counts.explain import explain_all

    return explain_all(system, found)


def _render(
    found: "Bounds",
    format_: CountsFormat,
    witnesses: bool,
    output: Path | None,
    why: dict[str, str] | None,
) -> str:
    if format_ is CountsFormat.JSON:
        made: dict[str, Any] = bounds_json(found, witnesses=witnesses)
        if why is not None:
            made["explanation"] = why
        return json.dumps(made, ensure_ascii=False, indent=2)
    from answerable.counts.report import bounds_html
    from answerable.counts.terminal import bounds_text

    if format_ is CountsFormat.HTML:
        return bounds_html(found, list((why or {}).values()))
    colour = output is None and sys.stdout.isatty()
    return bounds_text(found, list((why or {}).values()), colour=colour)


def _pairs(found: dict[str, Any], format_: CountsFormat) -> str:
    """Every count and base that one percentage leaves."""
    if format_ is CountsFormat.JSON:
        return json.dumps(found, indent=2)
    pairs = found["consistent_pairs"]
    if not pairs:
        return "No count in these ranges gives that percentage."
    listed = ", ".join(f"{above} of {below}" for above, below in pairs[:50])
    more = f" and {len(pairs) - 50} more" if len(pairs) > 50 else ""
    return f"The percentage can only be {listed}{more}."
