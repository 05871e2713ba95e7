"""OpenDocument text, sheets and slides: hidden tables and rows, changes, comments, notes."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.archive import Archive
from answerable.gate.readers.odf_beside import (
    beside,
    hidden_paragraphs,
    off_slides,
    on_a_ground,
    page_width,
    unused_margins,
    used_pages,
)
from answerable.gate.readers.properties import is_of_programs
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import attr, each, local, squash, streamed, tree
from answerable.gate.spans import Span, Visibility, hidden, note, unshown, visible

_LAYOUT = re.compile(
    r"^(mimetype|styles\.xml|settings\.xml|manifest\.rdf|META-INF/.*|Configurations2/.*|Thumbnails/.*|layout-cache|.*/(styles|settings)\.xml|.*/layout-cache)$"
)


def read(archive: Archive, inner: Any) -> Iterator[Span]:
    """Spans of an OpenDocument file."""
    yield from archive.oddities()
    manifest = (
        archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.names else b""
    )
    if b"encryption-data" in manifest:
        from answerable.gate.limits import TooMuchError

        raise TooMuchError("is encrypted; send it without a password")
    used, width = used_pages(archive), page_width(archive)
    for name in archive.names:
        if name in ("content.xml", "styles.xml"):
            with archive.stream(name) as stream:
                yield from _part(stream, name, used, width)
        elif name == "meta.xml":
            for one in tree(archive.read(name), name).iter():
                if isinstance(one.tag, str) and (one.text or "").strip():
                    usual = local(one) != "user-defined" or is_of_programs(attr(one, "name"))
                    yield (note if usual else hidden)(
                        "metadata" if usual else "custom_property",
                        f"{attr(one, 'name') or local(one)}: {one.text}",
                        "document properties",
                    )
        elif name.startswith(("Basic/", "Scripts/")):
            data = archive.read(name)
            if b"script:module" in data or name.startswith("Scripts/"):
                yield hidden("macro", strings(data), f"macros ({name})")
        elif name.startswith(("Pictures/", "media/")):
            yield from (
                s for s in inner(archive.read(name), name) if s.carrier != "cannot_see_inside"
            )
        elif name.startswith(("Object", "ObjectReplacements/")) and not name.endswith(
            "content.xml"
        ):
            if "/" not in name:
                yield hidden(
                    "embedded_object", strings(archive.read(name)), f"embedded file “{name}”"
                )
        elif name.endswith("/content.xml"):
            root = tree(archive.read(name), name)
            if not each(root, "chart"):
                yield hidden("embedded_object", _text(root), f"embedded document “{name}”")
        elif name.startswith("Versions/") or name == "VersionList.xml":
            yield hidden(
                "old_version", strings(archive.read(name)) or name, f"earlier version ({name})"
            )
        elif not _LAYOUT.match(name):
            yield hidden(
                "unreferenced_part", strings(archive.read(name)) or name, f"unknown part “{name}”"
            )


def _part(stream: Any, name: str, used: set[str] | None, width: float) -> Iterator[Span]:
    """Spans of a content part: the rows of its sheets as they come, then all the rest."""
    styles: dict[str, Any] = {}
    current: Any = None
    for one in streamed(stream, name, "table-row"):
        if local(one) != "table-row":
            yield from unused_margins(one, used)
            yield from off_slides(one, width)
            yield from hidden_paragraphs(one)
            yield from _content(one)
            return
        table = next((above for above in one.iterancestors() if local(above) == "table"), None)
        if table is None or local(table.getparent()) != "spreadsheet":
            continue  # a table of words, or one inside a cell: it stays where it is
        if table is not current:
            root = one.getroottree().getroot()
            styles = styles or {attr(style, "name"): style for style in each(root, "style")}
            current, rows = table, SheetRows(table, styles)
        yield from rows.row(one)
        yield from _remarks(one)
        one.clear()


def _remarks(root: Any) -> Iterator[Span]:
    """Comments, hidden words and descriptions of pictures, wherever they are."""
    for one in each(root, "annotation"):
        yield hidden("comment", _text(one), f"comment {_place(one)}")
    for one in each(root, "hidden-text"):
        yield hidden("hidden_text", attr(one, "string-value") or _text(one), "hidden text")
    for one in each(root, "title", "desc"):
        if one.text:
            yield note("alt_text", one.text, "alternative text")


def _content(root: Any) -> Iterator[Span]:
    styles = {attr(one, "name"): one for one in each(root, "style")}
    for region in each(root, "changed-region"):
        who = next((one.text or "" for one in each(region, "creator")), "somebody")
        yield Span(
            "tracked_changes", _text(region) or "change", f"change by {who}", Visibility.REMOVED
        )
    for change in each(root, "cell-content-change", "deletion"):
        if local(change.getparent()) == "tracked-changes" and _text(change):
            yield Span("tracked_changes", _text(change), "change of a cell", Visibility.REMOVED)
    yield from _remarks(root)
    yield from beside(root)
    for one in each(root, "section"):
        if attr(one, "display") in ("none", "condition"):
            yield hidden("hidden_text", _text(one), f"hidden section '{attr(one, 'name')}'")
    for page in each(root, "page"):
        name = attr(page, "name")
        if gone(styles.get(attr(page, "style-name")), "visibility", "hidden"):
            yield hidden("hidden_slide", _text(page) or name, f"slide '{name}' (hidden)")
        for one in each(page, "notes"):
            if _text(one):
                yield hidden("speaker_notes", _text(one), f"notes of slide '{name}'")
    for one in each(root, "data-pilot-table"):
        yield note(
            "pivot_table",
            attr(one, "name"),
            f"pivot table over {attr(next(iter(each(one, 'source-cell-range')), one), 'cell-range-address')}",
        )
    for table in each(root, "table"):
        if local(table.getparent()) in ("spreadsheet",):
            yield from _named(table)
        elif "DPCache" in attr(table, "name"):
            yield hidden("pivot_cache", _text(table), "pivot cache")
    unseen = {n: c for n, s in styles.items() if (c := unseen_style(s))}
    for one in each(root, "span", "p", "h"):
        text = (
            squash("".join(one.itertext()))
            if attr(one, "style-name") in unseen
            else squash(one.text or "")
        )
        if text and not any(
            local(a) in ("spreadsheet", "tracked-changes", "annotation", "notes")
            for a in one.iterancestors()
        ):
            carrier = unseen.get(attr(one, "style-name"))
            if carrier == "white_text" and on_a_ground(one, styles):
                carrier = None
            yield hidden(carrier, text, "the text") if carrier else visible(text, "the text")


def _named(table: Any) -> Iterator[Span]:
    for one in each(table, "named-range", "named-expression"):
        if attr(one, "expression").startswith(('of:="', '"')):
            yield hidden(
                "defined_name", attr(one, "expression"), f"defined name '{attr(one, 'name')}'"
            )
    for source in each(table, "table-source"):
        yield hidden(
            "external_link_cache",
            attr(source, "href"),
            f"link to another workbook ({attr(table, 'name')})",
        )


class SheetRows:
    """Judges the rows of one sheet in order."""

    def __init__(self, table: Any, styles: dict[str, Any]) -> None:
        self._shut = gone(styles.get(attr(table, "style-name")), "display", "false")
        self._label = f"sheet '{attr(table, 'name')}'" + (" (hidden)" if self._shut else "")
        self._unseen = {n: c for n, s in styles.items() if (c := unseen_style(s))}
        self._columns: list[bool] = []  # whether each is hidden
        for one in each(table, "table-column"):
            shut = attr(one, "visibility") in ("collapse", "filter")
            self._columns += [shut] * min(int(attr(one, "number-columns-repeated") or 1), 2000)
        self._number = 0

    def row(self, row: Any) -> Iterator[Span]:
        """Spans of the next row."""
        shut = attr(row, "visibility") in ("collapse", "filter")
        self._number += int(attr(row, "number-rows-repeated") or 1)
        texts: list[str] = []
        for column, text, style, covered in _cells(row):
            span = None
            if covered:
                where = f"{self._label}, row {self._number}, under the cell it is joined to"
                span = unshown("merged_cells", text, where)
            elif not (self._shut or shut):
                span = self._cell(column, text, style)
            if span is None:
                texts.append(text)
            else:
                yield span
        if not texts:
            return
        whole, label = " · ".join(texts), self._label
        if self._shut:
            yield hidden("hidden_sheet", whole, label, tuple(texts), "rows")
        elif shut:
            yield hidden("hidden_row", whole, f"{label}, hidden rows", tuple(texts), "rows")
        else:
            yield visible(whole, label, tuple(texts))

    def _cell(self, column: int, text: str, style: str) -> Span | None:
        """A cell that nobody sees in a row that is seen, None for others."""
        if column < len(self._columns) and self._columns[column]:
            where = f"{self._label}, column {column + 1}"
            return hidden("hidden_column", text, where, unit="cells")
        carrier = self._unseen.get(style)
        return hidden(carrier, text, f"{self._label}, row {self._number}") if carrier else None


def _cells(row: Any) -> Iterator[tuple[int, str, str, bool]]:
    """The cells of a row that hold words: column from 0, words, style, whether it is covered."""
    column = 0
    for cell in (one for one in row if local(one) in ("table-cell", "covered-table-cell")):
        text = squash(" ".join("".join(p.itertext()) for p in cell if local(p) == "p"))
        if text:
            yield column, text, attr(cell, "style-name"), local(cell) != "table-cell"
        column += int(attr(cell, "number-columns-repeated") or 1)


def gone(style: Any, name: str, value: str) -> bool:
    """Whether a style has a property of this value anywhere in it."""
    return style is not None and any(
        attr(one, name) == value for one in style.iter() if isinstance(one.tag, str)
    )


def unseen_style(style: Any) -> str:
    """The check that judges words in a style nobody can see, "" for an ordinary one."""
    for one in each(style, "text-properties"):
        if attr(one, "display") == "none":
            return "hidden_text"
        dark = any(
            attr(p, "background-color") not in ("", "transparent", "#ffffff")
            for p in style.iter()
            if isinstance(p.tag, str)
        )
        if attr(one, "color").lower() == "#ffffff" and not dark:
            return "white_text"
        if attr(one, "background-color").lower() == "#000000" and attr(one, "color").lower() in (
            "",
            "#000000",
        ):
            return "text_under_box"
    return ""


def _text(element: Any) -> str:
    return squash(" ".join(element.itertext()))


def _place(one: Any) -> str:
    for above in one.iterancestors():
        if local(above) == "table":
            return f"on sheet '{attr(above, 'name')}'"
        if local(above) == "page":
            return f"on slide '{attr(above, 'name')}'"
    return "in the text"
