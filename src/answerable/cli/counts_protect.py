"""``answerable counts protect``: which further cells to withhold so that small ones stay safe."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.counts_edge import (
    CountsFormat,
    checked_seconds,
    interval_json,
    read_bytes,
    read_json,
)
from answerable.cli.counts_parts import Part, Told, Within, options_proposed, told_parts
from answerable.cli.edge import FOUND, FailOn, emit, plain_errors
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.counts.protect import Plan
    from answerable.counts.table import Table

_UNREADY = (
    "This table is not ready to be published: the rule is not met. Leave out --publishable to see "
    "where."
)


def protect(
    table: Annotated[
        Path | None, typer.Argument(metavar="TABLE", help="CSV, XLSX or ODS; - for pasted text.")
    ] = None,
    table_json: Annotated[
        Path | None, typer.Option("--table", metavar="TABLE.json", help="Any dimension, as JSON.")
    ] = None,
    contributions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.csv",
            help="Who gives what to which cell, for dominance and p per cent: see the guide.",
        ),
    ] = None,
    within: Within = None,
    part: Part = None,
    sheet: Annotated[
        str, typer.Option(help="Of a workbook: the sheet; without it, the first.")
    ] = "",
    rule: Annotated[str, typer.Option(help="Which counts are unsafe; the authority chooses.")] = "",
    cost: Annotated[str, typer.Option(metavar="value|count", help="What to keep small.")] = "value",
    method: Annotated[str, typer.Option(metavar="exact|fast|auto", help="How.")] = "auto",
    zeros: Annotated[
        str, typer.Option(metavar="keep|may-suppress", help="Whether noughts may be withheld.")
    ] = "keep",
    fixed_total: Annotated[
        bool, typer.Option("--fixed-total/--free-total", help="Publish the grand total, or not.")
    ] = True,
    lower: Annotated[int | None, typer.Option(help="How far down a cell must be hidden.")] = None,
    upper: Annotated[int | None, typer.Option(help="How far up a cell must be hidden.")] = None,
    insiders: Annotated[
        bool,
        typer.Option("--insiders", help="Nor may a person who is a cell of 1 work another out."),
    ] = False,
    publishable: Annotated[
        bool, typer.Option("--publishable", help="Explanations without true values.")
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
    """Withhold what is unsafe and the least else that keeps it so; audited before it is shown."""
    with plain_errors(fail_on):
        from answerable.counts.contributions import with_contributions
        from answerable.counts.files import rows_of
        from answerable.counts.guesses import protected, told
        from answerable.counts.protect import Cost, Method, Wishes
        from answerable.counts.rules import not_judged, primary, rule_named, rule_names

        if not rule:
            raise UnusableInputError(
                f"Choose a rule: --rule {' | '.join(rule_names())} | fewer-than-N; none is assumed."
            )
        checked_seconds(seconds)
        chosen = rule_named(rule)
        if zeros not in ("keep", "may-suppress"):
            raise UnusableInputError(f"--zeros “{zeros}” is not one of keep, may-suppress.")
        if cost not in list(Cost):
            raise UnusableInputError(f"--cost “{cost}” is not one of value, count.")
        if method not in list(Method):
            raise UnusableInputError(f"--method “{method}” is not one of exact, fast, auto.")
        counts = one_table(table, table_json, told_parts(within, part), sheet)
        if contributions is not None:
            rows = rows_of(read_bytes(contributions), contributions.suffix)
            counts = with_contributions(counts, rows)
        left_out = not_judged(counts, chosen)
        # where what is shown is rounded, a small total would be shown as what it is not
        keep = fixed_total and not chosen.rounds
        skip = frozenset({counts.grand_total}) if keep else frozenset()
        wishes = Wishes(
            Cost(cost),
            Method(method),
            zeros == "may-suppress",
            fixed_total,
            lower,
            upper,
            insiders,
            seconds,
        )
        plan = protected(counts, primary(counts, chosen, skip=skip), chosen, wishes)
        emit(_render(plan, format_, publishable, output), output)
        short = plan.unmet if not publishable or plan.ready else (_UNREADY,)
        for sentence in (*counts.notes, *told(counts), *short, *filter(None, [left_out])):
            typer.echo(f"answerable: {sentence}", err=True)
        if short and fail_on is not FailOn.NEVER:
            raise typer.Exit(FOUND)


def one_table(table: Path | None, table_json: Path | None, parts: Told, sheet: str = "") -> "Table":
    """The one table given, as a file (of a workbook one ``sheet``) or as JSON.

    ``parts``: what is part of what, as the options said it.
    """
    from answerable.counts.files import read_counts
    from answerable.counts.read_table import read_table_json

    if (table is None) == (table_json is None):
        raise UnusableInputError("Give one table: a file, or --table with JSON.")
    if table_json is not None:
        if parts.any:
            raise UnusableInputError("In JSON, say “within” and “parts” in the table itself.")
        return read_table_json(read_json(table_json))
    assert table is not None
    with options_proposed():
        return read_counts(read_bytes(table), table.suffix, parts.within, sheet, parts.said)


def _render(plan: "Plan", format_: CountsFormat, publishable: bool, output: Path | None) -> str:
    from answerable.counts.explain import explain

    explanations = explain(plan, publishable=publishable)
    if format_ is CountsFormat.JSON:
        made = _public_json(plan) if publishable else _as_json(plan)
        return json.dumps({**made, "explanation": explanations}, ensure_ascii=False, indent=2)
    if format_ is CountsFormat.HTML:
        from answerable.counts.report import plan_html

        return plan_html(plan, explanations, publishable=publishable)
    from answerable.counts.terminal import plan_text

    colour = output is None and sys.stdout.isatty()
    return plan_text(plan, explanations, colour=colour, publishable=publishable)


def _public_json(plan: "Plan") -> dict[str, Any]:
    """What may leave: nothing of which cells were unsafe, nor what the withheld ones come to."""
    return {
        "ready": plan.ready,
        "withheld": [list(cell) for cell in sorted(plan.withheld)],
        "published": _published(plan) if plan.ready else None,
        "rounded": plan.rounded,
        "bounds": _bounds(plan) if plan.ready else {},
        "labels": [list(names) for names in plan.table.printed_labels],
        "rests": _rests(plan) if plan.ready else [],
    }


def _published(plan: "Plan") -> Any:
    """The table: null for what is withheld, a mark where there is no count."""
    return nested(
        plan.table.printed,
        [
            None if cell in plan.withheld else plan.table.marks.get(cell, value)
            for cell, value in zip(plan.table.cells(), plan.values, strict=True)
            if not plan.table.is_rest(cell)
        ],
    )


def _rests(plan: "Plan") -> list[dict[str, Any]]:
    """What is left of a whole without its part, where it is kept back: by which cells, its name."""
    return [
        {
            "name": plan.table.name(cell),
            "words": plan.table.words(cell),
            "part": list(plan.table.rest_of(cell)[0]),
            "whole": list(plan.table.rest_of(cell)[1]),
        }
        for cell in plan.kept
        if plan.table.is_rest(cell)
    ]


def _bounds(plan: "Plan") -> dict[str, Any]:
    return {name: interval_json(each) for name, each in plan.bounds.intervals.items()}


def _as_json(plan: "Plan") -> dict[str, Any]:
    from answerable.counts.guesses import told
    from answerable.counts.lines import groups

    unsafe = {plan.table.name(flag.cell) for flag in plan.primary}
    return {
        "primary": [list(flag.cell) for flag in plan.primary if not plan.table.is_rest(flag.cell)],
        "secondary": [list(cell) for cell in plan.secondary],
        "cost": plan.cost,
        "optimal": plan.optimal,
        "bound": plan.bound,
        "published": _published(plan),
        "rounded": plan.rounded,
        "bounds": _bounds(plan),
        "unmet": list(plan.unmet),
        "whole_groups": groups(plan),
        "labels": [list(names) for names in plan.table.printed_labels],
        "rests": [{**each, "unsafe": each["name"] in unsafe} for each in _rests(plan)],
        "notes": [*plan.table.notes, *told(plan.table)],
    }


def nested(shape: tuple[int, ...], flat: Sequence[int | str | None]) -> Any:
    """Cells in rows of rows, as the shape has them."""
    if len(shape) == 1:
        return list(flat)
    step = len(flat) // shape[0]
    return [nested(shape[1:], flat[k * step : (k + 1) * step]) for k in range(shape[0])]
