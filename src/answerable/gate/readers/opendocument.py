"""OpenDocument text, sheets and slides: hidden tables and rows, changes, comments, notes."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.archive import Archive
from answerable.gate.readers.odf_beside import (
    beside,
    hidden_paragraphs,
    unused_margins,
    used_pages,
)
from answerable.gate.readers.odf_beside_sheets import conditions, links, lists, names
from answerable.gate.readers.odf_over import Opaque, laid_over
from answerable.gate.readers.odf_sheets import SheetRows
from answerable.gate.readers.odf_slides import Deck
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.odf_words import paragraphs
from answerable.gate.readers.opaque import hides_all
from answerable.gate.readers.properties import is_of_programs
from answerable.gate.readers.sheet_parts import IN_QUOTES
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import attr, each, local, squash, streamed, tree
from answerable.gate.spans import Span, Visibility, hidden, note

_LAYOUT = re.compile(
    r"^(mimetype|styles\.xml|settings\.xml|manifest\.rdf|META-INF/.*|Configurations2/.*|Thumbnails/.*|layout-cache|.*/(styles|settings)\.xml|.*/layout-cache)$"
)

_FILLED_IN = ("page-number", "header", "footer", "date-time")  # places on pages of notes


def read(archive: Archive, inner: Any) -> Iterator[Span]:
    """Spans of an OpenDocument file."""
    yield from archive.oddities()
    manifest = (
        archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.names else b""
    )
    if b"encryption-data" in manifest:
        from answerable.gate.limits import TooMuchError

        raise TooMuchError("is encrypted; send it without a password")
    used = used_pages(archive)
    common = common_styles(archive)

    def opaque(picture: str) -> bool:
        name = picture.removeprefix("./")
        return not picture or (name in archive.names and hides_all(archive.read(name)))

    for name in archive.names:
        if name in ("content.xml", "styles.xml"):
            with archive.stream(name) as stream:
                yield from _part(stream, name, used, common, opaque)
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


def common_styles(archive: Archive) -> list[Any]:
    """The root of the style part, if there is one."""
    name = "styles.xml"
    return [tree(archive.read(name), name)] if name in archive.names else []


def _part(
    stream: Any, name: str, used: set[str] | None, common: list[Any], opaque: Opaque
) -> Iterator[Span]:
    """Spans of a content part: the rows of its sheets as they come, then all the rest."""
    styles: Styles | None = None
    current: Any = None
    for one in streamed(stream, name, "table-row"):
        if local(one) != "table-row":
            yield from unused_margins(one, used)
            yield from hidden_paragraphs(one)
            styles = styles or Styles(*common, one)
            yield from _content(one, styles, common, used is not None)
            yield from laid_over(one, styles, opaque)
            return
        table = next((above for above in one.iterancestors() if local(above) == "table"), None)
        if table is None or local(table.getparent()) != "spreadsheet":
            continue  # a table of words, or one inside a cell: it stays where it is
        if table is not current:
            styles = styles or Styles(*common, one.getroottree().getroot())
            current, rows = table, SheetRows(table, styles)
        yield from rows.row(one)
        yield from _remarks(one)
        yield from links(one)
        one.clear()


def _remarks(root: Any) -> Iterator[Span]:
    """Comments, hidden words and descriptions of pictures, wherever they are."""
    for one in each(root, "annotation"):
        yield hidden("comment", _text(one), f"comment {_place(one)}")
    for one in each(root, "hidden-text"):
        yield hidden("hidden_text", attr(one, "string-value") or _text(one), "hidden text")
    for one in each(root, "table-cell"):
        for words in IN_QUOTES.findall(attr(one, "formula")):
            if words not in _text(one):
                yield note("formula_text", words, f"formulas {_place(one)}")
    for one in each(root, "title", "desc"):
        if one.text:
            yield note("alt_text", one.text, "alternative text")


def _content(root: Any, styles: Styles, common: list[Any], margins: bool) -> Iterator[Span]:
    yield from _changes(root)
    yield from _remarks(root)
    yield from beside(root)
    for told in (names, lists, links):
        yield from told(root)
    yield from conditions(root, styles)
    for one in each(root, "section"):
        if attr(one, "display") in ("none", "condition"):
            yield hidden("hidden_text", _text(one), f"hidden section '{attr(one, 'name')}'")
    for one in each(root, "data-pilot-table"):
        area = attr(next(iter(each(one, "source-cell-range")), one), "cell-range-address")
        yield note("pivot_table", attr(one, "name"), f"pivot table over {area}")
    for table in each(root, "table"):
        if local(table.getparent()) != "spreadsheet" and "DPCache" in attr(table, "name"):
            yield hidden("pivot_cache", _text(table), "pivot cache")
        elif local(table.getparent()) == "spreadsheet":
            yield from SheetRows(table, styles).shapes(table)
    yield from _slides(root, styles, common)
    for one in each(root, "body", "master-page"):
        if not each(one, "presentation", "spreadsheet"):
            yield from paragraphs(one, styles, "the text", margins=margins)


def _changes(root: Any) -> Iterator[Span]:
    for region in each(root, "changed-region"):
        who = next((one.text or "" for one in each(region, "creator")), "somebody")
        yield Span(
            "tracked_changes", _text(region) or "change", f"change by {who}", Visibility.REMOVED
        )
    for change in each(root, "cell-content-change", "deletion"):
        if local(change.getparent()) == "tracked-changes" and _text(change):
            yield Span("tracked_changes", _text(change), "change of a cell", Visibility.REMOVED)


def _slides(root: Any, styles: Styles, common: list[Any]) -> Iterator[Span]:
    deck: Deck | None = None
    for page in each(root, "page"):
        name = attr(page, "name")
        deck = deck or Deck(styles, *common)
        if styles.is_hidden(page):
            yield hidden("hidden_slide", _text(page) or name, f"slide '{name}' (hidden)")
        else:
            yield from deck.slide(page)
        for one in each(page, "notes"):
            if said := squash(
                " ".join(_text(x) for x in one if attr(x, "class") not in _FILLED_IN)
            ):
                yield hidden("speaker_notes", said, f"notes of slide '{name}'")


def _text(element: Any) -> str:
    return squash(" ".join(element.itertext()))


def _place(one: Any) -> str:
    for above in one.iterancestors():
        if local(above) == "table":
            return f"on sheet '{attr(above, 'name')}'"
        if local(above) == "page":
            return f"on slide '{attr(above, 'name')}'"
    return "in the text"
