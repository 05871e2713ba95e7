"""``answerable receipt verify``: is a receipt genuine? Without the authority, without a network."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.edge import FOUND, Format, emit, plain_errors
from answerable.cli.places import Apart
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from answerable.desk.ask.receipt import Checked

app = typer.Typer(
    help="Receipts that an authority gave for requests.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def _root() -> None:
    """Receipts that an authority gave for requests."""


@app.command("verify", cls=Apart)
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The receipt.")],
    key: Annotated[
        Path, typer.Option(metavar="FILE", help="The authority's key, from its /receipt-key.")
    ],
    request: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The request, to compare with the receipt.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="What it looks like.")] = Format.TEXT,
) -> None:
    """Say whether a receipt is as the authority signed it. Exit status 1 if it is not."""
    with plain_errors():
        check = _check()
        text = None if request is None else _read(request).decode("utf-8", errors="replace")
        found = check(_read(file), _read(key), text)
        good = found.genuine and found.request_matches is not False
        if format_ is Format.JSON:
            emit(
                json.dumps(
                    {
                        "genuine": found.genuine,
                        "request_matches": found.request_matches,
                        "facts": found.facts,
                    },
                    ensure_ascii=False,
                ),
                None,
            )
        else:
            emit("\n".join(_lines(found.genuine, found.request_matches, found.facts)), None)
        raise typer.Exit(0 if good else FOUND)


def _check() -> "Callable[[bytes, bytes, str | None], Checked]":
    try:
        from answerable.desk.ask.receipt import check
    except ModuleNotFoundError:
        raise UnusableInputError(
            'Checking receipts needs one more package: pip install "answerable[desk]".'
        ) from None
    return check


def _lines(genuine: bool, matches: bool | None, facts: dict[str, str]) -> list[str]:
    if not genuine:
        return ["NOT GENUINE: it was changed, or another authority's key was given."]
    lines = ["Genuine: as the authority signed it."]
    lines += [f"  {name.replace('_', ' ')}: {value}" for name, value in facts.items() if value]
    if matches is not None:
        lines.append(
            "The request is the one received."
            if matches
            else "The request is NOT the one received: something in it is different."
        )
    return lines


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(1_000_000)
    except OSError as problem:
        raise UnusableInputError(
            f"“{file}” cannot be read ({problem.strerror}); check the name."
        ) from None
