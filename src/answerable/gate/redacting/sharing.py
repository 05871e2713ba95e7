"""What pages of a PDF share: a page that stays must not carry what was taken out of another."""

import io
from collections.abc import Mapping
from typing import Any

from answerable.gate.cleaning.pdf_drawn import on_paper
from answerable.gate.redacting.glyphs import touches
from answerable.gate.redacting.wanted import Box

_DEPTH = 8


def only_used(flat: bytes) -> bytes:
    """The file without the resources that a page shares with others and does not draw.

    Pages often share one list of pictures and fonts: a page that stays as it is would carry along
    the picture that was taken out of another.
    """
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        pdf.remove_unreferenced_resources()
        pdf.save(out)
    return out.getvalue()


def sharing(flat: bytes, document: Any, marked: Mapping[int, list[Box]]) -> set[int]:
    """Pages that draw a part of a picture or form of which a mark on another page took a part.

    A scan of several pages can be one picture, of which each page shows its own strip.
    """
    import pikepdf

    torn = {
        number
        for number, boxes in marked.items()
        if boxes and _drawn_under(document[number - 1], boxes)
    }
    if not torn:
        return set()
    with pikepdf.open(io.BytesIO(flat)) as pdf:
        uses = {number: _streams(page.obj, 0) for number, page in enumerate(pdf.pages, 1)}
    taken = set().union(*(uses[number] for number in torn))
    return {number for number, used in uses.items() if number not in torn and used & taken}


def _drawn_under(page: Any, boxes: list[Box]) -> bool:
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    moves = {0: pdfium.PdfMatrix()}
    for one in page.get_objects(max_depth=_DEPTH):
        if one.type == raw.FPDF_PAGEOBJ_FORM:
            moves[one.level + 1] = one.get_matrix().multiply(moves[one.level])
        if one.type in (raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_IMAGE):
            placed = on_paper(page, moves[one.level].on_rect(*one.get_bounds()))
            if any(touches(placed, box) for box in boxes):
                return True
    return False


def _streams(holder: Any, depth: int) -> set[tuple[int, int]]:
    """The pictures and forms in the resources of a page or form, and in theirs."""
    resources: Any = holder.get("/Resources") if depth < _DEPTH else None
    objects: Any = resources.get("/XObject") if resources is not None else None
    found: set[tuple[int, int]] = set()
    if objects is None:
        return found
    for key in list(objects.keys()):
        one = objects[key]
        found.add(one.objgen)
        if str(one.get("/Subtype", "")) == "/Form":
            found |= _streams(one, depth + 1)
    return found
