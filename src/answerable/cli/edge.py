"""What every command does at its edge: plain sentences for bad input, output to a place."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import typer

from answerable.model import RefusedInputError, Severity, UnusableInputError

FOUND = 1  # something at or above --fail-on
UNUSABLE = 2  # input that cannot be used
REFUSED = 3  # refused for safety


class Format(StrEnum):
    """The two formats every command has."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on a finding makes the exit status 1."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"
    NEVER = "never"

    def reached_by(self, worst: Severity | None) -> bool:
        """Whether ``worst`` (None: nothing found) is at or above this level."""
        return self is not FailOn.NEVER and worst is not None and worst >= Severity[self.name]


@contextmanager
def plain_errors(fail_on: FailOn = FailOn.HIGH) -> Iterator[None]:
    """Turn unusable input into one sentence on standard error and its exit status.

    With ``--fail-on never`` a status is 0 or 2 and nothing else: what is refused for safety is
    input that cannot be used, and the sentence says why.
    """
    try:
        yield
    except RefusedInputError as problem:
        typer.echo(f"answerable: {problem}", err=True)
        raise typer.Exit(UNUSABLE if fail_on is FailOn.NEVER else REFUSED) from None
    except UnusableInputError as problem:
        typer.echo(f"answerable: {problem}", err=True)
        raise typer.Exit(UNUSABLE) from None
    except KeyboardInterrupt:
        typer.echo("answerable: stopped; nothing was written.", err=True)
        raise typer.Exit(130) from None


def standard_input(most: int) -> bytes:
    """What comes in on standard input, up to ``most`` bytes.

    Raises:
        RefusedInputError: there is more, perhaps without an end.
    """
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise RefusedInputError(
            f"Standard input goes on beyond {most // 2**20:,} MB and was not read further."
        )
    return data


_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)])


def shown(text: str) -> str:
    """Words out of somebody else's file, without what would steer a terminal."""
    return text.translate(_CONTROLS)


def emit(text: str, output: Path | None) -> None:
    """Write ``text`` to ``output``, whole or not at all, or to standard output.

    Raises:
        UnusableInputError: the file cannot be written.
    """
    body = text if text.endswith("\n") else text + "\n"
    if output is None or str(output) == "-":
        sys.stdout.write(body)
        return
    write_whole(output, body.encode("utf-8"))


def write_whole(output: Path, data: bytes) -> None:
    """Write a file by way of a neighbour, so that a failure leaves nothing half-written."""
    neighbour = output.with_name(output.name + ".part")
    try:
        neighbour.write_bytes(data)
        neighbour.replace(output)
    except OSError as problem:
        neighbour.unlink(missing_ok=True)
        raise UnusableInputError(
            f"“{output}” cannot be written ({problem.strerror}); choose another place."
        ) from None
