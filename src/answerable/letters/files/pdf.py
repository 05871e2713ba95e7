"""PDF to text, with paragraphs told apart by the space between lines.

A page of PDF knows only where letters stand; the blank line between two paragraphs is a
wider gap, and is put back from the geometry.
"""

import itertools

import pypdfium2 as pdfium

from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.plain import tidy
from answerable.letters.files.problems import CannotReadError, TooMuchError

_WIDER = 1.25  # times the usual distance between lines: a new paragraph


def read(data: bytes, limits: Limits) -> Opened:
    """The words of a PDF, a form feed after each page.

    Raises:
        CannotReadError: it is encrypted, damaged, or a scan with no text in it.
        TooMuchError: it has more pages than the limit.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise CannotReadError("is locked with a password; save a copy without one") from None
        raise CannotReadError("is a damaged PDF and cannot be opened; save it again") from None
    try:
        pages = len(document)
        if pages > limits.pages:
            raise TooMuchError(f"has {pages:,} pages, far more than a letter, and was not read")
        text = "\n\f".join(_page(document[number], limits) for number in range(pages))
    finally:
        document.close()
    if len(text.strip("\f\n ")) < 3 * max(pages, 1):
        raise CannotReadError(
            "has no text in it, only pictures of pages; run text recognition (OCR) on it first"
        )
    return Opened(text, "pdf")


def _page(page: pdfium.PdfPage, limits: Limits) -> str:
    sheet = page.get_textpage()
    raw = sheet.get_text_range()
    if len(raw) > limits.text_chars:
        raise TooMuchError("holds far more text than a letter and was not read")
    lines = _lines(raw)
    heights = [_baseline(sheet, start, len(line)) for start, line in lines]
    gaps = [
        above - below
        for above, below in itertools.pairwise(heights)
        if above is not None and below is not None and above > below
    ]
    # The closer lines tell the distance within a paragraph, even on a page of short ones.
    usual = sorted(gaps)[len(gaps) * 3 // 10] if gaps else 0.0
    made: list[str] = []
    for place, (_, line) in enumerate(lines):
        above, here = (heights[place - 1], heights[place]) if place else (None, None)
        if above is not None and here is not None and above - here > _WIDER * usual:
            made.append("")
        made.append(line.rstrip())
    page.close()
    return _joined(made)


def _lines(raw: str) -> list[tuple[int, str]]:
    """(index of the first character, words) of every line that has words."""
    found = []
    start = 0
    for line in raw.split("\r\n"):
        if line.strip():
            found.append((start, line))
        start += len(line) + 2
    return found


def _baseline(sheet: pdfium.PdfTextPage, start: int, length: int) -> float | None:
    """The height of the foot of a line above the foot of the page, in points."""
    for index in range(start, start + min(length, 12)):
        try:
            left, bottom, right, _top = sheet.get_charbox(index, loose=True)
        except (pdfium.PdfiumError, ValueError):
            return None
        if right > left:
            return float(bottom)
    return None


def _joined(lines: list[str]) -> str:
    """Words cut at the end of a line by a hyphen of the typesetter's are made whole."""
    made: list[str] = []
    for line in lines:
        if made and made[-1].endswith(("\ufffe", "\x02", "\xad")):
            head, _, rest = line.partition(" ")
            made[-1] = made[-1][:-1] + head
            line = rest
            if not line:
                continue
        made.append(line.rstrip())
    return tidy("\n".join(made))
