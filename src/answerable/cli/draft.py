"""``answerable draft``: a decision record to a complete notice, or what it lacks."""

import json
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import FOUND, Format, emit, plain_errors, write_whole
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.letters.draft import Notice
    from answerable.model import Finding


class Language(StrEnum):
    """The language of the letter."""

    EN = "en"
    CY = "cy"


#: The files that a notice can be.
ENDINGS = (".txt", ".html", ".docx", ".pdf")
#: More bytes than the longest record has; what is longer is refused by the reader.
MOST_BYTES = 1_600_000


def draft(
    record: Annotated[
        Path | None, typer.Argument(metavar="DECISION.yaml", help="The decision record.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="LETTER", help="A .txt, .html, .docx or .pdf file."),
    ] = None,
    as_draft: Annotated[
        bool,
        typer.Option("--draft", help="Write it even if something is missing, marked as a draft."),
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema and stop.")
    ] = False,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="KIND",
            help="Print a worked decision record for a kind of notice (foia_ncnd, …) and stop.",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE.docx", help="A Word file whose styles and header are used."
        ),
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option("--language", help="en or cy (Welsh); else as the record says."),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="How findings are printed.")
    ] = Format.TEXT,
) -> None:
    """Write a complete notice from decisions; refuse, and say why, if something mandatory is missing."""
    with plain_errors():
        from answerable.letters.draft import in_welsh, read_record, write_notice
        from answerable.letters.draft import schema as json_schema

        if schema:
            emit(json.dumps(json_schema(), ensure_ascii=False, indent=2), output)
            return
        if example is not None:
            from answerable.letters.samples import example as worked

            emit(worked(example), output)
            return
        if record is None:
            raise UnusableInputError(
                "Name a decision record; “answerable draft --example foia_ncnd” prints one."
            )
        from answerable.audit import check_record, check_twin, check_words

        _check_ending(output)
        found = read_record(_read(record), "standard input" if str(record) == "-" else str(record))
        if language is not None:
            found = replace(found, language=language.value)
        if found.language == "cy":
            in_welsh(found)  # refused before anything is printed or written
        findings = check_twin(found) if found.language == "cy" else check_record(found)
        if not findings and found.language == "en":
            findings = check_words(found)
        if format_ is Format.JSON or findings:
            # A notice that goes to standard output has it alone.
            typer.echo(_findings(findings, format_), err=as_draft and _to_screen(output))
        if findings and not as_draft:
            raise typer.Exit(FOUND)
        if format_ is Format.JSON and output is None:
            return
        _write(write_notice(found, draft=as_draft), output, template)


def _to_screen(output: Path | None) -> bool:
    return output is None or str(output) == "-"


def _check_ending(output: Path | None) -> None:
    if output is not None and str(output) != "-" and output.suffix.lower() not in ENDINGS:
        raise UnusableInputError(f"“{output}” should end in {', '.join(ENDINGS[:-1])} or .pdf.")


def _read(path: Path) -> str:
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1).decode("utf-8-sig")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1).decode("utf-8-sig")
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except UnicodeDecodeError:
        raise UnusableInputError(f"“{path}” is not UTF-8 text; save it as UTF-8.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None


def _findings(findings: tuple["Finding", ...], format_: Format) -> str:
    if format_ is Format.JSON:
        return json.dumps(
            {"findings": [f.as_json() for f in findings]}, ensure_ascii=False, indent=2
        )
    lines = ["The notice would not do as it stands:"]
    for finding in findings:
        place = finding.as_json()["where"].get("place", "") or f"“{finding.excerpt}”"
        lines.append(
            f"  {finding.severity.word.upper()}  {finding.slug}: {finding.message} ({place})"
        )
        lines.append(f"      Put right: {finding.fix}")
    return "\n".join(lines)


def _write(notice: "Notice", output: Path | None, template: Path | None) -> None:
    from answerable.letters import writers

    if output is None or str(output) == "-":
        emit(writers.to_text(notice), None)
        return
    ending = output.suffix.lower()
    if ending in (".txt", ".html"):
        text = writers.to_text(notice) if ending == ".txt" else writers.to_html(notice)
        write_whole(output, text.encode("utf-8"))
    elif ending == ".docx":
        write_whole(output, writers.to_docx(notice, template))
    else:
        write_whole(output, writers.to_pdf(notice))
