"""Words on a PDF page that do not change the picture of it: nobody sees them.

Each page is drawn twice, with its words and without; a word whose box looks the same in both is
unseen. One question covers boxes, white ink, ink on ink, invisible mode and hidden layers.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, hidden, visible

_SCALE = 1.5
_INVISIBLE = 3


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
        for number in range(len(document)):
            page = document[number]
            try:
                yield from _page(page, number + 1)
            finally:
                page.close()
    finally:
        document.close()


def _page(page: Any, number: int) -> Iterator[Span]:
    import pypdfium2.raw as raw

    whole = page.get_mediabox()
    crop = page.get_cropbox()
    text_page = page.get_textpage()
    objects = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8))
    lines: list[tuple[str, tuple[float, float, float, float], bool]] = []
    scanned = False
    for one in objects:
        size = raw.FPDFTextObj_GetText(one.raw, text_page.raw, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 2))
        raw.FPDFTextObj_GetText(
            one.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
        )
        text = squash(buffer.raw[:size].decode("utf-16le", "replace").replace("\0", ""))
        if not text:
            continue
        try:
            box = one.get_bounds() if hasattr(one, "get_bounds") else one.get_pos()
        except Exception:  # no box: nothing to compare
            continue
        lines.append((text, box, raw.FPDFTextObj_GetTextRenderMode(one.raw) == _INVISIBLE))
    if not lines:
        text_page.close()
        return
    before = _drawn(page)
    for one in objects:
        raw.FPDFTextObj_SetTextRenderMode(one.raw, _INVISIBLE)
    after = _drawn(page)
    text_page.close()
    pictures = [one for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
    area = max((whole[2] - whole[0]) * (whole[3] - whole[1]), 1)
    for one in pictures:
        left, low, right, high = one.get_bounds() if hasattr(one, "get_bounds") else one.get_pos()
        scanned = scanned or (right - left) * (high - low) > 0.6 * area
    turned = page.get_rotation() != 0
    for text, box, mode in lines:
        left, low, right, high = box
        if right < crop[0] or left > crop[2] or high < crop[1] or low > crop[3]:
            yield Span("off_page", text, f"page {number}, outside the page", Visibility.OFF_PAGE)
        elif mode:
            kind = "ocr_layer" if scanned else "invisible_text"
            yield hidden(
                kind,
                text,
                f"page {number}, " + ("words behind a scan" if scanned else "words in no ink"),
            )
        elif not turned and len(text) > 1 and _same(before, after, crop, box):
            flat, dark = _ground(before, crop, box)
            if flat and not dark:
                yield hidden("white_text", text, f"page {number}, words in the colour of the paper")
            else:
                yield Span(
                    "text_under_box",
                    text,
                    f"page {number}, words under a box or picture",
                    Visibility.COVERED,
                )
        else:
            yield visible(text, f"page {number}")


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
    low, high = picture.crop(_window(picture, crop, box)).getextrema()
    return high - low < 24, high < 200
