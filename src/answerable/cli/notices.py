"""``answerable notices``: decisions brought in from files, and searched."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import REFUSED, UNUSABLE, Format, emit, plain_errors
from answerable.model import RefusedInputError, UnusableInputError

if TYPE_CHECKING:
    from answerable.model import Cite
    from answerable.precedents.notices import Notice

_EXCERPT, _SHOWN = 300, 20


def notices(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="CSV, JSON, JSONL or Akoma Ntoso XML."),
    ] = None,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Bring FILE in to this folder.")
    ] = None,
    in_: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="Search this folder, too.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML: which column holds what.")
    ] = None,
    provision: Annotated[str, typer.Option(help="On this provision: “FOIA s.24(2)”.")] = "",
    subject: Annotated[str, typer.Option(help="With all of these words.")] = "",
    outcome: Annotated[
        str, typer.Option(help="upheld, “not upheld”, “partly upheld”, allowed or dismissed.")
    ] = "",
    year: Annotated[str, typer.Option(help="2024, or 2020-2024.")] = "",
    court: Annotated[str, typer.Option(help="Part of the name of who decided.")] = "",
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Find decisions by provision, subject, outcome and year, or bring more in from files."""
    with plain_errors():
        from answerable.precedents.notices import every, find_notices

        if files or into:
            emit(_bring_in(files or [], into, mapping, format_), output)
            return
        found = find_notices(
            _cite(provision),
            subject,
            _years(year),
            court,
            _outcome(outcome),
            among=every(in_),
        )
        emit(_json(found) if format_ is Format.JSON else _text(found), output)


def _bring_in(files: list[Path], into: Path | None, mapping: Path | None, format_: Format) -> str:
    from answerable.precedents.logs import LogMapping, read_mapping
    from answerable.precedents.notices import USUAL, Importing, put

    if into is None:
        raise UnusableInputError("Say where the decisions go: --into DIR.")
    if not files:
        raise UnusableInputError("Name the files of decisions to bring in.")
    how = read_mapping(mapping, USUAL) if mapping else LogMapping(usual=USUAL)
    importing = Importing(files, how)
    found = list(importing.notices())
    if not found and importing.errors:
        raise importing.errors[0]
    new, kept = put(found, into)
    said = (*importing.left_out, *importing.notes)
    for line in (*map(str, importing.errors), *(f"{what}." for what in said[:_SHOWN])):
        typer.echo(f"answerable: {line}", err=True)
    if len(said) > _SHOWN:
        typer.echo(f"answerable: {len(said) - _SHOWN:,} more rows have something of it.", err=True)
    if format_ is Format.JSON:
        body: dict[str, Any] = {"into": str(into), "decisions": new, "kept": kept}
        body |= {"left_out": len(importing.left_out), "notes": list(importing.notes)}
        text = json.dumps(body, ensure_ascii=False, indent=2)
    else:
        text = f"{new:,} decision{'' if new == 1 else 's'} brought in; “{into}” has {kept:,}."
    if importing.errors:
        typer.echo(text)
        refused = all(isinstance(each, RefusedInputError) for each in importing.errors)
        raise typer.Exit(REFUSED if refused else UNUSABLE)
    return text


def _cite(text: str) -> "Cite | None":
    from answerable.law.cites import parse_one

    try:
        return parse_one(text) if text else None
    except ValueError:
        raise UnusableInputError(
            f"--provision “{text}” is not one provision; write it as “FOIA s.24(2)”."
        ) from None


def _years(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    first, _, last = text.partition("-")
    years = first.strip(), last.strip() or first.strip()
    if not all(len(year) == 4 and year.isascii() and year.isdigit() for year in years):
        raise UnusableInputError(f"--year “{text}” is not a year, nor two such as 2020-2024.")
    if years[1] < years[0]:
        raise UnusableInputError(
            f"--year “{text}” has its years the wrong way round; write {years[1]}-{years[0]}."
        )
    return int(years[0]), int(years[1])


def _outcome(text: str) -> str:
    from answerable.precedents.notices import OUTCOMES

    wanted = " ".join(text.lower().replace("_", " ").split())
    if wanted and wanted not in OUTCOMES:
        raise UnusableInputError(f"--outcome “{text}” is none of {', '.join(OUTCOMES)}.")
    return wanted


def _json(found: "tuple[Notice, ...]") -> str:
    rows = [
        {**asdict(each), "year": each.year, "held": _short(each.held), "url": _source(each)}
        for each in found
    ]
    return json.dumps({"results": rows}, ensure_ascii=False, indent=2)


def _text(found: "tuple[Notice, ...]") -> str:
    if not found:
        return "No decision here meets that; the collection holds leading decisions only."
    lines = []
    for each in found:
        facts = (each.key, each.name, each.court, each.date, each.outcome)
        lines.append(" · ".join(fact for fact in facts if fact))
        lines += [f"    {line}" for line in (_short(each.held), _source(each)) if line]
    return "\n".join(lines)


def _source(each: "Notice") -> str:
    """Its address if it is an official or a neutral page: those alone are shown as a source."""
    from answerable.law.sources import is_shown

    return each.url if is_shown(each.url) else ""


def _short(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"
