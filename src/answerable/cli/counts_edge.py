"""What the commands of ``answerable counts`` share: reading a file, numbers for JSON."""

import json
import re
import sys
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from answerable.cli.edge import UNUSABLE
from answerable.model import RefusedInputError, UnusableInputError

if TYPE_CHECKING:
    from answerable.counts import Bounds, Interval

_LARGEST = 64 * 1024 * 1024


class CountsFormat(StrEnum):
    """What the answer looks like."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Plain(TyperGroup):
    """Commands whose options, if they are wrong, get one sentence like any other input."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; its usage is not printed over the sentence that says what is wrong."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as problem:
            said = _in_plain_words(problem.format_message().rstrip("."))
            name = problem.ctx.command_path if problem.ctx else "answerable counts"
            typer.echo(f"answerable: {said} ({name} --help says more).", err=True)
            raise typer.Exit(UNUSABLE) from None


def _in_plain_words(said: str) -> str:
    """The words of the library, but for numbers, whose words are no officer's."""
    option = re.search(r"'(-[^']*)'", said)
    for sign, kind in (
        ("integer", "a whole number"),
        ("float", "a number"),
        ("number", "a number"),
    ):
        if option and sign in said:
            return f"{option[1]} needs {kind}"
    return said


def checked_seconds(seconds: float) -> float:
    """How long it may take.

    Raises:
        UnusableInputError: that is no time at all.
    """
    if not 0 < seconds < 1e7:
        raise UnusableInputError(f"--seconds {seconds:g} is no time to work in; give 1 or more.")
    return seconds


def read_bytes(path: Path) -> bytes:
    """A file, or standard input for ``-``.

    Raises:
        UnusableInputError: it is not there, or cannot be read.
        RefusedInputError: it is over 64 MB.
    """
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be read ({problem.strerror}).") from None
    if len(data) > _LARGEST:
        raise RefusedInputError(f"“{path}” is over 64 MB; give one table, not the records.")
    return data


def read_json(path: Path) -> Any:
    """A JSON file.

    Raises:
        UnusableInputError: it cannot be read or is not JSON.
    """
    try:
        return json.loads(read_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError):  # not UTF-8, not JSON, or a number beyond reason
        raise UnusableInputError(f"“{path}” is not JSON that can be read.") from None


def interval_json(interval: "Interval") -> dict[str, Any]:
    """An interval in the form of the contract."""
    return {
        "lo": number_json(interval.lo),
        "hi": number_json(interval.hi),
        "attained": interval.attained,
    }


def number_json(value: "int | Fraction | None") -> int | float | None:
    """A whole number as such, another as a decimal."""
    return value if value is None or isinstance(value, int) else float(value)


def bounds_json(found: "Bounds", *, witnesses: bool = False) -> dict[str, Any]:
    """The answer of ``bounds`` in the form of the contract."""
    made: dict[str, Any] = {
        "feasible": found.feasible,
        "bounds": {name: interval_json(each) for name, each in found.intervals.items()},
        "disclosed": found.disclosed,
    }
    if found.feasible is False:
        made["conflict"] = list(found.conflict)
    if witnesses:
        made["witnesses"] = {
            name: [
                None if w is None else {n: number_json(v) for n, v in w.table().items()}
                for w in pair
            ]
            for name, pair in found.witnesses.items()
        }
    return made
