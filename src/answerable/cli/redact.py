"""``answerable redact``: a copy without what is withheld, and the schedule of it."""

import hashlib
import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import FOUND, Format, emit, plain_errors, write_whole

if TYPE_CHECKING:
    from answerable.gate.changing import Changed


class For(StrEnum):
    """Whom the copy is for."""

    APPLICANT = "applicant"
    LOG = "log"
    REGULATOR = "regulator"


def redact(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, Word document or picture.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="The copy.")
    ] = None,
    terms: Annotated[
        Path | None,
        typer.Option(
            metavar="TERMS.txt", help="A term a line; after a tab, its provision; then for whom."
        ),
    ] = None,
    regions: Annotated[
        Path | None,
        typer.Option(
            metavar="R.json", help="Areas of pages or pictures, or places of a Word document."
        ),
    ] = None,
    findings: Annotated[
        Path | None,
        typer.Option(metavar="F.json", help="What “inspect --format json” found in this file."),
    ] = None,
    provision: Annotated[
        str, typer.Option(help="The provision of every mark that has none of its own.")
    ] = "",
    audience: Annotated[
        For, typer.Option(help="Whom the copy is for; the regulator sees marks as frames.")
    ] = For.APPLICANT,
    places: Annotated[
        bool, typer.Option("--places", help="List the places of a Word document, and stop.")
    ] = False,
    format_: Annotated[
        Format, typer.Option("--format", help="How to tell what was withheld.")
    ] = Format.TEXT,
) -> None:
    """Take terms, regions or findings out of every layer of a file; a schedule stands beside it."""
    with plain_errors():
        from answerable.cli.copy_text import told
        from answerable.gate.changing import NotProvedError
        from answerable.model import UnusableInputError

        if places:
            _list_places(file, output, format_)
            return
        if output is None:
            raise UnusableInputError("Say with -o where the copy is to go.")
        try:
            made = _copied(file, output, _given(terms, regions, findings, provision), audience)
        except NotProvedError as problem:
            typer.echo(f"answerable: {problem}", err=True)
            raise typer.Exit(FOUND) from None
        write_whole(output, made.data)
        beside = _schedule(output, made, audience)
        typer.echo(told(file, output, made, format_ is Format.JSON))
        if format_ is Format.TEXT:
            typer.echo(f"The schedule of it: {' and '.join(str(one) for one in beside)}.")


def _list_places(file: Path, output: Path | None, format_: Format) -> None:
    from answerable.gate.changing import places_in

    found = places_in(file)
    if format_ is Format.JSON:
        emit(json.dumps({"places": found}, ensure_ascii=False, indent=2), output)
    else:
        emit("\n".join(f"{one['place']}: {one['text']}" for one in found), output)


_Given = tuple[list[Any], list[dict[str, Any]], list[dict[str, Any]]]


def _copied(file: Path, output: Path, given: _Given, audience: For) -> "Changed":
    from answerable.gate.changing import redact_file

    terms, regions, findings = given
    return redact_file(file, output, terms, regions, findings=findings, audience=audience.value)


def _given(
    terms: Path | None, regions: Path | None, findings: Path | None, provision: str
) -> _Given:
    from answerable.cli.copy_checks import there_are
    from answerable.gate.redacting import read_findings, read_regions, read_terms
    from answerable.model import UnusableInputError

    if terms is None and regions is None and findings is None:
        raise UnusableInputError(
            "Say what to withhold: --terms TERMS.txt, --regions R.json or --findings F.json."
        )
    wanted = read_terms(_text(terms)) if terms else []
    areas = read_regions(_text(regions)) if regions else []
    found = read_findings(_text(findings)) if findings else []
    if not wanted and not areas and not found:
        raise UnusableInputError(
            "The findings name no personal data in plain sight. What is hidden stays behind in a "
            "clean copy (answerable clean); what stands under a box has to be withheld: name it "
            "with --terms or --regions."
        )
    for one in (*areas, *found):
        one["provision"] = one["provision"] or provision
    there_are([provision, *(one[1] for one in wanted)])
    there_are(one["provision"] for one in (*areas, *found))
    return [(one[0], one[1] or provision, *one[2:]) for one in wanted], areas, found


def _schedule(output: Path, made: "Changed", audience: For) -> list[Path]:
    from answerable.gate.redacting import schedule

    digest = hashlib.sha256(made.data).hexdigest()
    written = []
    for ending, body in (("html", schedule.to_html), ("json", schedule.to_json)):
        path = output.with_name(f"{output.name}.schedule.{ending}")
        text = body(output.name, digest, audience.value, made.schedule)
        write_whole(path, text.encode("utf-8"))
        written.append(path)
    return written


def _text(path: Path) -> str:
    from answerable.model import UnusableInputError

    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnusableInputError(
            f"“{path}” cannot be read as text; check its name and save it as UTF-8."
        ) from None
