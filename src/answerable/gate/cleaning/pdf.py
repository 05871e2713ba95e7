"""PDF written anew: pages and what they show. A page with unseen words becomes a picture."""

import io
from typing import Any

from answerable.gate.cleaning.pdf_drawn import Drawing, on_paper
from answerable.gate.limits import HeldError, Limits, TooMuchError

_PAGE_KEYS = {
    "/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Parent",
    "/Group",
}  # fmt: skip
_GONE = ("/Metadata", "/PieceInfo", "/OC", "/LastModified", "/StructParent", "/StructParents",
         "/Alternates", "/OPI", "/Name", "/Thumb", "/AA", "/AF", "/Measure", "/PtData", "/SPS")  # fmt: skip
_SEEN_MARKS = ("Widget", "FreeText", "Square", "Circle", "Line", "Polygon", "PolyLine", "Ink",
               "Highlight", "Underline", "StrikeOut", "Squiggly", "Stamp", "Watermark")  # fmt: skip


class CoveredError(Exception):
    """Words stand under a box: taking the box for a decision, somebody has to redact them."""


Applied = list[tuple[int, tuple[float, float, float, float], str]]


def flattened(data: bytes, limits: Limits, applied: Applied | None = None) -> bytes:
    """The file with its marks and form values drawn into the pages, comments left out.

    Redactions that were marked and not applied go into ``applied`` (page, box in page space,
    words of the mark), if it is given.

    Raises:
        TooMuchError: locked or too many pages. HeldError: damaged. CoveredError: a redaction
            that was marked and never applied.
    """
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as problem:
        raise TooMuchError("is encrypted; send it without a password") from problem
    except (pikepdf.PdfError, ValueError, RuntimeError) as problem:
        raise HeldError("the PDF is damaged and cannot be opened") from problem
    with pdf:
        if len(pdf.pages) > limits.pages:
            raise TooMuchError(f"has {len(pdf.pages):,} pages; {limits.pages:,} are read")
        for number, page in enumerate(pdf.pages, 1):
            kept = []
            for one in page.get("/Annots", []):
                kind = str(one.get("/Subtype", ""))[1:]
                if kind == "Redact" and applied is not None:
                    left, low, right, high = (float(x) for x in one.Rect)
                    box = (min(left, right), min(low, high), max(left, right), max(low, high))
                    applied.append((number, box, str(one.get("/OverlayText", ""))))
                elif kind == "Redact":
                    raise CoveredError(
                        f"page {number} has a redaction that was marked and not applied"
                    )
                hidden = int(one.get("/F", 0)) & 0b100010
                if kind in _SEEN_MARKS and not hidden:
                    kept.append(one)
            if "/Annots" in page:
                page.Annots = pikepdf.Array(kept)
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def clean(data: bytes, limits: Limits, every: bool = False) -> tuple[bytes, list[str]]:
    """The pages alone in a new file, and in words what became of them.

    ``every`` makes a picture of each page, not only of those with words that nobody sees.

    Raises:
        CoveredError: words stand under a box. TooMuchError, HeldError: as for ``flattened``.
    """
    flat = flattened(data, limits)
    drawn = unseen_pages(flat)
    if every:
        return written(flat, set(range(1, limits.pages + 1))), ["every page is a picture"]
    return written(flat, drawn), [
        f"page {number}: holds words that nobody sees, so it is a picture with the visible words beside it"
        for number in sorted(drawn)
    ]


def unseen_pages(flat: bytes, covered_too: bool = False) -> set[int]:
    """Numbers of the pages that hold words nobody sees, are cut or have layers.

    Raises:
        CoveredError: words stand under a box, unless ``covered_too``.
    """
    import pikepdf

    from answerable.gate.readers import pdf_page

    found: set[int] = set()
    for span in pdf_page.read(flat):
        number = int(span.where.split(",")[0].removeprefix("page "))
        if span.carrier == "text_under_box" and not covered_too:
            raise CoveredError(f"page {number} has words under a box or picture")
        if span.carrier == "picture_under_box" and not covered_too:
            raise CoveredError(f"page {number} has a part of a picture under a box")
        if span.carrier not in ("visible", "pdf_mark"):
            found.add(number)
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        layers = "/OCProperties" in pdf.Root
        for number, page in enumerate(pdf.pages, 1):
            crop = [float(x) for x in page.cropbox]
            whole = [float(x) for x in page.mediabox]
            cut = any(abs(a - b) > 1 for a, b in zip(crop, whole, strict=True))
            if layers or cut:
                found.add(number)
    return found


