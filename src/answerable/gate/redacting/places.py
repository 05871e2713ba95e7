"""Places in a Word document that has no fixed pages: its paragraphs, tables and pictures, numbered.

Paragraphs with words, tables and pictures are each counted from 1, in the order of the text; so
they are in each header and footer. Footnotes, endnotes and comments are counted whole.
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
WHOLE = ("header", "footer", "footnote", "endnote", "comment")
_FORM = re.compile(
    r"(?:(?P<story>header|footer) (?P<at>\d{1,6}),? )?"
    r"(?:paragraphs? (?P<first>\d{1,6})(?: ?(?:to|-|–) ?(?P<last>\d{1,6}))?"
    r"|table (?P<table>\d{1,6})(?:,? row (?P<row>\d{1,6}))?(?:,? column (?P<column>\d{1,6}))?"
    r"|picture (?P<picture>\d{1,6}))",
    re.IGNORECASE,
)
_WHOLE_FORM = re.compile(rf"({'|'.join(WHOLE)}) (\d{{1,6}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One place, or paragraphs in a row. ``row`` and ``column`` are 0 for all of a table's.

    ``story`` is the header or footer that it stands in ("header 1"), "" for the text.
    """

    kind: str  # "paragraph", "table", "picture", or one of ``WHOLE``
    first: int
    last: int
    row: int = 0
    column: int = 0
    story: str = ""

    def __str__(self) -> str:
        """As it is written."""
        within = f"{self.story} " if self.story else ""
        if self.kind == "paragraph" and self.last > self.first:
            return f"{within}paragraphs {self.first} to {self.last}"
        row = f" row {self.row}" if self.row else ""
        column = f" column {self.column}" if self.column else ""
        return f"{within}{self.kind} {self.first}{row}{column}"


def read_place(text: str) -> Place | None:
    """A place from "paragraph 3", "paragraphs 3 to 5", "table 1 row 2 column 3", "picture 1",
    "header 1 paragraph 2", "footer 1", "footnote 4" or "comment 1".
    """
    said = " ".join(text.split())
    if (whole := _WHOLE_FORM.fullmatch(said)) is not None:
        number = int(whole.group(2))
        return Place(whole.group(1).lower(), number, number) if number else None
    met = _FORM.fullmatch(said)
    if met is None:
        return None
    named = {name: each for name, each in met.groupdict().items() if each is not None}
    story = f"{named.pop('story').lower()} {int(named['at'])}" if "story" in named else ""
    at = {name: int(number) for name, number in named.items()}
    if not all(at.values()):
        return None
    if "table" in at:
        row, column = at.get("row", 0), at.get("column", 0)
        return Place("table", at["table"], at["table"], row, column, story)
    if "picture" in at:
        return Place("picture", at["picture"], at["picture"], story=story)
    last = at.get("last", at["first"])
    return Place("paragraph", at["first"], last, story=story) if last >= at["first"] else None


@dataclass(frozen=True, slots=True)
class Found:
    """The elements of a document that are counted, in order."""

    paragraphs: list[Any]
    tables: list[Any]
    pictures: list[Any]


def found_in(holder: Any) -> Found:
    """What is counted in the body of a document, or in a header or footer."""
    made = Found([], [], [])
    for one in blocks(holder):
        if local(one) == "tbl":
            made.tables.append(one)
        elif words(one, "t", "delText").strip():
            made.paragraphs.append(one)
    made.pictures.extend(one for one in each(holder, *_DRAWN) if _pictured(one))
    return made


def blocks(holder: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, not those within a table."""
    for one in holder:
        if local(one) in ("p", "tbl"):
            yield one
        elif local(one) in _HOLDERS:
            yield from blocks(one)


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
    return [cell for cell, at, wide in placed_cells(row) if not column or at <= column < at + wide]


def placed_cells(row: Any) -> list[tuple[Any, int, int]]:
    """The cells of a row, each with the column that it begins in and how many it is wide."""
    found, at = [], 1 + _skipped(row)
    for cell in (one for one in _children(row) if local(one) == "tc"):
        span = next((attr(one, "val") for one in each(cell, "gridSpan")), "1")
        wide = max(int(span), 1) if span.isdigit() else 1
        found.append((cell, at, wide))
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


def word_package(data: bytes, limits: Limits) -> Package:
    """The parts of a Word document.

    Raises:
        NoCopyError: it is no Word document. TooMuchError, HeldError: as for inspecting.
    """
    if kind_of(data) == "package" and package_kind(archive := Archive(data, limits)) == "office":
        package = Package(archive)
        if office.kind(package) == "docx":
            return package
    raise NoCopyError("is no Word document: areas of pages and pictures have numbers instead")


def places_of(data: bytes, limits: Limits) -> list[dict[str, str]]:
    """The places of a Word document: {"place", "text"}, in the order of the text by kind.

    Raises:
        NoCopyError: it is no Word document. TooMuchError, HeldError: as for inspecting.
    """
    from answerable.gate.redacting.stories import stories_of

    package = word_package(data, limits)
    rows: list[tuple[str, str]] = []
    for story in stories_of(package, package.tree):
        if story.whole:
            rows.append((story.name, words_of(story.holder)))
            continue
        within = f"{story.name} " if story.name else ""
        rows += [(within + place, text) for place, text in _listed(found_in(story.holder))]
    return [{"place": place, "text": _short(text)} for place, text in rows]


def _listed(found: Found) -> Iterator[tuple[str, str]]:
    for n, one in enumerate(found.paragraphs, 1):
        yield f"paragraph {n}", words_of(one)
    for n, table in enumerate(found.tables, 1):
        for at, row in enumerate(rows_of(table), 1):
            yield f"table {n} row {at}", " | ".join(words_of(cell) for cell in cells_of(row))
    for n, one in enumerate(found.pictures, 1):
        yield f"picture {n}", about(one)


def words_of(one: Any) -> str:
    """The words of an element in one line."""
    return squash(words(one, "t"))


def about(picture: Any) -> str:
    """What a picture says of itself."""
    said = [
        attr(one, key)
        for one in each(picture, "docPr", "shape")
        for key in ("descr", "name", "alt")
    ]
    return next((one for one in said if one), "without a description")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2].rstrip()} …"
