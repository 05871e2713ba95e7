"""``answerable questions``: what a request asks, and which law its subject points to."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import Format, emit, plain_errors, standard_input

if TYPE_CHECKING:
    from answerable.model import Request


def questions(
    path: Annotated[str, typer.Argument(metavar="PATH|-", help="The request: a file, or - .")],
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """List the questions of a request, and the law its subject points to with the reasons."""
    with plain_errors():
        from answerable.letters import read_request
        from answerable.letters.files import DEFAULT, open_bytes, open_file

        opened = (
            open_bytes(standard_input(DEFAULT.file_bytes), "standard input")
            if path == "-"
            else open_file(Path(path))
        )
        found = read_request(opened.text)
        if _is_reply(opened.text):
            typer.echo(
                "answerable: This reads as a reply to a request; “answerable audit” reads those, "
                "and what is listed here may not be what was asked.",
                err=True,
            )
        emit(_json(found) if format_ is Format.JSON else _text(found), output)


def _is_reply(text: str) -> bool:
    """Whether it answers a request, and says so: a request may speak of refusals, too."""
    from answerable.letters import not_a_response, read_letter

    letter = read_letter(text)
    return letter.dates.received is not None and not_a_response(letter) is None


def _json(found: "Request") -> str:
    return json.dumps(
        {
            "regime": found.reading.regime,
            "regime_reasons": list(found.reading.reasons),
            "questions": [
                {
                    "number": question.number,
                    "text": question.text,
                    "wants_counts": question.wants_counts,
                    "span": list(question.span),
                }
                for question in found.questions
            ],
            "wants_counts": found.wants_counts,
        },
        ensure_ascii=False,
        indent=2,
    )


def _text(found: "Request") -> str:
    lines = [f"{len(found.questions)} question{'' if len(found.questions) == 1 else 's'}"]
    for question in found.questions:
        counts = "  [asks for counts]" if question.wants_counts else ""
        lines.append(f"  {question.number:>3}  {question.text}{counts}")
    lines.append(f"The subject points to {found.reading.regime}.")
    return "\n".join([*lines, *(f"  {reason}" for reason in found.reading.reasons)])
