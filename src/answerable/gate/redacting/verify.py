"""The proof by pixels: in a mark there is only the mark, outside the marks the page is unchanged.

The finished file is drawn and compared with the file it was made from; what was meant to be
burnt in is not taken for what is there.
"""

from typing import Any

from answerable.gate.cleaning import StillThereError
from answerable.gate.redacting.burning import Canvas
from answerable.gate.redacting.glyphs import middle_in, seen_words
from answerable.gate.redacting.pages import Redrawn
from answerable.gate.redacting.wanted import Box

_SCALE = 100 / 72
_PLAIN = 1.0  # for a page without marks
_BLACK = 64  # the most light a dot of a mark may have
_CELL = 8  # dots: squares of this size are compared, so that a letter drawn anew is the same
_CHANGED = 52  # a square differs if it is so much lighter or darker; a letter makes it about 100


def verify_pdf(flat: bytes, made: bytes, pages: dict[int, Redrawn]) -> None:
    """Compare every page of ``made`` with the same page of ``flat``.

    Raises:
        StillThereError: a mark shows more than itself, a page is not the same beside the marks,
            or a word can be read in a mark.
    """
    import pypdfium2 as pdfium

    before, after = pdfium.PdfDocument(flat), pdfium.PdfDocument(made)
    try:
        if len(before) != len(after):
            raise StillThereError("the copy has not as many pages as the file")
        for number in range(1, len(before) + 1):
            done = pages.get(number)
            scale = _SCALE if done else _PLAIN
            old, new = (_picture(one[number - 1], scale) for one in (before, after))
            if abs(old.width - new.width) > 1 or abs(old.height - new.height) > 1:
                raise StillThereError(f"page {number} of the copy is of another size")
            if old.size != new.size:
                new = new.resize(old.size)
            size = before.get_page_size(number - 1)
            free = [] if done is None else [*done.bands, *(_wider(b) for b in done.frames)]
            marks = [] if done is None else [(one.box, one.label) for one in done.marks]
            compare(Canvas(old, size), new, marks, free, f"page {number}")
            if done is not None:
                _unread(after[number - 1], done, number)
    finally:
        before.close()
        after.close()


def compare(
    old: Canvas,
    new: Any,
    marks: list[tuple[Box, Box | None]],
    free: list[Box],
    place: str,
    most: int = _CHANGED,
) -> None:
    """Look into the marks, and at everything but them and the areas that were redrawn (``free``).

    Raises:
        StillThereError: as for ``verify_pdf``.
    """
    unlabelled = new.copy()
    for label in (label for _, label in marks if label is not None):
        left, top, right, bottom = old.dots(label)
        unlabelled.paste(0, (left - 1, top - 1, right + 1, bottom + 1))
    for box, _ in marks:
        inside = _inner(old.dots(box))
        if inside is not None and _lightest(unlabelled.crop(inside)) > _BLACK:
            raise StillThereError(f"{place}: a mark shows more than itself")
    before, after = old.picture.copy(), new.copy()
    for box in [*free, *(box for box, _ in marks)]:
        left, top, right, bottom = old.dots(box)
        for one in (before, after):
            one.paste(255, (left - 2, top - 2, right + 2, bottom + 2))
    if _apart(before, after) > most and (not most or _apart_but_a_dot(before, after) > most):
        raise StillThereError(f"{place}: the copy differs beside the marks")


def _apart(one: Any, other: Any) -> int:
    """How much the two differ in any square, on average over its dots."""
    from PIL import Image, ImageChops

    cells = (max(one.width // _CELL, 1), max(one.height // _CELL, 1))
    return _lightest(
        ImageChops.difference(
            *(picture.resize(cells, Image.Resampling.BOX) for picture in (one, other))
        )
    )


def _apart_but_a_dot(one: Any, other: Any) -> int:
    """The same for two pictures of which one may be moved by a dot, as happens when it is drawn
    anew: each dot must lie between the darkest and the lightest around its place in the other.
    """
    from PIL import Image, ImageChops, ImageFilter

    cells = (max(one.width // _CELL, 1), max(one.height // _CELL, 1))
    worst = 0
    for this, that in ((one, other), (other, one)):
        darker = ImageChops.subtract(that.filter(ImageFilter.MinFilter(3)), this)
        lighter = ImageChops.subtract(this, that.filter(ImageFilter.MaxFilter(3)))
        both = ImageChops.add(darker, lighter).resize(cells, Image.Resampling.BOX)
        worst = max(worst, _lightest(both))
    return worst


def _lightest(picture: Any) -> int:
    return int(picture.getextrema()[1])


def _unread(page: Any, done: Redrawn, number: int) -> None:
    """No word of the page's text lies in a mark but what a mark says itself."""
    said = {word for mark in done.marks for word in mark.text.split()}
    for word in seen_words(page):
        inside = any(middle_in(word.box, _shrunk(mark.box)) for mark in done.marks)
        if inside and not (
            word.text in said
            and any(mark.label and middle_in(word.box, _wide(mark.label)) for mark in done.marks)
        ):
            raise StillThereError(f"page {number}: a word can still be read in a mark")


def _shrunk(box: Box) -> Box:
    """A mark without its edge: letters drawn anew have boxes of a slightly other height."""
    edge = min(2.5, (box[3] - box[1]) / 4)
    return box[0] + 1, box[1] + edge, box[2] - 1, box[3] - edge


def _wide(box: Box) -> Box:
    return box[0] - 2, box[1] - 2, box[2] + 4, box[3] + 2


def _picture(page: Any, scale: float) -> Any:
    return page.render(scale=scale, grayscale=True).to_pil().convert("L")


def _inner(window: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """A window without its edge, where a mark is blurred into what is beside it."""
    left, top, right, bottom = window
    if right - left < 5 or bottom - top < 5:
        return None
    return left + 2, top + 2, right - 2, bottom - 2


def _wider(box: Box) -> Box:
    return box[0] - 4, box[1] - 16, box[2] + 90, box[3] + 4
