"""PDF: a page with something to withhold becomes a picture; the others are written anew."""

from typing import Any

from answerable.gate.cleaning import pdf as clean
from answerable.gate.cleaning.pdf_drawn import Drawing, on_paper
from answerable.gate.limits import Limits
from answerable.gate.readers import pdf_page
from answerable.gate.redacting.pages import drawn, redraw
from answerable.gate.redacting.wanted import Marks, Region, Withheld


def redact(
    data: bytes, marks: Marks, limits: Limits, every: bool = False
) -> tuple[bytes, list[Withheld], list[str]]:
    """The file without the marks, the schedule, and what the officer must know.

    Raises:
        TooMuchError, HeldError: as for inspecting.
    """
    import pypdfium2 as pdfium
    from PIL import ImageDraw

    applied: clean.Applied = []
    flat = clean.flattened(data, limits, applied)
    unseen = clean.unseen_pages(flat, covered_too=True)
    document = pdfium.PdfDocument(flat)
    pictures: dict[int, Any] = {}
    schedule: list[Withheld] = []
    notes: list[str] = []
    try:
        found = [
            Region(number, on_paper(document[number - 1], box), words)
            for number, box, words in applied
        ]
        marks = Marks(marks.terms, (*marks.regions, *found))
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            size = page.get_size()
            words = [
                (text, on_paper(page, box))
                for text, box, kind in pdf_page.judged(page)
                if kind == "visible" and clean.inside(page, box)
            ]
            regions = any(one.page == number for one in marks.regions)
            if not words and not regions and _has_picture(page):
                notes.append(
                    f"page {number} is a picture without words: look at it, terms cannot be found there"
                )
            made = redraw(drawn(document[number - 1]), size, words, number, marks)
            if made.counts or every:
                pictures[number] = _adder(made.picture, size, made.words, ImageDraw)
            schedule += [
                Withheld(f"page {number}", provision, count)
                for provision, count in made.counts.items()
            ]
    finally:
        document.close()
    if unseen - set(pictures):
        notes.append(
            "pages with words that nobody sees are pictures with the visible words beside them"
        )
    return clean.written(flat, unseen, pictures), schedule, notes


def _adder(picture: Any, size: tuple[float, float], words: Any, pen: Any) -> Any:
    def add(drawing: Drawing, document: Any) -> None:
        drawing.add(picture, size, words, (), pen)

    return add


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
