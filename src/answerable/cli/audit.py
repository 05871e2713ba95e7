"""``answerable audit``: letters checked against the law, with every finding at its words."""

import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import FOUND, UNUSABLE, FailOn, emit, plain_errors

if TYPE_CHECKING:
    from answerable.audit.report import LetterReport


class AuditFormat(StrEnum):
    """What the report looks like."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"


def audit(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Letters (.txt .md .eml .docx .pdf .odt .html), folders of them, or - .",
        ),
    ] = None,
    request: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The request, if it is kept apart.")
    ] = None,
    received: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the request was received.")
    ] = None,
    sent: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the letter was sent.")
    ] = None,
    regime: Annotated[
        str | None, typer.Option(metavar="foia|eir|foisa|eisr", help="The law to judge by.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only these rules (code or id).")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Not these rules (code or id).")
    ] = None,
    format_: Annotated[
        AuditFormat, typer.Option("--format", help="What the report looks like.")
    ] = AuditFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which severity on the exit status is 1.")
    ] = FailOn.HIGH,
    fix: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Also write the letter with proposed paragraphs (.txt, .html or .docx).",
        ),
    ] = None,
    explain: Annotated[
        str | None, typer.Option(metavar="CODE", help="Print the page of a rule and stop.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and stop.")] = False,
) -> None:
    """Check outgoing letters against the law and say what they do not show."""
    with plain_errors(fail_on):
        if explain is not None or rules:
            emit(_pages(explain), output)
            return
        from answerable.cli.audit_fix import check_ending, write_fixed
        from answerable.cli.audit_run import Wanted, run

        check_ending(fix)
        wanted = Wanted(
            paths=tuple(paths or ()),
            request=request,
            received=received,
            sent=sent,
            regime=regime,
            select=_codes(select),
            ignore=_codes(ignore),
        )
        reports = run(wanted)
        emit(_render(format_, reports, output), output)
        if fix is not None:
            write_fixed(reports, fix)
        unusable = [report for report in reports if report.error]
        if len(unusable) == len(reports):
            raise typer.Exit(UNUSABLE)
        if any(fail_on.reached_by(report.worst) for report in reports):
            raise typer.Exit(FOUND)
        if unusable:  # what was not looked at is not known to be right
            raise typer.Exit(UNUSABLE)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for each in given or () for code in each.split(",") if code.strip())


def _pages(explain: str | None) -> str:
    from answerable.audit import pages, rule

    return pages.listing() if explain is None else pages.page(rule(explain))


def _render(format_: AuditFormat, reports: Sequence["LetterReport"], output: Path | None) -> str:
    from answerable.audit import report

    if format_ is AuditFormat.JSON:
        return report.to_json(reports)
    if format_ is AuditFormat.SARIF:
        return report.to_sarif(reports)
    if format_ is AuditFormat.HTML:
        return report.to_html(reports)
    terminal = output is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 110) if terminal else 100
    return report.to_text(reports, colour=terminal, width=width)
