"""Words on a PDF page that do not change the picture of it, and what lies over its pictures.

Each page is drawn twice, with its words and without; a word whose box looks the same in both is
unseen. One question covers boxes, white ink, ink on ink, invisible mode and hidden layers.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError
from answerable.gate.readers.pdf_boxed import boxed, covers
from answerable.gate.readers.pdf_cropped import Cropped
from answerable.gate.readers.pdf_things import DEEP, Placed, Thing, things
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, note, visible

_SCALE = 1.5
_INVISIBLE = 3
_TINY = 1.0  # points that the tallest letter of a word is high, below which nobody reads it
#: What redaction programs print on their own marks, sometimes in the ink of the mark: a label
#: says why something went, it is not what went.
_LABEL = re.compile(
    r"((redact(ed|ion)|withheld|removed|privileged?|exempt(ion|ed)?|confidential|personal (data|information)|"
    r"(foia|eir|foisa|s|ss|section|reg|regulation)\.? ?\d{0,2}[A-Z]?(\(\w{1,3}\))*)[ ,.;:/&-]*)+",
    re.IGNORECASE,
)


def read(data: bytes) -> Iterator[Span]:
    """Spans of the words on every page.

    Raises:
        HeldError: the pages cannot be drawn.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        raise HeldError("the pages cannot be drawn") from problem
    try:
        cropped = Cropped()
        for number in range(len(document)):
            try:
                page = document[number]
            except pdfium.PdfiumError as problem:
                raise HeldError(f"page {number + 1} cannot be drawn") from problem
            try:
                yield from _pictures(page, number + 1, cropped)
                yield from _page(page, number + 1)
            finally:
                page.close()
        yield from cropped.spans()
    finally:
        document.close()


def _pictures(page: Any, number: int, cropped: Cropped) -> Iterator[Span]:
    """What lies over the pictures of a page; how they are cropped is told when all are known."""
    every, pictures = _laid(page)
    if pictures:
        cropped.take(list(pictures.values()), page.get_cropbox(), number)
        yield from boxed(page, every, pictures, number, _LABEL)


def _laid(page: Any) -> tuple[list[Thing], dict[int, Placed]]:
    """What a page draws in its order, and those of it that are pictures; nothing without any."""
    import pypdfium2.raw as raw

    if not any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEP)):
        return [], {}
    every = list(things(page))
    kinds = enumerate(every)
    return every, {at: Placed(one) for at, one in kinds if one.one.type == raw.FPDF_PAGEOBJ_IMAGE}


def places(document: Any) -> Iterator[tuple[int, str, "_Box"]]:
    """Where on which page something lies over a picture, a picture is cut, words are off the page.

    The check that speaks of it, and a box in the space of the page.
    """
    cropped = Cropped()
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        try:
            every, pictures = _laid(page)
            cropped.take(list(pictures.values()), page.get_cropbox(), number)
            for box in covers(page, every, pictures, _LABEL) if pictures else ():
                yield number, "picture_under_box", box
            placed = list(_placed(page))
            text_page = page.get_textpage()
            for box, _ in _off(placed, text_page, page.get_cropbox()):
                yield number, "off_page", box
            text_page.close()
        finally:
            page.close()
    for number, box in cropped.areas():
        yield number, "cropped_picture", box


def _page(page: Any, number: int) -> Iterator[Span]:

    crop = page.get_cropbox()
    placed = list(_placed(page))
    if not placed:
        return
    text_page = page.get_textpage()
    yield from _outside(placed, text_page, crop, number)
    text_page.close()
    kind_before = "visible"
    run: list[str] = []
    for text, _, kind in judged(page):
        if kind != kind_before and run:
            yield _span(kind_before, " ".join(run), number)
            run = []
        kind_before = kind
        run.append(text)
    if run:
        yield _span(kind_before, " ".join(run), number)


def judged(page: Any) -> list[tuple[str, "_Box", str]]:
    """Words in the order of the page, the box around each in points, and the check that judges it.

    The page is changed: its words are in no ink afterwards. Load it anew to draw it.
    """
    import pypdfium2.raw as raw

    crop = page.get_cropbox()
    text_page = page.get_textpage()
    words = _words(text_page)
    before = _drawn(page)
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
        raw.FPDFTextObj_SetTextRenderMode(one.raw, _INVISIBLE)
    after = _drawn(page)
    text_page.close()
    scanned, turned = _scanned(page, crop), page.get_rotation() != 0
    found = []
    for text, box, inkless, letters in words:
        kind = _kind(text, box, inkless, before, after, crop, scanned, turned)
        if kind == "visible" and not (inkless or turned) and _partly(letters, before, after, crop):
            kind = "text_under_box"
        if kind == "visible" and letters and max(high - low for _, low, _, high in letters) < _TINY:
            kind = "tiny_text"
        found.append((text, box, kind))
    return found


_Box = tuple[float, float, float, float]


