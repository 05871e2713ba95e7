"""What a workbook says that the reader of one sheet needs, and what that reader keeps."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from answerable.gate.readers.sheet_apart import Apart

#: Column, text, number of the style, kind ("s" shared string, "n" number, "b", "d", "str" …).
Value = tuple[int, str, int, str]


class Shape(NamedTuple):
    """What rows of the same columns, styles and kinds have in common."""

    columns: tuple[int, ...]
    widest: int
    styles: tuple[int, ...]
    kinds: tuple[str, ...]
    strings: tuple[int, ...]  # which of them point to a shared string
    seen: bool  # no style of them hides its value


@dataclass
class Kept:
    """What a sheet shows, for a copy of it: rows of cells, and ranges that turn white by a rule.

    ``rows`` may be emptied while the sheet is read.
    """

    rows: list[tuple[int, list[Value]]] = field(default_factory=list)
    pale: list[str] = field(default_factory=list)


@dataclass
class Look:
    """What the workbook says that a sheet needs: strings, unseen styles, the state of the sheet."""

    strings: list[str]
    used: bytearray
    unseen: dict[int, str]  # style number to carrier
    carrier: str = "visible"  # "hidden_sheet" when the whole sheet is
    label: str = ""
    pale: frozenset[int] = frozenset()  # conditional styles that write in white
    kept: Kept | None = None  # filled with what is seen, if it is given
    apart: "Apart | None" = None  # what stands on cells of the sheet

    def string(self, value: str) -> str:
        """The shared string that a cell points to; the value itself if there is none."""
        if value.isdigit():
            index = int(value)
            if index < len(self.strings):
                self.used[index] = 1
                return self.strings[index]
        return value


def letter(number: int) -> str:
    """1 is A, 27 is AA."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column(ref: str) -> int:
    """The number of the column of a reference: 1 for A1 and for A."""
    value = 0
    for character in ref:
        if not "A" <= character <= "Z":
            break
        value = value * 26 + ord(character) - 64
    return value
