"""Office packages (docx, xlsx, pptx and their macro forms): every part is known or the file is held."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError, Limits
from answerable.gate.readers import slides, word, word_beside, word_over, workbook
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.far_shapes import far_shapes
from answerable.gate.readers.parts import Package
from answerable.gate.readers.properties import is_of_programs
from answerable.gate.readers.slide_looks import SlideLooks
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import attr, each, local, squash, words
from answerable.gate.readers.word_looks import Looks
from answerable.gate.spans import Span, Visibility, hidden, note, opaque, unshown

#: Parts that carry layout only; what they say is on the page or is nobody's data.
_LAYOUT = re.compile(
    r"(styles|stylesWithEffects|theme\d*|themeOverride\d*|fontTable|numbering|webSettings|presProps|viewProps|"
    r"tableStyles|calcChain|sheetMetadata|metadata|table\d+|tableSingleCells\d*|sharedStrings|keymap|customizations|"
    r"slideLayout\d+|slideMaster\d+|notesMaster\d+|handoutMaster\d+|commentAuthors|people|persons?/person\d*|person\d*|"
    r"colors\d+|style\d+|layout\d+|quickStyle\d+|data\d+|drawing\d+|slicer\d+|timeline\d+|tag\d+|presentation|"
    r"workbook|sheet\d*|chartsheet\d*|pivotTable\d+|authors|xmlMaps|recipientData|attachedToolbars|ctrlProp\d+|dialogsheet\d*|"
    r"itemProps\d+|commentsIds|commentsExtended|commentsExtensible|documenttasks\d*|featurePropertyBag|volatileDependencies)\.(xml|bin)$",
    re.IGNORECASE,
)
_PICTURE = r"\.(png|jpe?g|gif|tiff?|bmp|emf|wmf|svg|wdp|webp|ico|pict?|heic)$"
_OPENED = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif", ".heic")
_LAYOUT_OF_SLIDES = re.compile(r"ppt/slide(Layouts|Masters)/[^/]*\.xml$")
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml$")
#: A series that was filtered out of a chart, its name or classes, and labels from cells.
_SWITCHED_OFF = re.compile(r"filtered\w+|dlblRangeCache")
_MARGINS = ("header", "footer")


def kind(package: Package) -> str:
    """What the main part is: "docx", "xlsx", "pptx" or "xlsb"."""
    name = local(package.tree(package.main)) if package.main.endswith(".xml") else "xlsb"
    return {"document": "docx", "workbook": "xlsx", "presentation": "pptx"}.get(name, name)


def read(archive: Archive, limits: Limits, inner: Any) -> Iterator[Span]:
    """Spans of an Office package. ``inner(data, name)`` yields the spans of a file within it."""
    package = Package(archive)
    form = kind(package)
    yield from archive.oddities()
    for address in package.telling_links():
        yield note("link", address, "addresses of links")
    done: set[str] = {package.main, "[Content_Types].xml"}
    unreached = set(package.unreached())
    if form == "docx":
        text = package.tree(package.main)
        yield from word.story(text, "the text", _looks(package))
        yield from word_over.laid_over(text, package)
        for part, why in word_beside.unseen_margins(package).items():
            yield from word_beside.margin(part, why, package.tree(part))
            done.add(part)
            unreached.discard(part)
    elif form == "xlsx":
        yield from workbook.read(package)
        listed = workbook.listed_sheets(package)
        done |= listed
        unreached |= {n for n in archive.names if _SHEET.match(n)} - listed
    elif form == "pptx":
        yield from _slides(package, done)
    elif form == "xlsb":
        from answerable.gate.readers import binary_workbook

        yield from binary_workbook.read(package)
        done |= {
            n
            for n in package.archive.names
            if re.match(r"xl/(worksheets|theme)/|xl/[^/]*\.bin$", n) and "vba" not in n
        }
    for name in archive.names:
        if name in done or name.endswith(".rels"):
            continue
        if name in unreached:
            data = archive.read(name)
            yield hidden(
                "unreferenced_part",
                strings(data) or f"{len(data)} bytes",
                f"part “{name}” that nothing points to",
            )
        else:
            yield from _held_alone(name, package, form, inner)


def _held_alone(name: str, package: Package, form: str, inner: Any) -> Iterator[Span]:
    """Spans of one part; if it is damaged that holds the file, and the other parts are read."""
    try:
        yield from _part(name, package, form, inner)
    except HeldError as problem:
        yield opaque(str(problem), str(problem))


def _looks(package: Package) -> Looks:
    styles = package.first("word/styles.xml")
    return Looks(package.tree(styles) if styles else None)


def _slides(package: Package, done: set[str]) -> Iterator[Span]:
    root = package.tree(package.main)
    size = next(
        ((int(attr(one, "cx") or 0), int(attr(one, "cy") or 0)) for one in each(root, "sldSz")),
        (9144000, 6858000),
    )
    links = package.links(package.main)
    used: set[str] = set()
    for number, one in enumerate(each(root, "sldId"), 1):
        part = links.get(next((str(v) for k, v in one.attrib.items() if k.endswith("}id")), ""), "")
        if part in package.archive.names:
            done.add(part)
            used |= set(package.links(part).values())
            used |= {n for n in package.archive.names if n.startswith("ppt/slideMasters/")}
            drawn = package.tree(part)
            looks = SlideLooks(package, part, drawn)
            yield from slides.slide(drawn, f"slide {number}", size, looks)
    for name in package.archive.names:
        if _LAYOUT_OF_SLIDES.match(name):
            where = f"a layout {'of slides' if name in used else 'that no slide uses'} ({name})"
            yield from slides.layout(package.tree(name), where, used=name in used)


def _part(name: str, package: Package, form: str, inner: Any) -> Iterator[Span]:
    """Spans of one part; what no reader here knows holds the file."""
    low = name.lower()
    own = workbook.part(name, package.archive, package, set()) if form == "xlsx" else None
    if own is not None:
        return own
    for pattern, reader in _READERS:
        if pattern.search(low):
            told: Iterator[Span] = reader(name, package, inner)
            return told
    own = _of_a_document(name, package) if form == "docx" else None
    if own is not None:
        return own
    if _LAYOUT.search(low):
        return iter(())
    return _opaque(name, package, f"unknown part “{name}”")


def _of_a_document(name: str, package: Package) -> Iterator[Span] | None:
    """Spans of a part of a Word document, None if it is another part."""
    low = name.lower()
    if re.search(r"(header|footer|footnotes|endnotes|document)\d*\.xml$", low):
        root = package.tree(name)
        if "glossary" in low:
            return iter([note("glossary", words(root, "t"), f"building blocks ({name})")])
        place = low.rpartition("/")[2].removesuffix(".xml")
        return _story(name, root, place, package)
    return _settings(name, package) if low.endswith("settings.xml") else None


def _story(name: str, root: Any, place: str, package: Package) -> Iterator[Span]:
    """The words of a header, a footer or notes."""
    if place[:-1] in ("footnote", "endnote"):
        yield from word_beside.orphan_notes(root, package.tree(package.main), place[:-1])
    story = word.story(root, place, _looks(package))
    yield from word.margin(root, story, place) if place[:6] in _MARGINS else story


def _settings(name: str, package: Package) -> Iterator[Span]:
    yield from word.settings(package.tree(name))
    for target in package.outward(name):
        yield note("metadata", target, "template the document was made from")


def _thumbnail(name: str, package: Package, inner: Any) -> Iterator[Span]:
    yield note("thumbnail", "a small picture of the first page", name)


def _embedded(name: str, package: Package, inner: Any) -> Iterator[Span]:
    data = package.archive.read(name)
    if _shown_by_chart(name, data, package, inner):
        yield note(
            "metadata", "its values are those that the chart shows", f"workbook of a chart ({name})"
        )
        return
    yield hidden(
        "embedded_object", strings(data) or f"{len(data)} bytes", f"embedded file “{name}”"
    )
    yield from inner(data, name)


def _shown_by_chart(name: str, data: bytes, package: Package, inner: Any) -> bool:
    """Whether an embedded workbook holds nothing but what the chart made from it shows."""
    owner = package.owner(name)
    if "/charts/" not in owner or not name.lower().endswith(".xlsx"):
        return False
    chart = package.tree(owner)
    shown = {_plain(one.text or "") for one in each(chart, "v", "t")}
    for span in inner(data, name):
        cells = span.cells or (span.text,)
        if span.carrier != "visible" and span.visibility is not Visibility.METADATA:
            return False
        if span.carrier == "visible" and any(_plain(cell) not in shown for cell in cells):
            return False
    return True


def _plain(text: str) -> str:
    """A value as a number if it is one, so that two writings of it are the same."""
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return text.strip()


def _swept(carrier: str, what: str, otherwise: str = "") -> Any:
    """A reader of parts in a form of their own: what can be read in them is told."""

    def read_part(name: str, package: Package, inner: Any) -> Iterator[Span]:
        text = strings(package.archive.read(name)) or otherwise
        yield hidden(carrier, text, f"{what} ({name})")

    return read_part


def _settings_of_a_printer(name: str, package: Package, inner: Any) -> Iterator[Span]:
    yield note("printer_settings", strings(package.archive.read(name))[:2000], name)


def _comments(name: str, package: Package, inner: Any) -> Iterator[Span]:
    for one in each(package.tree(name), "comment", "cm"):
        yield hidden(
            "comment",
            words(one, "t", "text") or _picture_in(one),
            f"comment by {attr(one, 'author') or attr(one, 'authorId') or 'somebody'} ({name})",
        )


def _picture(name: str, package: Package, inner: Any) -> Iterator[Span]:
    if name.lower().endswith(_OPENED):
        told = inner(package.archive.read(name), name)
        yield from (span for span in told if span.carrier != "cannot_see_inside")


def _opaque(name: str, package: Package, where: str) -> Iterator[Span]:
    yield opaque(strings(package.archive.read(name))[:2000], where)


def _picture_in(comment: Any) -> str:
    return "a picture" if each(comment, "imagedata", "blip") else ""


def _properties(name: str, package: Package, inner: Any) -> Iterator[Span]:
    for one in package.tree(name):
        if local(one) == "property":
            title = attr(one, "name")
            usual = is_of_programs(title)
            make = note if usual else hidden
            yield make(
                "metadata" if usual else "custom_property",
                f"{title}: {words(one)}",
                "document properties (custom)",
            )
        elif words(one):
            yield note("metadata", f"{local(one)}: {words(one)}", "document properties")


def _custom_xml(name: str, package: Package, inner: Any) -> Iterator[Span]:
    root = package.tree(name)
    space = str(root.tag).partition("}")[0]
    usual = any(
        w in space
        for w in (
            "bibliography",
            "contentType",
            "coverPageProps",
            "metadata/properties",
            "MailMerge",
            "customUI",
            "sharepoint",
        )
    )
    text = squash(
        words(root)
        + " "
        + " ".join(
            v
            for one in root.iter()
            for v in (one.attrib.values() if isinstance(one.tag, str) else ())
        )
    )
    if text:
        yield (
            note("metadata", text, name)
            if usual
            else hidden("custom_xml", text, f"data stored beside the document ({name})")
        )


def _notes(name: str, package: Package, inner: Any) -> Iterator[Span]:
    owner = package.owner(name).rpartition("/")[2].removesuffix(".xml")
    where, empty = f"notes of {owner} ({name})", True
    for shape in each(package.tree(name), "sp"):
        kind_ = next((attr(one, "type") for one in each(shape, "ph")), "")
        if kind_ not in ("sldNum", "sldImg", "dt", "hdr", "ftr") and words(shape, "t"):
            empty = False
            yield hidden("speaker_notes", words(shape, "t"), where)
        elif kind_ in ("hdr", "ftr") and words(shape, "t"):
            yield note("header_footer", words(shape, "t"), f"printed notes ({name})")
    if empty:
        yield note("empty_hidden", "a page of notes without notes", where)


def _chart(name: str, package: Package, inner: Any) -> Iterator[Span]:
    outside = package.outward(name)
    for cache in each(package.tree(name), "strRef", "numRef", "multiLvlStrRef"):
        formula = next((one.text or "" for one in cache if local(one) == "f"), "")
        values = " ".join(one.text or "" for one in each(cache, "v"))
        if values and ("#REF" in formula or "[" in formula or outside):
            yield hidden("chart_cache", values, f"values kept in a chart ({name}: {formula})")
    for one in package.tree(name).iter():
        if _SWITCHED_OFF.match(local(one)):
            for value in each(one, "v"):
                if any(map(str.isalpha, value.text or "")):
                    yield unshown(
                        "chart_series", value.text or "", f"values a chart does not show ({name})"
                    )


def _drawing(name: str, package: Package, inner: Any) -> Iterator[Span]:
    yield from far_shapes(package.tree(name), name)
    for one in each(package.tree(name), "sp", "pic"):
        props = next(iter(each(one, "cNvPr")), None)
        if props is None:
            continue
        if attr(props, "hidden") in ("1", "true"):
            yield hidden(
                "invisible_shape",
                words(one, "t") or attr(props, "name"),
                f"shape '{attr(props, 'name')}' ({name})",
            )
        if attr(props, "descr"):
            yield note("alt_text", attr(props, "descr"), f"alternative text ({name})")
        if any(int(attr(c, side) or 0) > 1000 for c in each(one, "srcRect") for side in "lrtb"):
            yield hidden(
                "cropped_picture", "a picture is cropped; the whole picture is in the file", name
            )
        if (
            local(one) == "sp"
            and any(local(f) == "solidFill" for p in each(one, "spPr") for f in p)
            and not words(one, "t")
        ):
            yield hidden(
                "covered_cells",
                "an opaque shape lies over cells",
                f"shape '{attr(props, 'name')}' ({name})",
            )


def _nothing(name: str, package: Package, inner: Any) -> Iterator[Span]:
    return iter(())


def _beyond_us(name: str, package: Package, inner: Any) -> Iterator[Span]:
    return _opaque(name, package, f"“{name}” inside the file")


#: Which parts a reader knows, by their names in small letters; the first that knows one reads it.
_READERS = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"^docprops/thumbnail", _thumbnail),
        (r"^docprops/|core-properties|\.psmdcp$", _properties),
        (r"/embeddings/|afchunk|/(package|oleobject)\w*\.\w+$", _embedded),
        (r"vbaproject|vbadata|macrosheets", _swept("macro", "macros")),
        (r"/activex/|webextension", _swept("active_content", "control or add-in")),
        (r"^xl/(model|powerpivot)|/item\.data$", _swept("data_model", "data model", "data model")),
        (
            r"printersettings|^(customui|usercustomization)|_xmlsignatures|\.(odttf|fntdata|ttf)$",
            _settings_of_a_printer,
        ),
        (r"^customxml/(?!.*itemprops)", _custom_xml),
        (r"/notesslides/", _notes),
        (
            r"^(?!.*(comments(ids|extended|extensible)|commentauthors)).*comments?[^/]*\.xml$",
            _comments,
        ),
        (r"/charts/chart.*\.xml$", _chart),
        (r"/drawings/.*\.xml$", _drawing),
        (r"\.vml$", _nothing),
        (_PICTURE, _picture),
        (r"/(media|ink)/", _beyond_us),
    )
)