def written(flat: bytes, drawn: set[int], pictures: "dict[int, Any] | None" = None) -> bytes:
    """A new file of the pages; those of ``drawn`` as pictures with their visible words.

    ``pictures`` gives for a page a function that draws it into a ``Drawing`` in its own way.
    """
    import pikepdf
    import pypdfium2 as pdfium

    from answerable.gate.readers import pdf_page

    drawing = Drawing()
    document = pdfium.PdfDocument(flat)
    try:
        with pikepdf.open(io.BytesIO(flat)) as pdf:
            for number, page in enumerate(pdf.pages, 1):
                if pictures and number in pictures:
                    pictures[number](drawing, document)
                elif number in drawn:
                    words = [
                        (text, on_paper(document[number - 1], box))
                        for text, box, kind in pdf_page.judged(document[number - 1])
                        if kind == "visible" and inside(document[number - 1], box)
                    ]
                    drawing.draw(document[number - 1], words)
                else:
                    _scrub(page)
                    drawing.made.pages.append(page)
            if any(
                n not in drawn and n not in (pictures or {}) for n in range(1, len(pdf.pages) + 1)
            ):
                _scrub_shared(drawing.made)
            return drawing.saved()
    finally:
        document.close()


def inside(page: Any, box: Any) -> bool:
    """Whether a word lies on the part of the page that is shown."""
    crop = page.get_cropbox()
    return bool(box[0] < crop[2] and box[2] > crop[0] and box[1] < crop[3] and box[3] > crop[1])


def _scrub(page: Any) -> None:
    """Keep what draws the page; resources come down from the tree first."""
    import pikepdf

    for key in list(page.obj.keys()):
        if key not in _PAGE_KEYS:
            del page.obj[key]
    page.Contents = page.obj.get("/Contents", pikepdf.Array([]))
    page.contents_coalesce()


def _scrub_shared(made: Any) -> None:
    """Take private data out of every object, and notes out of every content stream."""
    import pikepdf

    made.remove_unreferenced_resources()  # pictures that a page lists and does not draw
    for page in made.pages:
        page.Contents = made.make_stream(_unmarked(page))
    for one in made.objects:
        if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype", "")) == "/Form":
            one.write(_unmarked(one))
        if isinstance(one, pikepdf.Stream) and str(one.get("/Filter", "")) == "/DCTDecode":
            _replace_jpeg(one)
        if isinstance(one, (pikepdf.Stream, pikepdf.Dictionary)):
            for key in _GONE:
                if key in one and not (key == "/Name" and "/Type" not in one):
                    del one[key]
            resources = one.get("/Resources")
            if isinstance(resources, pikepdf.Dictionary) and "/Properties" in resources:
                del resources["/Properties"]


def _unmarked(page: Any) -> bytes:
    """A content stream whose marks for other programs carry no words."""
    import pikepdf

    kept: list[Any] = []
    for one in pikepdf.parse_content_stream(page):
        instruction: Any = one
        name = str(instruction.operator)
        if name in ("BDC", "DP"):
            plain = pikepdf.Operator("BMC" if name == "BDC" else "MP")
            kept.append(([pikepdf.Name("/Span")], plain))
        else:
            kept.append(one)
    return bytes(pikepdf.unparse_content_stream(kept))


def _replace_jpeg(stream: Any) -> None:
    stream.write(
        _bare_jpeg(stream.read_raw_bytes()),
        filter=stream.get("/Filter"),
        decode_parms=stream.get("/DecodeParms"),
    )


def _bare_jpeg(data: bytes) -> bytes:
    """A JPEG without the segments in which cameras and programs keep their notes."""
    if not data.startswith(b"\xff\xd8"):
        return data
    out, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            out += data[at : at + 2 + size]
        at += 2 + size
    return bytes(out + data[at:])
