"""In the child: sheets of a workbook with their state, pages with the areas of what is in them."""

import io
import re
from typing import Any

from answerable.gate.cleaning import NoCopyError
from answerable.gate.identify import kind_of, package_kind
from answerable.gate.limits import Limits
from answerable.gate.personal import hits
from answerable.gate.pictures.drawing import PICTURES, as_png, page_drawn
from answerable.gate.walk import spans

_WIDTH = 320  # dots of a thumbnail
_EDGE = 8.0  # points of the edge that are marked for what lies outside
_MOST_PAGES, _MOST_AREAS, _MOST_TABS = 12, 60, 400
_SHEET = re.compile(r"sheet '(.*?)'(?: \((hidden|very hidden)\))?(?=$|,| )")
Area = tuple[str, tuple[float, float, float, float]]
Answer = tuple[dict[str, Any], bytes]


def look(data: bytes, name: str, limits: Limits) -> Answer:
    """The tabs of a workbook or the thumbnails of pages, in the form that ``where_of`` reads.

    Raises:
        NoCopyError: another kind of file. TooMuchError, HeldError: as for inspecting.
    """
    kind = kind_of(data)
    if kind == "pdf":
        return _pages(data, limits)
    if kind in PICTURES:
        return _picture(data, limits)
    tabs = _tabs(data, name, limits)
    if not tabs:
        raise NoCopyError("has neither sheets nor pages")
    told = [{"name": name, "state": state} for name, state in tabs[:_MOST_TABS]]
    return {"tabs": told, "pages": [], "more_pages": 0}, b""


def _tabs(data: bytes, name: str, limits: Limits) -> list[tuple[str, str]]:
    """Sheets in their order: as the workbook lists them, else as its reader meets them."""
    if kind_of(data) == "package":
        from answerable.gate.readers.archive import Archive

        archive = Archive(data, limits)
        kind = package_kind(archive)
        if kind == "ods":
            return _open_tabs(archive)
        if kind != "office":
            return []
        listed = _office_tabs(archive)
        if listed:
            return listed
    found: dict[str, str] = {}
    for span in spans(data, name, limits):
        if met := _SHEET.match(span.where):
            found.setdefault(met.group(1), met.group(2) or "visible")
    return list(found.items())


def _office_tabs(archive: Any) -> list[tuple[str, str]]:
    from answerable.gate.readers.parts import Package
    from answerable.gate.readers.trees import attr, each

    package = Package(archive)
    if not package.main.endswith(".xml") or "workbook" not in package.main:
        return []
    states = {"hidden": "hidden", "veryHidden": "very hidden"}
    return [
        (attr(one, "name"), states.get(attr(one, "state"), "visible"))
        for one in each(package.tree(package.main), "sheet")
    ]


def _open_tabs(archive: Any) -> list[tuple[str, str]]:
    from answerable.gate.readers.trees import attr, each, local, tree

    root = tree(archive.read("content.xml"), "content.xml")
    shut = {
        attr(style, "name")
        for style in each(root, "style")
        if any(attr(one, "display") == "false" for one in each(style, "table-properties"))
    }
    return [
        (attr(one, "name"), "hidden" if attr(one, "style-name") in shut else "visible")
        for one in each(root, "table")
        if local(one.getparent()) == "spreadsheet"
    ]


def _picture(data: bytes, limits: Limits) -> Answer:
    from answerable.gate.cleaning.pictures import opened

    picture = opened(data, limits)
    size = {"number": 1, "width": float(picture.width), "height": float(picture.height)}
    if picture.mode == "RGBA":
        from PIL import Image

        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    picture.thumbnail((_WIDTH, _WIDTH * 2))
    body = as_png(picture)
    page = size | {"bytes": len(body), "areas": []}
    return {"tabs": [], "pages": [page], "more_pages": 0}, body


def _pages(data: bytes, limits: Limits) -> Answer:
    import pypdfium2 as pdfium

    from answerable.gate.cleaning.pdf import flattened
    from answerable.gate.readers import pdf_page

    marks = _annotations(data)
    whole = pdfium.PdfDocument(data)
    try:
        for number, slug, box in pdf_page.places(whole):
            marks.setdefault(number, []).append((slug, box))
    finally:
        whole.close()
    document = pdfium.PdfDocument(flattened(data, limits, []))
    told: list[dict[str, Any]] = []
    bodies: list[bytes] = []
    more = 0
    try:
        for number in range(1, len(document) + 1):
            areas = _areas(document[number - 1], marks.get(number, []))
            if areas and len(told) < _MOST_PAGES:
                width, height = document.get_page_size(number - 1)
                body = as_png(page_drawn(document[number - 1], _WIDTH).quantize(32))
                told.append(
                    {"number": number, "width": width, "height": height, "bytes": len(body),
                     "areas": areas[:_MOST_AREAS]}
                )  # fmt: skip
                bodies.append(body)
            elif areas:
                more += 1
    finally:
        document.close()
    return {"tabs": [], "pages": told, "more_pages": more}, b"".join(bodies)


def _annotations(data: bytes) -> dict[int, list[Area]]:
    """Comments and marks that were not applied, in page space, by page."""
    import pikepdf

    from answerable.gate.readers.pdf import carrier

    found: dict[int, list[Area]] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for one in page.get("/Annots", []):
                slug = carrier(one)
                if not slug or "/Rect" not in one:
                    continue
                x, y, x2, y2 = (float(value) for value in one.Rect)
                box = (min(x, x2), min(y, y2), max(x, x2), max(y, y2))
                found.setdefault(number, []).append((slug, box))
    return found


def _areas(page: Any, marks: list[Area]) -> list[Area]:
    """What is on a page that findings speak of, each with its box from the top left."""
    from answerable.gate.cleaning.pdf_drawn import on_paper
    from answerable.gate.readers import pdf_page

    size = page.get_size()
    found = [
        (slug, _at_edge(on_paper(page, box), size) if slug == "off_page" else on_paper(page, box))
        for slug, box in marks
    ]
    judged = pdf_page.judged(page)
    shown = " ".join(text for text, _, kind in judged if kind == "visible")
    personal = " ".join(hit.text for hit in hits(shown)).split()
    last = ""
    for text, box, kind in judged:
        slug = kind
        if kind == "visible":
            slug = "visible_personal_data" if text.strip(".,;:()") in personal else ""
        if slug:
            placed = on_paper(page, box)
            if slug == last and _follows(found[-1][1], placed):
                found[-1] = (slug, _union(found[-1][1], placed))
            else:
                found.append((slug, placed))
        last = slug
    return found


_Box = tuple[float, float, float, float]


def _at_edge(box: _Box, size: tuple[float, float]) -> _Box:
    """What lies outside the page is marked at the nearest edge of it."""
    left, right = (min(max(x, 0.0), size[0]) for x in (box[0], box[2]))
    top, bottom = (min(max(y, 0.0), size[1]) for y in (box[1], box[3]))
    left, top = min(left, size[0] - _EDGE), min(top, size[1] - _EDGE)
    return left, top, max(right, left + _EDGE), max(bottom, top + _EDGE)


def _follows(one: _Box, other: _Box) -> bool:
    """Whether a word goes on where the area so far ends, or under it."""
    return other[1] < one[3] + (other[3] - other[1]) and other[3] > one[1]


def _union(one: _Box, other: _Box) -> _Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
