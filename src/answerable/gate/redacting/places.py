"""Places in a Word document that has no fixed pages: its paragraphs, tables and pictures, numbered.

Paragraphs with words, tables and pictures are each counted from 1, in the order of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from answerable.gate.cleaning import NoCopyError
from answerable.gate.identify import kind_of, package_kind
from answerable.gate.limits import Limits
from answerable.gate.readers import office
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local, squash, words

_HOLDERS = ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo")
_DRAWN = ("drawing", "pict", "object")
_SHOWN = 70  # characters of a place in the list
_FORM = re.compile(
    r"(?:paragraphs? (?P<first>\d{1,6})(?: ?(?:to|-|–) ?(?P<last>\d{1,6}))?"
    r"|table (?P<table>\d{1,6})(?:,? row (?P<row>\d{1,6}))?(?:,? column (?P<column>\d{1,6}))?"
    r"|picture (?P<picture>\d{1,6}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place, or paragraphs in a row. ``row`` and ``column`` are 0 for all of a table's."""

    kind: str  # "paragraph", "table" or "picture"
    first: int
    last: int
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        """As it is written."""
        if self.kind == "paragraph" and self.last > self.first:
            return f"paragraphs {self.first} to {self.last}"
        row = f" row {self.row}" if self.row else ""
        return f"{self.kind} {self.first}{row}{f' column {self.column}' if self.column else ''}"


def read_place(text: str) -> Place | None:
    """A place from "paragraph 3", "paragraphs 3 to 5", "table 1 row 2 column 3" or "picture 1"."""
    met = _FORM.fullmatch(" ".join(text.split()))
    if met is None:
        return None
    at = {name: int(number) for name, number in met.groupdict().items() if number is not None}
    if not all(at.values()):
        return None
    if "table" in at:
        return Place("table", at["table"], at["table"], at.get("row", 0), at.get("column", 0))
    if "picture" in at:
        return Place("picture", at["picture"], at["picture"])
    last = at.get("last", at["first"])
    return Place("paragraph", at["first"], last) if last >= at["first"] else None


@dataclass(frozen=True, slots=True)
class Found:
    """The elements of a document that are counted, in order."""

    paragraphs: list[Any]
    tables: list[Any]
    pictures: list[Any]


def found_in(root: Any) -> Found:
    """What is counted in the main part of a document."""
    made = Found([], [], [])
    for body in (one for one in root if local(one) == "body"):
        for one in _blocks(body):
            if local(one) == "tbl":
                made.tables.append(one)
            elif words(one, "t", "delText").strip():
                made.paragraphs.append(one)
        made.pictures.extend(one for one in each(body, *_DRAWN) if _pictured(one))
    return made


def _blocks(holder: Any) -> Iterator[Any]:
    for one in holder:
        if local(one) in ("p", "tbl"):
            yield one
        elif local(one) in _HOLDERS:
            yield from _blocks(one)


def _pictured(one: Any) -> bool:
    """Whether a drawing leads to a picture or chart, and is no stand-in for old programs."""
    stands_in = any(local(above) == "Fallback" for above in one.iterancestors())
    inside = any(local(above) in _DRAWN for above in one.iterancestors())
    return not stands_in and not inside and bool(relations(one))


def relations(one: Any) -> set[str]:
    """The ids of relations that an element and what is in it speak of."""
    return {
        str(value)
        for part in one.iter()
        if isinstance(part.tag, str)
        for key, value in part.attrib.items()
        if "/relationships}" in str(key)
    }


def rows_of(table: Any) -> list[Any]:
    """The rows of a table, not those of a table within it."""
    return [one for one in _children(table) if local(one) == "tr"]


def cells_of(row: Any, column: int = 0) -> list[Any]:
    """The cells of a row; those that stand in a column, wide ones too, if one is named."""
    found, at = [], 1 + _skipped(row)
    for cell in (one for one in _children(row) if local(one) == "tc"):
        span = next((attr(one, "val") for one in each(cell, "gridSpan")), "1")
        wide = max(int(span), 1) if span.isdigit() else 1
        if not column or at <= column < at + wide:
            found.append(cell)
        at += wide
    return found


def _skipped(row: Any) -> int:
    values = [attr(one, "val") for p in row if local(p) == "trPr" for one in each(p, "gridBefore")]
    return int(values[0]) if values and values[0].isdigit() else 0


def _children(holder: Any) -> Iterator[Any]:
    for one in holder:
        if local(one) in _HOLDERS:
            yield from _children(one)
        else:
            yield one


def places_of(data: bytes, limits: Limits) -> list[dict[str, str]]:
    """The places of a Word document: {"place", "text"}, in the order of the text by kind.

    Raises:
        NoCopyError: it is no Word document. TooMuchError, HeldError: as for inspecting.
    """
    if kind_of(data) != "package" or package_kind(archive := Archive(data, limits)) != "office":
        raise NoCopyError("is no Word document: areas of pages and pictures have numbers instead")
    package = Package(archive)
    if office.kind(package) != "docx":
        raise NoCopyError("is no Word document: areas of pages and pictures have numbers instead")
    found = found_in(package.tree(package.main))
    rows = [(f"paragraph {n}", _words(one)) for n, one in enumerate(found.paragraphs, 1)]
    for n, table in enumerate(found.tables, 1):
        for at, row in enumerate(rows_of(table), 1):
            cells = " | ".join(_words(cell) for cell in cells_of(row))
            rows.append((f"table {n} row {at}", cells))
    rows += [(f"picture {n}", _about(one)) for n, one in enumerate(found.pictures, 1)]
    return [{"place": place, "text": _short(text)} for place, text in rows]


def _words(one: Any) -> str:
    return squash(words(one, "t"))


def _about(picture: Any) -> str:
    said = [
        attr(one, key)
        for one in each(picture, "docPr", "shape")
        for key in ("descr", "name", "alt")
    ]
    return next((one for one in said if one), "without a description")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2].rstrip()} …"
