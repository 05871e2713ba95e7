"""What every reader of a file gives: values by column name, with the place of the row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Raw:
    """A row as it stands in its file, or why it cannot be read."""

    place: str
    values: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""


class Reader(Protocol):
    """One file or folder, read once from its beginning to its end."""

    def rows(self) -> Iterator[Raw]:
        """The rows in order. Raises UnusableInputError where nothing can be read at all."""

    def share(self) -> float:
        """How much of it has been read, from 0 to 1."""


@runtime_checkable
class Table(Reader, Protocol):
    """A reader that knows its columns before it reads a row."""

    def names(self) -> list[str]:
        """The columns."""

    def only(self, columns: Iterable[str]) -> None:
        """Read no others."""
