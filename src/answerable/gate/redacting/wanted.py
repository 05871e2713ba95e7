"""What is to be withheld: terms and regions, each with its provision, and the schedule of it."""

import json
import re
from dataclasses import dataclass
from typing import Any

from answerable.gate.cleaning.proof import term_pattern
from answerable.model import UnusableInputError

Box = tuple[float, float, float, float]  # left, top, right, bottom from the top left corner


@dataclass(frozen=True, slots=True)
class Term:
    """Words to withhold wherever they stand, under a provision ("" if none is given)."""

    text: str
    provision: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """How to find it."""
        return term_pattern(self.text)


@dataclass(frozen=True, slots=True)
class Region:
    """An area: points on a PDF page, dots on a picture. Pages count from 1."""

    page: int
    box: Box
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One row of the schedule: how many passages went from a place under a provision."""

    place: str
    provision: str
    count: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is to go from one file; longer terms first, so that none leaves its rest."""

    terms: tuple[Term, ...] = ()
    regions: tuple[Region, ...] = ()

    @classmethod
    def of(cls, order: dict[str, Any]) -> "Marks":
        """From the order that the child process gets."""
        terms = sorted((Term(*one) for one in order.get("terms", [])), key=lambda t: -len(t.text))
        regions = [
            Region(one["page"], (one["box"][0], one["box"][1], one["box"][2], one["box"][3]), one["provision"])
            for one in order.get("regions", [])
        ]  # fmt: skip
        return cls(tuple(terms), tuple(regions))


def read_terms(text: str) -> list[tuple[str, str]]:
    """Terms from a file of one a line: the term, and after a tab its provision.

    Raises:
        UnusableInputError: no term, or one of a single character.
    """
    found: list[tuple[str, str]] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        term, _, provision = line.partition("\t")
        if not term.strip():
            continue
        if len(term.strip()) < 2:
            raise UnusableInputError(
                f"Line {number} of the terms is a single character; write a longer term."
            )
        found.append((term.strip(), provision.strip()))
    if not found:
        raise UnusableInputError(
            "The list of terms is empty; write one term a line, and its provision after a tab."
        )
    return found


def read_regions(text: str) -> list[dict[str, Any]]:
    """Regions from JSON: a list of {"page", "box": [left, top, right, bottom], "provision"}.

    ``x``, ``y``, ``width`` and ``height`` may stand for ``box``; a list may stand under "regions".

    Raises:
        UnusableInputError: it cannot be read so.
    """
    how = 'write a list of {"page": 1, "box": [left, top, right, bottom], "provision": "s.40(2)"}'
    try:
        given = json.loads(text)
    except json.JSONDecodeError as problem:
        raise UnusableInputError(
            f"The regions are no JSON (line {problem.lineno}); {how}."
        ) from None
    listed = given.get("regions") if isinstance(given, dict) else given
    if not isinstance(listed, list) or not listed:
        raise UnusableInputError(f"The regions are no list, or an empty one; {how}.")
    found: list[dict[str, Any]] = []
    for number, one in enumerate(listed, 1):
        try:
            if "box" in one:
                left, top, right, bottom = (float(x) for x in one["box"])
            else:
                left, top = float(one["x"]), float(one["y"])
                right, bottom = left + float(one["width"]), top + float(one["height"])
            page = int(one.get("page", 1))
        except (TypeError, KeyError, ValueError, AttributeError):
            raise UnusableInputError(f"Region {number} cannot be read; {how}.") from None
        if not (right > left and bottom > top and page >= 1):
            raise UnusableInputError(f"Region {number} has no area or no page; {how}.")
        found.append(
            {
                "page": page,
                "box": [left, top, right, bottom],
                "provision": str(one.get("provision", "")),
            }
        )
    return found
