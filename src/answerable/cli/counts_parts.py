"""What is part of what, on the command line: ``--within`` and ``--part``, for every plain table."""

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.counts_edge import read_bytes
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from answerable.counts import System

Within = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORDS|FILE.csv",
        help="What adds up to what: 'North, South make up Region', or a file (label, whole).",
    ),
]
Part = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORDS",
        help="What is only some of what, such as 'Under 16 of Total'. May be given again.",
    ),
]
_ADDS_UP = (" make up ", " makes up ", " add up to ")


@dataclass(frozen=True, slots=True)
class Told:
    """What the two options said: labels from files, and sentences."""

    within: dict[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything was said."""
        return bool(self.within or self.said)


@contextmanager
def options_proposed() -> Iterator[None]:
    """Where what is part of what is not said, the refusal ends with the options that would say it.

    Raises:
        UnusableInputError: as the block within, with those options.
    """
    from answerable.counts.proposals import PartUnsaidError

    try:
        yield
    except PartUnsaidError as problem:
        options = " ".join(map(_option, problem.proposed))
        raise UnusableInputError(f"{problem.why}, if it is so, add {options}") from None


def _option(words: str) -> str:
    name = "--within" if any(each in words for each in _ADDS_UP) else "--part"
    return f"{name} {shlex.quote(words.replace(' is part of ', ' of '))}"


def told_parts(within: list[str] | None, part: list[str] | None) -> Told:
    """What both options say together.

    Raises:
        UnusableInputError: a file cannot be read or says two things of one label, or words of one
            option are in the form of the other.
    """
    from answerable.counts.files import rows_of
    from answerable.counts.hierarchy import parts

    found: dict[str, str] = {}
    said: list[str] = []
    for each in within or []:
        if any(words in each.casefold() for words in _ADDS_UP):
            said.append(each)
            continue
        if not Path(each).exists() and " of " in each:
            raise UnusableInputError(
                f"--within “{each}” does not say what adds up to what: write 'North, South make up "
                "Region'; what is only some of something is said with --part."
            )
        for label, whole in parts(rows_of(read_bytes(Path(each)), Path(each).suffix)).items():
            if found.setdefault(label, whole) != whole:
                raise UnusableInputError(f"“{label}” is part of “{found[label]}” and of “{whole}”.")
    for each in part or []:
        if any(words in each.casefold() for words in _ADDS_UP):
            raise UnusableInputError(
                f"--part “{each}” says what adds up: give it with --within. With --part write "
                "'Under 16 of Total'."
            )
        said.append(each)
    return Told(found, tuple(said))


def published(
    path: Path, marks: "dict[str, tuple[int, int | None]]", parts: Told, sheet: str = ""
) -> "System":
    """What a reader of a published table knows, or of a model in JSON, which says its own parts.

    Raises:
        UnusableInputError: it cannot be read, or has none of the labels that were said.
    """
    from answerable.counts import read_model
    from answerable.counts.files import sheet_of
    from answerable.counts.published_table import read_published

    data = read_bytes(path)
    if path.suffix.casefold() == ".json":
        if parts.any:
            raise UnusableInputError(
                f"“{path.name}” is a model, which says what is part of what itself (inequalities_le)."
            )
        try:
            return read_model(json.loads(data.decode("utf-8-sig")))
        except (ValueError, RecursionError):
            raise UnusableInputError(f"“{path}” is not JSON that can be read.") from None
    found = sheet_of(data, path.suffix, sheet)
    for note in found.notes:
        typer.echo(f"answerable: {path.name}: {note}", err=True)
    return read_published(found.rows, marks, path.name, parts.within, parts.said)


def fitting(path: Path, other: Path, parts: Told, sheet: str, other_sheet: str) -> Told:
    """Of what was said of two tables, what this one has the labels for.

    What neither has is kept, so that it is refused with its reason.
    """
    mine, theirs = _labels(path, sheet), _labels(other, other_sheet)
    if mine is None or theirs is None:
        return parts

    def fits(sentence: str) -> bool:
        return speaks_of(sentence, mine) or not speaks_of(sentence, theirs)

    from answerable.counts.nesting import speaks_of

    within = {
        part: whole
        for part, whole in parts.within.items()
        if _both(mine, part, whole) or not _both(theirs, part, whole)
    }
    return Told(within, tuple(filter(fits, parts.said)))


def _both(labels: tuple[list[str], list[str]], part: str, whole: str) -> bool:
    return any(part in names and whole in names for names in labels)


def _labels(path: Path, sheet: str) -> tuple[list[str], list[str]] | None:
    """The labels of a table's rows and columns; None of a model."""
    if path.suffix.casefold() == ".json":
        return None
    from answerable.counts.files import rows_of

    rows = rows_of(read_bytes(path), path.suffix, sheet)
    return [row[0] for row in rows[1:]], list(rows[0][1:])
