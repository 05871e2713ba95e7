"""Excel workbooks (.xlsx, .xlsm): sheets, names, caches, links."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.readers.sheet import Look, rows
from answerable.gate.readers.sheet_apart import apart
from answerable.gate.readers.strings import strings
from answerable.gate.readers.styles import pale_rules, theme_colours, unseen_styles
from answerable.gate.readers.trees import attr, each, local, squash, words
from answerable.gate.spans import Span, hidden, note, unshown

_NOISE = re.compile(r"^(_xlnm\.|_xlfn|_xlcn)|\.wvu\.", re.IGNORECASE)


def read(package: Package) -> Iterator[Span]:
    """Spans of a workbook's own parts; the rest of the package is walked by its caller."""
    root = package.tree(package.main)
    look_strings = shared_strings(package)
    used = bytearray(len(look_strings))
    styles = package.first("/styles.xml")
    sheet_styles = package.tree(styles) if styles else None
    unseen = unseen_styles(sheet_styles, theme_colours(package)) if styles else {}
    pale = pale_rules(sheet_styles) if styles else frozenset()
    links = package.links(package.main)
    names: list[str] = []
    for sheet in each(root, "sheet"):
        name, state = attr(sheet, "name"), attr(sheet, "state")
        names.append(name)
        carrier = {"hidden": "hidden_sheet", "veryHidden": "very_hidden_sheet"}.get(
            state, "visible"
        )
        kind = {"hidden": " (hidden)", "veryHidden": " (very hidden)"}.get(state, "")
        label = f"sheet '{name}'{kind}"
        empty = True
        part = links.get(sheet_link(sheet), "")
        if part in package.archive.names:
            on = apart(package, part) if carrier == "visible" else None
            look = Look(look_strings, used, unseen, carrier, label, pale, apart=on)
            with package.archive.stream(part) as stream:
                for span in rows(stream, look):
                    empty = False
                    yield span
        if empty and carrier != "visible":
            yield hidden(carrier, name, label, unit="rows")
    for text in sounds(package):
        yield hidden("phonetic_text", text, "how words are spoken (xl/sharedStrings.xml)")
    for text, was_used in zip(look_strings, used, strict=True):
        if not was_used and text.strip():
            yield hidden("orphan_string", text, "strings that no cell uses (xl/sharedStrings.xml)")
    for one in each(root, "definedName"):
        yield from _name(one, set(names))
    for one in each(root, "fileSharing", "workbookPr"):
        if attr(one, "userName"):
            yield note("metadata", attr(one, "userName"), "workbook, last user")
    for one in each(root, "absPath"):
        if attr(one, "url"):
            yield note("metadata", attr(one, "url"), "workbook, folder it was saved in")


def listed_sheets(package: Package) -> set[str]:
    """The parts of the sheets that the workbook lists, hidden ones too."""
    links = package.links(package.main)
    return {links.get(sheet_link(one), "") for one in each(package.tree(package.main), "sheet")}


def sheet_link(sheet: Any) -> str:
    """The id of the relation that leads to a sheet's part."""
    return next((str(v) for k, v in sheet.attrib.items() if k.endswith("}id")), "")


def _name(one: Any, sheets: set[str]) -> Iterator[Span]:
    name, text = attr(one, "name"), squash(one.text or "")
    where = f"defined name '{name}'"
    if _NOISE.search(name):
        if attr(one, "hidden") == "1":
            yield note("hidden_name", f"{name} = {text}", where)
    elif text.startswith(('"', '="', "{")) or attr(one, "comment"):
        yield hidden("defined_name", f"{name} = {text} {attr(one, 'comment')}", where)
    elif attr(one, "hidden") in ("1", "true"):
        yield note("hidden_name", f"{name} = {text}", where)
    elif "#REF!" in text:
        yield note("dead_name", f"{name} = {text}", "defined names")


def shared_strings(package: Package) -> list[str]:
    """The strings that cells point to, in order."""
    part = package.first("/sharedStrings.xml")
    if not part:
        return []
    found: list[str] = []
    for one in package.tree(part):
        if local(one) == "si":
            texts = [
                t.text or ""
                for t in one.iter()
                if local(t) == "t" and local(t.getparent()) != "rPh"
            ]
            found.append("".join(texts))
    return found


