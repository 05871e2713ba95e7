"""In the child: pages drawn as anybody sees them, marks and values of forms included."""

import io
from collections.abc import Sequence
from typing import Any

from answerable.gate.cleaning import NoCopyError
from answerable.gate.cleaning.frames import frames
from answerable.gate.identify import kind_of
from answerable.gate.limits import HeldError, Limits

PICTURES = ("jpg", "png", "gif", "tiff", "webp", "bmp")
MOST_AT_ONCE = 40  # pages drawn for one question
_MOST_DOTS = 4_000_000  # a page; a larger one is drawn smaller


def draw_pages(
    data: bytes, limits: Limits, numbers: Sequence[int], width: int
) -> tuple[list[dict[str, Any]], bytes]:
    """Pages as PNG, one after the other, and for each its number, size in points and bytes.

    ``numbers`` counts from 1; none means all. A page that is not asked for is told with no
    bytes. ``width`` is how wide each picture is at most, in dots.

    Raises:
        NoCopyError: no PDF and no picture. TooMuchError, HeldError: as for inspecting.
    """
    kind = kind_of(data)
    if kind == "pdf":
        return _pdf(data, limits, numbers, width)
    if kind in PICTURES:
        return _picture(data, limits, numbers, width)
    raise NoCopyError("is no PDF and no picture, so it has no pages to draw")


def _picture(
    data: bytes, limits: Limits, numbers: Sequence[int], width: int
) -> tuple[list[dict[str, Any]], bytes]:
    """The pictures of a file; those of an animation too, because each may show something else."""
    told, bodies = [], []
    asked = set(numbers) if numbers else set(range(1, MOST_AT_ONCE + 1))
    for number, (picture, _) in enumerate(frames(data, limits), 1):
        wide, high = picture.size
        body = b""
        if number in asked:
            if wide > width:
                picture = picture.resize((width, max(round(high * width / wide), 1)))
            body = as_png(picture)
        told.append(
            {"number": number, "width": float(wide), "height": float(high), "bytes": len(body)}
        )
        bodies.append(body)
    return told, b"".join(bodies)


def _pdf(
    data: bytes, limits: Limits, numbers: Sequence[int], width: int
) -> tuple[list[dict[str, Any]], bytes]:
    import pypdfium2 as pdfium

    from answerable.gate.cleaning.pdf import flattened

    told, bodies = [], []
    try:
        document = pdfium.PdfDocument(flattened(data, limits, []))
    except pdfium.PdfiumError as problem:
        raise HeldError("the pages cannot be drawn") from problem
    try:
        wanted = list(numbers) or range(1, len(document) + 1)
        asked = set(wanted[:MOST_AT_ONCE])
        for number in range(1, len(document) + 1):
            size = document.get_page_size(number - 1)
            body = as_png(page_drawn(document[number - 1], width=width)) if number in asked else b""
            told.append({"number": number, "width": size[0], "height": size[1], "bytes": len(body)})
            bodies.append(body)
    finally:
        document.close()
    return told, b"".join(bodies)


def page_drawn(page: Any, width: int) -> Any:
    """The picture of a page of pdfium, ``width`` dots wide if that is not too many dots."""
    across, down = page.get_size()
    scale = width / max(across, 1)
    dots = across * down * scale * scale
    if dots > _MOST_DOTS:
        scale *= (_MOST_DOTS / dots) ** 0.5
    return page.render(scale=scale).to_pil().convert("RGB")


def as_png(picture: Any) -> bytes:
    """The dots as a PNG without any metadata."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
