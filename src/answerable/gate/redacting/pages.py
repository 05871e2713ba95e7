"""One PDF page without what is withheld: marks of a few widths, the words after them moved."""

import math
from dataclasses import dataclass
from typing import Any

from answerable.gate.cleaning.pdf_drawn import Word
from answerable.gate.redacting.wanted import Box, Marks

_STEP = 72.0  # points: marks are as wide as a multiple of it
_PAD = 1.5
_EDGE = 18.0
_LEAST = 0.55  # words after a mark are squeezed to this share of their width, not further
_DOTS = 150 / 72


@dataclass
class Item:
    """A word or a mark on the page."""

    text: str
    box: Box
    mark: bool = False


@dataclass
class Redrawn:
    """The page's picture, the words that remain, and what went: (provision, passages)."""

    picture: Any
    words: list[Word]
    counts: dict[str, int]
    gone: int = 0


def redraw(
    picture: Any, size: tuple[float, float], words: list[Word], page: int, marks: Marks
) -> Redrawn:
    """Burn the marks of one page into its picture.

    ``words`` are those anybody sees, in order, with boxes in points from the top left.
    """
    labels = _hits(words, marks)
    counts: dict[str, int] = {}
    for _, provision in labels.values():
        counts.setdefault(provision, 0)
    for number in {hit for hit, _ in labels.values()}:
        provision = next(p for hit, p in labels.values() if hit == number)
        counts[provision] += 1
    items: list[Item] = []
    runs: list[tuple[int, int, str]] = []  # item number, hit, provision
    for at, (text, box) in enumerate(words):
        if at not in labels:
            items.append(Item(text, box))
            continue
        hit, provision = labels[at]
        if (
            runs
            and runs[-1][1] == hit
            and _level(items[runs[-1][0]].box, box)
            and runs[-1][0] == len(items) - 1
        ):
            items[-1].box = _union(items[-1].box, box)
        else:
            items.append(Item(provision or "withheld", box, True))
            runs.append((len(items) - 1, hit, provision))
    sheet = Sheet(picture, size, items)
    for index, _, _ in sorted(runs, key=lambda run: -items[run[0]].box[0]):
        sheet.cover(items[index])
    gone = len(labels)
    for region in (one for one in marks.regions if one.page == page):
        counts[region.provision] = counts.get(region.provision, 0) + 1
        before = len(sheet.items)
        sheet.items = [one for one in sheet.items if not _touches(one.box, region.box)]
        gone += before - len(sheet.items)
        sheet.burn(Item(region.provision or "withheld", region.box, True))
    return Redrawn(picture, sheet.words(), counts, gone)


def _hits(words: list[Word], marks: Marks) -> dict[int, tuple[int, str]]:
    """Word number to the number of its hit and the provision."""
    import unicodedata

    texts = [unicodedata.normalize("NFKC", text) for text, _ in words]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    page = " ".join(texts)
    found: dict[int, tuple[int, str]] = {}
    number = 0
    for term in marks.terms:
        for hit in term.pattern.finditer(page):
            touched = [
                n
                for n, start in enumerate(starts)
                if start < hit.end() and start + len(texts[n]) > hit.start()
            ]
            if all(n in found for n in touched):
                continue
            number += 1
            for n in touched:
                found.setdefault(n, (number, term.provision))
    return found


class Sheet:
    """The picture of a page and what stands on it while marks are burnt in."""

    def __init__(self, picture: Any, size: tuple[float, float], items: list[Item]) -> None:
        """``size`` is in points."""
        self.picture, self.size, self.items = picture, size, items
        self._across, self._down = picture.width / size[0], picture.height / size[1]
        self._labels: list[Word] = []

    def cover(self, mark: Item) -> None:
        """Burn in a mark of a padded width; the words after it on its line make room."""
        left, top, right, bottom = mark.box
        left, right = left - _PAD, right + _PAD
        after = sorted(
            (
                one
                for one in self.items
                if one is not mark and _level(one.box, mark.box) and one.box[0] >= right - 3
            ),
            key=lambda one: one.box[0],
        )
        moving: list[Item] = []
        edge, gap = right, 2 * max(bottom - top, 6)
        limit = self.size[0] - _EDGE
        for one in after:
            if one.box[0] - edge > gap:
                limit = one.box[0] - 6
                break
            moving.append(one)
            edge = max(edge, one.box[2])
        wide = math.ceil((right - left) / _STEP) * _STEP
        room = limit - left
        if moving:
            start, end = moving[0].box[0] - 0.5, edge + 1
            share = (limit - (left + wide) - (start - right)) / max(end - start, 1)
            if share >= _LEAST:
                self._move(moving, start, end, left + wide + max(start - right, 2), min(share, 1.0))
            else:
                wide = right - left  # the line is full: the mark keeps the width of the words
        else:
            wide = max(min(wide, room), right - left)
        line = [one.box for one in self.items if _level(one.box, mark.box)]
        top, bottom = min(box[1] for box in line), max(box[3] for box in line)
        mark.box = (left, top - _PAD, left + wide, bottom + _PAD)  # as high as its line
        self.burn(mark)

    def burn(self, mark: Item) -> None:
        """Black, with the provision in white where it fits."""
        from PIL import ImageDraw, ImageFont

        left, top, right, bottom = mark.box
        pen = ImageDraw.Draw(self.picture)
        x, y = int(left * self._across), int(top * self._down)
        x2, y2 = math.ceil(right * self._across), math.ceil(bottom * self._down)
        pen.rectangle((x, y, x2, y2), fill="black")
        height = min(y2 - y - 2, 24)
        if height < 9:
            return
        font = ImageFont.load_default(size=height * 0.75)
        span = pen.textlength(mark.text, font=font)
        if span + 6 <= x2 - x:
            pen.text((x + 3, y + (y2 - y) / 2), mark.text, fill="white", font=font, anchor="lm")
            half = height / 2 / self._down
            middle = (top + bottom) / 2
            self._labels.append(
                (
                    mark.text,
                    (
                        left + 3 / self._across,
                        middle - half,
                        left + (3 + span) / self._across,
                        middle + half,
                    ),
                )
            )

    def words(self) -> list[Word]:
        """What remains, with the labels of the marks."""
        return [(one.text, one.box) for one in self.items if not one.mark] + self._labels

    def _move(self, moving: list[Item], start: float, end: float, to: float, share: float) -> None:
        top = min(one.box[1] for one in moving) - 2
        bottom = max(one.box[3] for one in moving) + 3
        window = (
            int(start * self._across), max(int(top * self._down), 0),
            min(math.ceil(end * self._across), self.picture.width), math.ceil(bottom * self._down),
        )  # fmt: skip
        strip = self.picture.crop(window)
        ground = max(strip.getcolors(strip.width * strip.height))[1]
        self.picture.paste(ground, window)
        width = max(int(strip.width * share), 1)
        self.picture.paste(strip.resize((width, strip.height)), (int(to * self._across), window[1]))
        for one in moving:
            left, right = (to + (x - start) * share for x in (one.box[0], one.box[2]))
            one.box = (left, one.box[1], right, one.box[3])
        self._labels = [
            (text, (to + (box[0] - start) * share, box[1], to + (box[2] - start) * share, box[3]))
            if start <= box[0] <= end and box[1] < bottom and box[3] > top
            else (text, box)
            for text, box in self._labels
        ]


def _level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.4 * min(one[3] - one[1], other[3] - other[1])


def _touches(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def drawn(page: Any) -> Any:
    """The picture of a page of pdfium."""
    return page.render(scale=_DOTS).to_pil().convert("RGB")
