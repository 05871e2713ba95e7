"""What is part of what, on the command line: ``--within`` and ``--part``, for every plain table."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.counts_edge import read_bytes
from answerable.model import UnusableInputError

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
                raise UnusableInputError(
                    f"“{label}” is part of “{found[label]}” and of “{whole}”."
                )
    for each in part or []:
        if any(words in each.casefold() for words in _ADDS_UP):
            raise UnusableInputError(
                f"--part “{each}” says what adds up: give it with --within. With --part write "
                "'Under 16 of Total'."
            )
        said.append(each)
    return Told(found, tuple(said))
