"""Marks in published tables: four kinds of blank, and ranges that must be declared.

``0`` a nought; ``[z]`` nothing possible (structural zero); ``c``, ``[c]`` or ``*`` withheld; ``x``,
``[x]`` or ``..`` not collected. ``<5`` and the like must be said to be 1..4 or 0..4.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from answerable.model import UnusableInputError


class Blank(StrEnum):
    """Why a cell holds no count."""

    IMPOSSIBLE = "structural zero"
    WITHHELD = "withheld"
    NOT_COLLECTED = "not collected"


BLANKS = {
    "z": Blank.IMPOSSIBLE, "[z]": Blank.IMPOSSIBLE,
    "c": Blank.WITHHELD, "[c]": Blank.WITHHELD, "*": Blank.WITHHELD,
    "x": Blank.NOT_COLLECTED, "[x]": Blank.NOT_COLLECTED, "..": Blank.NOT_COLLECTED,
}  # fmt: skip


def read_markers(said: Sequence[str]) -> dict[str, tuple[int, int | None]]:
    """Marks with their ranges, from ``<5=1..4`` (open: ``*=1..``).

    Raises:
        UnusableInputError: one has no range.
    """
    marks: dict[str, tuple[int, int | None]] = {}
    for each in said:
        mark, equals, range_ = each.rpartition("=")
        found = re.fullmatch(r"(\d+)\.\.(\d*)", range_.strip())
        if not equals or not mark or not found:
            raise UnusableInputError(f"--marker “{each}” needs a range, as in '<5=1..4'.")
        low, high = int(found[1]), int(found[2]) if found[2] else None
        if high is not None and high < low:
            raise UnusableInputError(f"--marker “{each}” ends before it begins.")
        marks[mark.strip()] = (low, high)
    return marks
