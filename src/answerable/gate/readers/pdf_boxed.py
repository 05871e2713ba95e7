"""Boxes drawn over a part of a picture on a PDF page, so that the picture beneath tells more.

A box is known by what it does: the page is plain and dark (or white) where the picture beneath has
ink. What designers lay over pictures is left alone: panels that carry words of their own, bands
over a photograph from edge to edge, colours, and white shapes on photographs.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.pdf_things import Box, Placed, Thing, meet, size
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility

_SCALE = 1.5  # dots a point
_PICTURE = 0.02  # of the page that a picture takes at least
_LEAST = (12.0, 5.0, 120.0)  # points wide and high, square points: a word of small print
_MOST = 400  # boxes of a page that are looked at, the largest first
_DARK, _WHITE, _APART = 110, 236, 56  # levels of 255
_PLAIN, _LABELLED = 0.97, 0.55  # share of dots in one colour, without and with a label on them
_INK = 0.01  # share of dots beneath that the box hides
_WORD = 150  # dots of ink of a word, which is little under a large box on a page of writing
#: Dots at the edge of a box that do not count, at most: where the dots beneath were taken out too,
#: the hole in the picture is seldom quite as large as the box.
_INSET = 5
_PAPER = 0.45  # share of a picture in one tone, from which it is a page of writing
_INVISIBLE = 3


def boxed(
    page: Any, every: list[Thing], pictures: dict[int, Placed], number: int, label: re.Pattern[str]
) -> Iterator[Span]:
    """A span if something on the page was drawn over a part of a picture to cover it."""
    found = len(covers(page, every, pictures, label))
    if found:
        yield Span(
            "picture_under_box",
            f"{found} {'box' if found == 1 else 'boxes'} over a picture that goes on beneath",
            f"page {number}",
            Visibility.COVERED,
        )


def covers(
    page: Any, every: list[Thing], pictures: dict[int, Placed], label: re.Pattern[str]
) -> list[Box]:
    """Where something on the page was drawn over a part of a picture to cover it.

    ``every`` is what the page draws in its order, ``pictures`` those of it that are pictures,
    ``label`` what marks of redaction programs carry.
    """
    crop = page.get_cropbox()
    paper = max(size(crop), 1.0)
    large = {at: one for at, one in pictures.items() if one.area >= _PICTURE * paper}
    pairs = list(_pairs(every, large)) if large else []
    if not pairs:
        return []
    look = _Look(page, crop)
    panels = [every[at].box for at in {at for at, _ in pairs} if _carries(page, every, at, label)]
    return [
        meet(every[at].box, large[under].box)
        for at, under in pairs
        if not any(size(meet(every[at].box, panel)) > 0.8 * every[at].area for panel in panels)
        and look.hides(every[at], large[under])
    ]


def _pairs(every: list[Thing], large: dict[int, Placed]) -> list[tuple[int, int]]:
    """Things that may cover, each with a picture that was drawn before it and lies under it."""
    found = []
    for at in range(min(large) + 1, len(every)):
        if not _may_cover(every[at]):
            continue
        for under, picture in large.items():
            part = meet(every[at].box, picture.box)
            if under < at and _large_enough(part):
                found.append((at, under))
    found.sort(key=lambda pair: -every[pair[0]].area)
    return found[:_MOST]


def _large_enough(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return max(wide, high) >= _LEAST[0] and min(wide, high) >= _LEAST[1] and size(box) >= _LEAST[2]


def _may_cover(thing: Thing) -> bool:
    """Whether it is a picture, a filled shape or a thick line; what it hides is seen later."""
    import pypdfium2.raw as raw

    if thing.one.type == raw.FPDF_PAGEOBJ_IMAGE:
        return True
    if thing.one.type != raw.FPDF_PAGEOBJ_PATH or not _large_enough(thing.box):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
    wide = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(thing.raw, wide)
    return bool(fill.value) or (bool(stroke.value) and wide.value >= _LEAST[1])


def _carries(page: Any, every: list[Thing], at: int, label: re.Pattern[str]) -> bool:
    """Whether a thing has words of its own drawn on it, or a picture: a panel, not a mark."""
    import pypdfium2.raw as raw

    box, words = every[at].box, []
    text_page = page.get_textpage()
    try:
        for later in every[at + 1 :]:
            if later.area <= 0 or size(meet(later.box, box)) < 0.7 * later.area:
                continue
            if later.one.type == raw.FPDF_PAGEOBJ_IMAGE:
                return True
            if (
                later.one.type == raw.FPDF_PAGEOBJ_TEXT
                and raw.FPDFTextObj_GetTextRenderMode(later.raw) != _INVISIBLE
            ):
                words.append(_words(later, text_page))
    finally:
        text_page.close()
    said = squash(" ".join(words))
    return sum(map(str.isalnum, said)) > 2 and not label.fullmatch(said)


def _words(thing: Thing, text_page: Any) -> str:
    import pypdfium2.raw as raw

    length = raw.FPDFTextObj_GetText(thing.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    short = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(thing.raw, text_page.raw, short, length)
    return buffer.raw[:length].decode("utf-16le", "replace").replace("\0", "")


class _Look:
    """The page as it is seen, the right way up, and what boxes on it hide."""

    def __init__(self, page: Any, crop: Box) -> None:
        import numpy as np

        turned = page.get_rotation()
        page.set_rotation(0)
        self.dots = np.asarray(page.render(scale=_SCALE).to_pil().convert("RGB"), dtype=int)
        page.set_rotation(turned)
        self.crop = crop
        self.across = self.dots.shape[1] / max(crop[2] - crop[0], 1)
        self.down = self.dots.shape[0] / max(crop[3] - crop[1], 1)

    def hides(self, thing: Thing, picture: Placed) -> bool:
        """Whether a thing lies on the picture as a plain dark or white box with ink beneath."""
        import pypdfium2.raw as raw

        part = meet(meet(thing.box, picture.shown), self.crop)
        if not _large_enough(part):
            return False
        left, top = int((part[0] - self.crop[0]) * self.across) + 1, self._row(part[3]) + 1
        right, bottom = int((part[2] - self.crop[0]) * self.across) - 1, self._row(part[1]) - 1
        if right - left < 4 or bottom - top < 4:
            return False
        window = self.dots[top:bottom, left:right]
        marked = thing.one.type == raw.FPDF_PAGEOBJ_PATH
        tone = _tone(window, marked)
        if not tone or not _fits(tone, thing, picture):
            return False
        inset = max(min(min(window.shape[:2]) // 5, _INSET), 1)
        inner = window[inset:-inset, inset:-inset]
        return self._differs(inner, picture, left + inset, top + inset)

    def _row(self, high: float) -> int:
        return int((self.crop[3] - high) * self.down)

    def _differs(self, window: Any, picture: Placed, left: int, top: int) -> bool:
        """Whether the picture beneath has ink of its own, and shows another thing than the page."""
        import numpy as np

        if picture.grey is None:
            return True
        columns = self.crop[0] + (left + np.arange(window.shape[1]) + 0.5) / self.across
        rows = self.crop[3] - (top + np.arange(window.shape[0]) + 0.5) / self.down
        right, up = picture.spots(columns[None, :], rows[:, None])
        inside = (right >= 0) & (right < 1) & (up >= 0) & (up < 1)
        if not inside.any():
            return False
        high, wide = picture.grey.shape
        beneath = picture.grey[
            ((1 - up[inside]) * high).astype(int).clip(0, high - 1),
            (right[inside] * wide).astype(int).clip(0, wide - 1),
        ].astype(int)
        inked = np.abs(beneath - np.median(beneath)) > _APART
        changed = np.abs(beneath - window.mean(axis=2)[inside]) > _APART
        word = written(picture) and min(inked.sum(), (inked & changed).sum()) >= _WORD
        return bool(word or (inked.mean() >= _INK and changed.mean() >= _INK))


def _tone(window: Any, marked: bool) -> str:
    """The tone of a window that is plain, dark or white; "" for any other."""
    import numpy as np

    middle = np.median(window.reshape(-1, 3), axis=0)
    plain = float((np.abs(window - middle).max(axis=2) < 24).mean())
    if middle.max() < _DARK:
        return "dark" if plain >= (_LABELLED if marked else _PLAIN) else ""
    return "white" if middle.min() >= _WHITE and plain >= _PLAIN else ""


def _fits(tone: str, thing: Thing, picture: Placed) -> bool:
    """Whether a cover of this tone is a mark on such a picture, not its design."""
    part = meet(thing.box, picture.box)
    wide = (part[2] - part[0]) / max(picture.box[2] - picture.box[0], 1)
    high = (part[3] - part[1]) / max(picture.box[3] - picture.box[1], 1)
    whole = wide > 0.97 and high > 0.97
    if written(picture):
        return tone == "dark" or not whole
    return tone == "dark" and (whole or (wide < 0.97 and high < 0.97))


def written(picture: Placed) -> bool:
    """Whether a picture is mostly of one tone, as a page of writing is."""
    import numpy as np

    if picture.grey is None:
        return False
    counts, _ = np.histogram(picture.grey, bins=32, range=(0, 256))
    return bool((counts[:-1] + counts[1:]).max() >= _PAPER * counts.sum())