def _placed(page: Any) -> Iterator[tuple[Any, _Box]]:
    """Text objects with their boxes on the page: a form's own matrix moves what it holds."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    moves = {0: pdfium.PdfMatrix()}
    for one in page.get_objects(max_depth=8):
        if one.type == raw.FPDF_PAGEOBJ_FORM:
            moves[one.level + 1] = one.get_matrix().multiply(moves[one.level])
        elif one.type == raw.FPDF_PAGEOBJ_TEXT:
            yield one, moves[one.level].on_rect(*one.get_bounds())


def _outside(
    placed: list[tuple[Any, _Box]], text_page: Any, crop: Any, number: int
) -> Iterator[Span]:
    for _, text in _off(placed, text_page, crop):
        yield Span("off_page", text, f"page {number}, outside the page", Visibility.OFF_PAGE)


def _off(placed: list[tuple[Any, _Box]], text_page: Any, crop: Any) -> Iterator[tuple[_Box, str]]:
    """Words that lie outside the page, each with its box."""
    import pypdfium2.raw as raw

    for one, (left, low, right, high) in placed:
        if right < crop[0] - 1 or left > crop[2] + 1 or high < crop[1] - 1 or low > crop[3] + 1:
            size = raw.FPDFTextObj_GetText(one.raw, text_page.raw, None, 0)
            buffer = ctypes.create_string_buffer(max(size, 2))
            short = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
            raw.FPDFTextObj_GetText(one.raw, text_page.raw, short, size)
            text = squash(buffer.raw[:size].decode("utf-16le", "replace").replace("\0", ""))
            if sum(character.isalnum() for character in text) > 1:
                yield (left, low, right, high), text


#: Text, the box around it, whether it is in no ink, and the box of each letter and digit.
_Word = tuple[str, _Box, bool, list[_Box]]


def _words(text_page: Any) -> list[_Word]:
    import pypdfium2.raw as raw

    found: list[_Word] = []
    text, inkless = "", False
    box = [1e9, 1e9, -1e9, -1e9]
    letters: list[_Box] = []
    edges = [ctypes.c_double() for _ in range(4)]
    for index in range(text_page.count_chars() + 1):
        code = (
            raw.FPDFText_GetUnicode(text_page.raw, index) if index < text_page.count_chars() else 32
        )
        character = chr(code) if 0 < code < 0x110000 else " "
        if character.isspace():
            if text:
                found.append((text, (box[0], box[1], box[2], box[3]), inkless, letters))
            text, inkless, box, letters = "", False, [1e9, 1e9, -1e9, -1e9], []
            continue
        if not text:
            holder = raw.FPDFText_GetTextObject(text_page.raw, index)
            inkless = bool(holder) and raw.FPDFTextObj_GetTextRenderMode(holder) == _INVISIBLE
        text += character
        raw.FPDFText_GetCharBox(text_page.raw, index, edges[0], edges[1], edges[2], edges[3])
        left, right, low, high = (edge.value for edge in edges)
        box = [min(box[0], left), min(box[1], low), max(box[2], right), max(box[3], high)]
        if character.isalnum():
            letters.append((left, low, right, high))
    return found


def _scanned(page: Any, crop: Any) -> bool:
    import pypdfium2.raw as raw

    area = max((crop[2] - crop[0]) * (crop[3] - crop[1]), 1)
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, low, right, high = one.get_bounds()
        if (right - left) * (high - low) > 0.6 * area:
            return True
    return False


def _kind(
    text: str,
    box: Any,
    inkless: bool,
    before: Any,
    after: Any,
    crop: Any,
    scanned: bool,
    turned: bool,
) -> str:
    if inkless and not scanned:
        return "invisible_text"
    if inkless:  # words read from a scan: ordinary, unless the scan shows nothing there
        flat, _ = _ground(before, crop, box)
        return "ocr_layer" if flat and sum(map(str.isalnum, text)) > 2 else "visible"
    if turned or sum(character.isalnum() for character in text) < 2:
        return "visible"
    if not _same(before, after, crop, box):
        return "visible"
    flat, dark = _ground(before, crop, box)
    return "white_text" if flat and not dark else "text_under_box"


def _partly(letters: list[_Box], before: Any, after: Any, crop: Any) -> bool:
    """Whether two letters in a row of a word lie in or under a plain box, and others do not."""
    run = 0
    for box in letters:
        wide = box[2] - box[0] >= 1 and box[3] - box[1] >= 2
        covered = wide and _ground(before, crop, box)[0] and _same(before, after, crop, box)
        run = run + 1 if covered else 0
        if run == 2:
            return True
    return False


def _span(kind: str, text: str, number: int) -> Span:
    if kind == "visible" or sum(character.isalnum() for character in text) < 3:
        return visible(text, f"page {number}")
    what = {
        "ocr_layer": "words behind a scan that shows nothing there",
        "invisible_text": "words in no ink",
        "tiny_text": "words too small to be read",
        "white_text": "words in the colour of the paper",
        "text_under_box": "words under a box or picture",
    }[kind]
    covered = kind == "text_under_box"
    if covered and _LABEL.fullmatch(text):
        return note("pdf_mark", text, f"page {number}, label of a mark")
    return Span(
        kind, text, f"page {number}, {what}", Visibility.COVERED if covered else Visibility.HIDDEN
    )


def _drawn(page: Any) -> Any:
    return page.render(scale=_SCALE, grayscale=True).to_pil()


def _window(picture: Any, crop: Any, box: Any) -> Any:
    left, low, right, high = box
    across, down = (
        picture.width / max(crop[2] - crop[0], 1),
        picture.height / max(crop[3] - crop[1], 1),
    )
    return (
        max(int((left - crop[0]) * across), 0),
        max(int((crop[3] - high) * down), 0),
        min(int((right - crop[0]) * across) + 1, picture.width),
        min(int((crop[3] - low) * down) + 1, picture.height),
    )


def _same(before: Any, after: Any, crop: Any, box: Any) -> bool:
    from PIL import ImageChops

    window = _window(before, crop, box)
    if window[2] <= window[0] or window[3] <= window[1]:
        return False
    difference = ImageChops.difference(before.crop(window), after.crop(window))
    counts = difference.histogram()
    changed = sum(counts[24:])
    return bool(changed <= 0.002 * sum(counts))


def _ground(picture: Any, crop: Any, box: Any) -> tuple[bool, bool]:
    window = _window(picture, crop, box)
    if window[2] <= window[0] or window[3] <= window[1]:
        return False, False
    low, high = picture.crop(window).getextrema()
    return high - low < 24, high < 200
