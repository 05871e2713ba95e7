"""No command writes over what it reads: each is asked so before it does anything.

A command names its places in its own parameters, so that one look at those serves all commands,
and one that is added later, too.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.core

from answerable.cli.edge import plain_errors
from answerable.model import UnusableInputError

#: The parameters that name a place to write; every other that is a path is read.
WRITTEN = ("output", "into", "fix", "target")
#: What commands write beside their place, for a while or for good.
_BESIDE = (".part", ".parts", ".schedule.html", ".schedule.json")


class Apart(typer.core.TyperCommand):
    """A command that is refused where its result would cost the officer what it is made from."""

    def invoke(self, ctx: Any) -> Any:
        """As typer does, after a look at the places."""
        with plain_errors():
            keep_apart(self.params, ctx.params)
        return super().invoke(ctx)


def keep_apart(known: list[Any], values: dict[str, Any]) -> None:
    """Compare every place to write with everything that is read, by file and not by name.

    Raises:
        UnusableInputError: a place is a file that is read, lies among the files of a folder that
            is read, is a folder that holds one, or is named twice.
    """
    read = [path for each in known for path in _read(each, values.get(each.name))]
    taken: list[Path] = []
    for each in known:
        place = values.get(each.name)
        if each.name in WRITTEN and place is not None and str(place) != "-":
            for path in read:
                _apart(Path(place), path, _named(each))
            if any(_same(Path(place), other) for other in taken):
                raise UnusableInputError(
                    f"{_named(each)} “{place}” is named for two results; name another place."
                )
            taken.append(Path(place))


def _read(known: Any, value: Any) -> Iterator[Path]:
    """The files and folders that one parameter names to be read."""
    if known.name in WRITTEN or value is None:
        return
    argument = known.param_type_name == "argument"
    for each in value if isinstance(value, list | tuple) else (value,):
        if isinstance(each, Path) or (argument and isinstance(each, str) and "\n" not in each):
            path = Path(each)
            if _is(path.is_file) or _is(path.is_dir):  # no pipe, no terminal, no words
                yield path


def _named(known: Any) -> str:
    longest: str = max(known.opts, key=len)
    return longest if longest.startswith("-") else longest.upper()


def _apart(place: Path, path: Path, option: str) -> None:
    if any(_same(each, path) for each in (place, *_beside(place))):
        raise UnusableInputError(
            f"{option} “{place}” would be written over “{path}”, which is read; name another place."
        )
    if any(_holds(each, path) for each in (place, *_beside(place))):
        raise UnusableInputError(
            f"{option} “{place}” is a folder that holds “{path}”, which is read; name another folder."
        )
    if _is(place.exists) and _holds(path, place):
        raise UnusableInputError(
            f"{option} “{place}” is there already in the folder “{path}”, which is read; name "
            "another place."
        )


def _beside(place: Path) -> list[Path]:
    return [place.with_name(place.name + ending) for ending in _BESIDE] if place.name else []


def _same(one: Path, other: Path) -> bool:
    """One file, by its name, through links, or by its number on the disk."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, ValueError, RuntimeError):
        return False  # one of them is not there, or cannot be


def _holds(folder: Path, path: Path) -> bool:
    try:
        return folder.is_dir() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _is(question: Any) -> bool:
    try:
        return bool(question())
    except (OSError, ValueError):  # too long, or with a null in it
        return False
