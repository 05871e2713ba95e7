"""Small copies of pages that a PDF keeps: made when the page looked otherwise, perhaps."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.likeness import differs
from answerable.gate.spans import Span, hidden, note

_WIDER = 1.15  # a small copy of an unturned page has its shape, but for a dot or two
_SIDE = 256  # dots of the longer side of a page that is drawn to be compared


def thumbs(data: bytes, pdf: Any) -> Iterator[Span]:
    """A span for each page with a small copy; another if that shows something else."""
    kept = [(n, page.obj["/Thumb"]) for n, page in enumerate(pdf.pages) if "/Thumb" in page]
    if not kept:
        return
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        for number, thumb in kept:
            where = f"page {number + 1}, small copy of the page"
            yield note("thumbnail", "a small copy, perhaps of the page before redaction", where)
            if _other(thumb, document[number]):
                yield hidden("thumbnail_differs", "it shows something else than the page", where)
    finally:
        document.close()


def _other(thumb: Any, page: Any) -> bool:
    """Whether the small copy can be drawn and is not one of the page."""
    import pikepdf

    try:
        thumb.Subtype = pikepdf.Name.Image  # it may be left out here
        small = pikepdf.PdfImage(thumb).as_pil_image().convert("RGB")
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError, TypeError, KeyError,
            AttributeError):  # fmt: skip
        return False
    whole = page.render(scale=_SIDE / max(*page.get_size(), 1)).to_pil().convert("RGB")
    wider = (small.width * whole.height) / max(whole.width * small.height, 1)
    same = 1 / _WIDER < wider < _WIDER or page.get_rotation() != 0
    return not same or differs(small, whole, as_it_is=page.get_rotation() == 0)
