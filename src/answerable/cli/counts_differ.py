"""``answerable counts differ``: what two releases together say that neither says alone."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.counts_edge import CountsFormat, checked_seconds, interval_json
from answerable.cli.counts_parts import Part, Within, fitting, published, told_parts
from answerable.cli.edge import FOUND, FailOn, emit, plain_errors
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.counts.differ import Comparison


def differ(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier release.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later release.")],
    marker: Annotated[
        list[str] | None,
        typer.Option(metavar="MARK=FROM..TO", help="What a mark stands for: '<5=1..4'."),
    ] = None,
    within: Within = None,
    part: Part = None,
    sheet: Annotated[
        str, typer.Option(help="Of workbooks: the sheet; without it, the first.")
    ] = "",
    new_sheet: Annotated[
        str, typer.Option(help="The sheet of the later one, where it has another name.")
    ] = "",
    new_is: Annotated[
        str,
        typer.Option(
            metavar="same|part|more",
            help="Whether NEW counts the same people, a part of them, or them and newcomers.",
        ),
    ] = "same",
    below: Annotated[
        int | None, typer.Option(help="Only exact numbers from 1 to below this make status 1.")
    ] = None,
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
    """Audit two releases together. Cells (or variables) of the same name are the same count."""
    with plain_errors(fail_on):
        from answerable.counts.differ import Later, compare
        from answerable.counts.markers import read_markers
        from answerable.counts.report import differ_html
        from answerable.counts.terminal import differ_text

        checked_seconds(seconds)
        marks, parts = read_markers(marker or []), told_parts(within, part)
        if new_is not in list(Later):
            raise UnusableInputError(f"--new-is “{new_is}” is not one of same, part, more.")
        later = new_sheet or sheet
        both = [(old, new, sheet, later), (new, old, later, sheet)]
        fit = [fitting(a, b, parts, *sheets) if parts.any else parts for a, b, *sheets in both]
        found = compare(
            published(old, marks, fit[0], sheet),
            published(new, marks, fit[1], later),
            later=Later(new_is),
            seconds=seconds,
        )
        why = _why(found) if explain else {}
        if format_ is CountsFormat.JSON:
            made = {
                "feasible": found.together.feasible,
                "compared": found.compared,
                "only_old": found.apart[0],
                "only_new": found.apart[1],
                "bounds": {n: interval_json(b) for n, b in found.together.intervals.items()},
                "disclosed": found.together.disclosed,
                "conflict": list(found.together.conflict),
                "narrowed": [
                    {
                        "name": each.name,
                        "old": None if each.old is None else interval_json(each.old),
                        "new": None if each.new is None else interval_json(each.new),
                        "together": interval_json(each.together),
                        "disclosed": each.disclosed,
                    }
                    for each in found.narrowed
                ],
                **({"explanation": why} if explain else {}),
            }
            emit(json.dumps(made, ensure_ascii=False, indent=2), output)
        elif format_ is CountsFormat.HTML:
            emit(differ_html(found, list(why.values())), output)
        else:
            colour = output is None and sys.stdout.isatty()
            emit(differ_text(found, list(why.values()), colour=colour), output)
        told = [each for each in found.narrowed if each.disclosed]
        if below is not None:
            told = [each for each in told if 0 < (each.together.lo or 0) < below]
        if fail_on is not FailOn.NEVER and (told or found.together.feasible is False):
            raise typer.Exit(FOUND)


def _why(found: "Comparison") -> dict[str, str]:
    from answerable.counts.explain import explain_all

    return explain_all(found.joint, found.together, {each.name for each in found.narrowed})