def sounds(package: Package) -> Iterator[str]:
    """What strings carry above them in small letters, which Excel shows in some languages only."""
    part = package.first("/sharedStrings.xml")
    if part and b"rPh" in package.archive.read(part):
        for one in each(package.tree(part), "rPh"):
            if any(map(_is_latin, words(one, "t"))):  # kana are what it is for
                yield words(one, "t")


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def part(name: str, archive: Archive, package: Package, sheets: set[str]) -> Iterator[Span] | None:
    """Spans of one part outside the sheets, or None if this reader does not know it."""
    for pattern, reader in _PARTS:
        if re.search(pattern, name):
            return reader(name, package)
    return None


def _comments(name: str, package: Package) -> Iterator[Span]:
    for one in each(package.tree(name), "comment", "threadedComment"):
        yield hidden(
            "comment",
            words(one, "t", "text"),
            f"comment on {package.owner(name)} cell {attr(one, 'ref')}",
        )


def _pivot(name: str, package: Package) -> Iterator[Span]:
    root = package.tree(name)
    where = f"pivot cache ({name})"
    if local(root) == "pivotCacheDefinition":
        for source in each(root, "worksheetSource"):
            where = f"pivot cache of '{attr(source, 'sheet') or attr(source, 'name')}' ({name})"
        fields = [attr(one, "name") for one in each(root, "cacheField")]
        for one in each(root, "cacheField"):
            for value in each(one, "s", "n", "d"):
                if attr(value, "v"):
                    yield hidden(
                        "pivot_cache",
                        attr(value, "v"),
                        where,
                        (attr(one, "name"), attr(value, "v")),
                        "values",
                    )
        yield hidden("pivot_cache", "fields: " + ", ".join(fields), where, unit="values")
        return
    for record in each(root, "r"):
        values = tuple(attr(one, "v") for one in record if local(one) != "x")
        yield hidden("pivot_cache", " · ".join(values) or "record", where, values, "rows")


def _link(name: str, package: Package) -> Iterator[Span]:
    root = package.tree(name)
    target = ", ".join(package.outward(name)) or attr(next(iter(root), root), "ddeService")
    where = f"link to another workbook ({name}: {target})"
    yield hidden("external_link", target or "link", where)
    for row in each(root, "row", "definedName", "value", "item", "ddeItem"):
        text = words(row) or attr(row, "refersTo")
        if text:
            yield hidden(
                "external_link_cache", text, where, tuple(words(v) for v in each(row, "v")), "rows"
            )


def _whole(carrier: str, what: str) -> Any:
    def read_part(name: str, package: Package) -> Iterator[Span]:
        root = package.tree(name)
        texts = [
            f"{k.rpartition('}')[2]}={v}"
            for one in root.iter()
            if isinstance(one.tag, str)
            for k, v in one.attrib.items()
            if len(v) > 2
        ]
        yield hidden(
            carrier, squash(words(root) + " " + " ".join(texts))[:20000], f"{what} ({name})"
        )

    return read_part


def _slicer(name: str, package: Package) -> Iterator[Span]:
    root = package.tree(name)
    yield hidden(
        "slicer_cache",
        attr(root, "sourceName")
        + " "
        + " ".join(attr(i, "n") or attr(i, "c") for i in each(root, "i", "item")),
        f"slicer or timeline ({name})",
    )


def _table(name: str, package: Package) -> Iterator[Span]:
    """What the filter of a table is set to."""
    root = package.tree(name)
    for one in each(root, "filter", "customFilter"):
        if any(map(str.isalpha, attr(one, "val"))):
            where = f"filter of the table '{attr(root, 'displayName')}'"
            yield unshown("filter_criteria", attr(one, "val"), where)


def _property(name: str, package: Package) -> Iterator[Span]:
    """A property of a sheet is a part of its own, and its value any bytes: text as a rule."""
    text = strings(package.archive.read(name))
    yield hidden("custom_property", text[:20000] or "a property", f"custom property ({name})")


_PARTS = (
    (r"xl/customProperty[^/]*\.bin$", _property),
    (r"xl/tables/table[^/]*\.xml$", _table),
    (r"xl/(threadedComments/|comments)", _comments),
    (r"xl/pivotCache/pivotCache(Definition|Records)", _pivot),
    (r"xl/externalLinks/[^/]*\.xml$", _link),
    (r"xl/connections\.xml$", _whole("data_connection", "data connection")),
    (r"xl/queryTables/", _whole("query_table", "query table")),
    (r"xl/(slicerCaches|timelineCaches)/", _slicer),
    (r"xl/revisions/", _whole("revision_log", "log of changes")),
    (r"xl/(customProperty|customData)", _whole("custom_property", "custom property")),
    (r"xl/macrosheets/|xl/dialogsheets/", _whole("macro", "macro sheet")),
    (r"xl/richData/", _whole("rich_data", "linked data types")),
)
