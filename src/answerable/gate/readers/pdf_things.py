"""What stands on a PDF page in the order in which it is drawn: pictures, shapes, words, with boxes.

Boxes and matrices are those of the page: the matrix of a form moves what the form holds.
"""

import ctypes
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Box = tuple[float, float, float, float]  # left, low, right, high in points

DEEP = 8  # forms within forms


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of a page; ``move`` takes its own space to that of the page."""

    raw: Any
    one: Any
    move: Any
    box: Box

    @property
    def area(self) -> float:
        """Square points of its box."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


def things(page: Any) -> Iterator[Thing]:
    """The objects of a page that draw something, the first at the bottom."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    moves = {0: pdfium.PdfMatrix()}
    for one in page.get_objects(max_depth=DEEP):
        if one.type == raw.FPDF_PAGEOBJ_FORM:
            moves[one.level + 1] = one.get_matrix().multiply(moves[one.level])
        else:
            move = moves[one.level]
            yield Thing(one.raw, one, move, move.on_rect(*_bounds(one)))


def _bounds(one: Any) -> Box:
    """The box of an object; pdfium adds the whole width of a line on each side, not the half."""
    import pypdfium2.raw as raw

    left, low, right, high = one.get_bounds()
    fill, stroke, wide = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    if one.type == raw.FPDF_PAGEOBJ_PATH:
        raw.FPDFPath_GetDrawMode(one.raw, fill, stroke)
        raw.FPDFPageObj_GetStrokeWidth(one.raw, wide)
    half = wide.value / 2 if stroke.value else 0.0
    if min(right - left, high - low) <= 2 * half:
        half = 0.0
    return left + half, low + half, right - half, high - half


class Placed:
    """A picture on a page."""

    def __init__(self, thing: Thing) -> None:
        """Take a thing that is a picture."""
        self.box, self.area, self._thing = thing.box, thing.area, thing

    @cached_property
    def dots(self) -> tuple[int, int]:
        """Its width and height."""
        import pypdfium2.raw as raw

        width, height = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(self._thing.raw, width, height)
        return width.value, height.value

    @cached_property
    def key(self) -> tuple[int, ...]:
        """The same for the same picture drawn again, be it on another page."""
        import pypdfium2.raw as raw

        size = raw.FPDFImageObj_GetImageDataRaw(self._thing.raw, None, 0)
        body = (ctypes.c_ubyte * max(size, 1))()
        raw.FPDFImageObj_GetImageDataRaw(self._thing.raw, body, size)
        return (*self.dots, size, zlib.crc32(body))

    @cached_property
    def grey(self) -> Any:
        """Its dots in grey without masks and marks, top first; None if they cannot be read."""
        import numpy as np
        import pypdfium2 as pdfium

        try:
            picture = self._thing.one.get_bitmap(render=False).to_pil()
        except (pdfium.PdfiumError, ValueError, RuntimeError):
            return None
        most = 1600
        if max(picture.size) > most:
            picture = picture.reduce(-(-max(picture.size) // most))
        return np.asarray(picture.convert("L"))

    @property
    def shown(self) -> Box:
        """The box to which clipping confines it on the page, not wider than its own."""
        import pypdfium2.raw as raw

        box = self.box
        clip = raw.FPDFPageObj_GetClipPath(self._thing.raw)
        for number in range(max(raw.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
            edges = _edges(clip, number)
            if edges is not None:
                box = meet(box, self._thing.move.on_rect(*edges))
        return box

    def spots(self, across: Any, up: Any) -> tuple[Any, Any]:
        """Where points of the page lie in the picture: 0 to 1 from its left, 0 to 1 from below."""
        whole = self._thing.one.get_matrix().multiply(self._thing.move)
        turn = whole.a * whole.d - whole.b * whole.c
        if abs(turn) < 1e-9:
            return across * 0 - 1, up * 0 - 1
        right, above = across - whole.e, up - whole.f
        return (
            (right * whole.d - above * whole.c) / turn,
            (above * whole.a - right * whole.b) / turn,
        )

    def points(self, right: Any, up: Any) -> tuple[Any, Any]:
        """The points of the page at places of the picture; the opposite of ``spots``."""
        whole = self._thing.one.get_matrix().multiply(self._thing.move)
        return (
            whole.a * right + whole.c * up + whole.e,
            whole.b * right + whole.d * up + whole.f,
        )


def _edges(clip: Any, number: int) -> Box | None:
    """The box of one path of a clip, in the space of what is clipped."""
    import pypdfium2.raw as raw

    points = []
    spot = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, number), 5000)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, number, index)
        if segment and raw.FPDFPathSegment_GetPoint(segment, *spot):
            points.append((spot[0].value, spot[1].value))
    if not points:
        return None
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def meet(one: Box, other: Box) -> Box:
    """The part of a box that lies in another; of no size if none does."""
    left, low = max(one[0], other[0]), max(one[1], other[1])
    return (left, low, max(min(one[2], other[2]), left), max(min(one[3], other[3]), low))


def size(box: Box) -> float:
    """Square points."""
    return (box[2] - box[0]) * (box[3] - box[1])
