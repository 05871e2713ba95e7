"""PDF: a page with something to withhold becomes a picture; the others are written anew."""

from dataclasses import dataclass, field, replace
from typing import Any

from answerable.gate.cleaning import NoCopyError
from answerable.gate.cleaning import pdf as clean
from answerable.gate.cleaning.pdf_drawn import Drawing, on_paper
from answerable.gate.limits import Limits
from answerable.gate.redacting.glyphs import seen_words
from answerable.gate.redacting.pages import Redrawn, drawn, redraw
from answerable.gate.redacting.sharing import only_used, sharing
from answerable.gate.redacting.wanted import EVERY_PAGE, Marks, Region, Withheld


@dataclass
class Made:
    """A PDF without the marks, the schedule, what the officer must know, and the proof's matter.

    ``flat`` is the file as anybody sees it, ``pages`` what was done to each page that changed,
    ``shown`` all words that remain.
    """

    data: bytes
    schedule: list[Withheld]
    notes: list[str]
    flat: bytes
    pages: dict[int, Redrawn] = field(default_factory=dict)
    shown: str = ""


def redact(data: bytes, marks: Marks, limits: Limits, every: bool = False) -> Made:
    """The file without the marks.

    Raises:
        NoCopyError: a region lies on no page. TooMuchError, HeldError: as for inspecting.
    """
    import pypdfium2 as pdfium
    from PIL import ImageDraw

    applied: clean.Applied = []
    flat = only_used(clean.flattened(data, limits, applied))
    unseen = clean.unseen_pages(flat, covered_too=True)
    made = Made(b"", [], [], flat)
    pictures: dict[int, Any] = {}
    document = pdfium.PdfDocument(flat)
    try:
        marks = _spread(marks, document)
        _on_its_pages(marks, document)
        found = [
            Region(number, on_paper(document[number - 1], box), words)
            for number, box, words in applied
        ]
        marks = Marks(marks.terms, (*marks.regions, *found))
        shown: list[str] = []
        for number in range(1, len(document) + 1):
            done = _page(document, number, marks, made.notes)
            if done.counts or done.frames or every:
                made.pages[number] = done
                size = document.get_page_size(number - 1)
                pictures[number] = _adder(done.picture, size, done.words, ImageDraw)
            made.schedule += [
                Withheld(f"page {number}", provision, count)
                for provision, count in done.counts.items()
            ]
            shown.append(" ".join(text for text, _ in done.words))
        made.shown = "\n".join(shown)
        marked = {number: [one.box for one in done.marks] for number, done in made.pages.items()}
        unseen |= sharing(flat, document, marked)
    finally:
        document.close()
    as_drawn = sum(one.as_drawn for one in made.pages.values())
    if as_drawn:
        made.notes.append(
            f"{as_drawn} mark{'s are' if as_drawn > 1 else ' is'} as wide as drawn: draw wide enough "
            "that the width tells nothing"
        )
    if unseen - set(pictures):
        made.notes.append(
            "pages with words that nobody sees are pictures with the visible words beside them"
        )
    made.data = clean.written(flat, unseen, pictures)
    return made


def _page(document: Any, number: int, marks: Marks, notes: list[str]) -> Redrawn:
    page = document[number - 1]
    words = seen_words(page)
    regions = any(one.page == number for one in marks.regions)
    if not words and not regions and marks.terms and _has_picture(page):
        notes.append(
            f"page {number} is a picture without words: look at it, terms cannot be found there"
        )
    return redraw(drawn(document[number - 1]), page.get_size(), words, number, marks)


def _spread(marks: Marks, document: Any) -> Marks:
    """Areas of every page, as one of each page that is large enough for it."""
    regions: list[Region] = []
    for one in marks.regions:
        if one.page != EVERY_PAGE:
            regions.append(one)
            continue
        for number in range(1, len(document) + 1):
            width, height = document.get_page_size(number - 1)
            if one.box[0] < width and one.box[1] < height:
                regions.append(replace(one, page=number))
    return replace(marks, regions=tuple(regions))


def _on_its_pages(marks: Marks, document: Any) -> None:
    """Refuse a region that lies on no page: whoever drew it believes that it takes something."""
    for number, one in enumerate(marks.regions, 1):
        if one.page > len(document):
            pages = len(document)
            raise NoCopyError(
                f"has {pages} page{'s' if pages != 1 else ''}, and region {number} is on page {one.page}"
            )
        width, height = document.get_page_size(one.page - 1)
        left, top, right, bottom = one.box
        if left >= width or top >= height or right <= 0 or bottom <= 0:
            raise NoCopyError(
                f"has a page {one.page} of {width:.0f} by {height:.0f} points, and region {number} lies outside it"
            )


def _adder(picture: Any, size: tuple[float, float], words: Any, pen: Any) -> Any:
    def add(drawing: Drawing, document: Any) -> None:
        drawing.add(picture, size, words, (), pen)

    return add


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
