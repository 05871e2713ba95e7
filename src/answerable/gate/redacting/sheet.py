"""A page's picture and what stands on it while marks are burnt in and words make room for them."""

import math
from dataclasses import dataclass

from answerable.gate.cleaning.pdf_drawn import Word
from answerable.gate.redacting.burning import Canvas, Mark
from answerable.gate.redacting.glyphs import level, union
from answerable.gate.redacting.wanted import Box

_STEP = 72.0  # points: marks are as wide as a multiple of it
_SMALLEST = 36.0  # where a line is full
_PAD = 1.5
_EDGE = 18.0
_LEAST = 0.55  # words after a mark are squeezed to this share of their width, not further
TALL = 1.8  # times the height of a line: what is higher stands still


@dataclass
class Item:
    """A word or a mark on the page."""

    box: Box
    text: str = ""
    mark: Mark | None = None
    stays: bool = False  # it is written up the page: no line moves it


def label_of(provision: str) -> str:
    """What is printed on a mark."""
    return provision or "withheld"


class Sheet:
    """The picture of a page and what stands on it while marks are burnt in."""

    def __init__(self, canvas: Canvas) -> None:
        """Nothing stands on it yet."""
        self.canvas = canvas
        self.items: list[Item] = []
        self.bands: list[Box] = []
        self.as_drawn = 0

    def place(self, area: Box, letters: list[Box], provision: str) -> None:
        """Burn in an area as drawn, and whole the letters that it touches."""
        lines = lines_of([self.canvas.to_its_ink(box) for box in letters])
        if len(lines) == 1 and level(lines[0], area):
            area, lines = union([area, lines[0]]), []
        for box in lines:
            self.items.append(Item(box, "", self.canvas.burn(Mark(box, ""))))
        self.items.append(Item(area, "", self.canvas.burn(Mark(area, label_of(provision)))))

    def cover(self, item: Item) -> None:
        """Burn in a mark of a padded width; the words after it on its line make room."""
        mark = item.mark
        if mark is None:
            return
        left, top, right, bottom = item.box
        left, right = left - _PAD, right + _PAD
        moving, edge, limit = self._after(item, right)
        line = [
            one.box
            for one in self.items
            if level(one.box, item.box) and not one.stays and _of_one_size(one.box, item.box)
        ] + [item.box]
        top, bottom = min(box[1] for box in line), max(box[3] for box in line)
        wide = math.ceil((right - left) / _STEP) * _STEP
        if moving:
            start, end = max(moving[0].box[0] - 0.5, right - _PAD), edge + 1
            gap = max(start - right, 2)
            limit = max(limit, end)
            fit = _fitting(right - left, limit - left - gap, max(end - start, 1))
            band = self._free_band(moving, item, left, limit)
            if fit is None or band is None:
                wide, self.as_drawn = right - left, self.as_drawn + 1
            else:
                wide, share = fit
                self._erase((left, top - _PAD, start, bottom + _PAD))
                self._move(moving, start, end, band, left + wide + gap, share)
        else:
            wide = max(min(wide, limit - left), right - left)
        box = (left, top - _PAD, left + wide, bottom + _PAD)  # as high as its line
        item.box, item.mark = box, self.canvas.burn(Mark(box, mark.text))
        self.bands.append(
            (left, top - _PAD - 3, max(limit, left + wide, edge) + 2, bottom + _PAD + 4)
        )

    def _after(self, item: Item, right: float) -> tuple[list[Item], float, float]:
        """What moves when a mark takes room, where it ends, and how far it may go."""
        after = sorted(
            (
                one
                for one in self.items
                if one is not item and level(one.box, item.box) and one.box[0] >= right - 3
            ),
            key=lambda one: one.box[0],
        )
        moving: list[Item] = []
        edge, gap = right, 2 * max(item.box[3] - item.box[1], 6)
        limit = self.canvas.size[0] - _EDGE
        for one in after:
            if one.box[0] - edge > gap or one.stays or _tall(one.box, item.box):
                limit = one.box[0] - 6
                break
            moving.append(one)
            edge = max(edge, one.box[2])
        return moving, edge, limit

    def _free_band(
        self, moving: list[Item], item: Item, left: float, limit: float
    ) -> tuple[float, float] | None:
        """How high and low the strip may go that moves; None if another line stands in its way."""
        top = min(one.box[1] for one in moving)
        bottom = max(one.box[3] for one in moving)
        above, below = top - 2, bottom + 3
        for one in self.items:
            if one is item or one in moving or one.box[2] <= left or one.box[0] >= limit:
                continue
            if one.box[3] <= top + 1:
                above = max(above, min(one.box[3], top))
            elif one.box[1] >= bottom - 1:
                below = min(below, max(one.box[1], bottom))
            elif not level(one.box, item.box) or one.stays:
                return None
        return above, below

    def _erase(self, box: Box) -> None:
        window = self.canvas.dots(box)
        if window[2] > window[0] and window[3] > window[1]:
            self.canvas.picture.paste(self.canvas.ground(window), window)

    def _move(
        self,
        moving: list[Item],
        start: float,
        end: float,
        band: tuple[float, float],
        to: float,
        share: float,
    ) -> None:
        picture = self.canvas.picture
        window = self.canvas.dots((start, band[0], end, band[1]))
        if window[2] <= window[0] or window[3] <= window[1]:
            return
        strip = picture.crop(window)
        picture.paste(self.canvas.ground(window), window)
        width = max(int(strip.width * share), 1)
        picture.paste(
            strip.resize((width, strip.height)), (int(to * self.canvas.across), window[1])
        )
        for one in moving:
            one.box = _shifted(one.box, start, to, share)

    def burn_again(self) -> None:
        """Every mark once more where it ended, so that its label is whole and nothing lies on it."""
        for one in self.items:
            if one.mark is not None:
                one.mark = self.canvas.burn(Mark(one.box, one.mark.text))

    def marks(self) -> list[Mark]:
        """The marks where they stand at the end."""
        return [one.mark for one in self.items if one.mark is not None]

    def words(self) -> list[Word]:
        """What remains, with the labels of the marks."""
        marks = self.marks()
        wide, high = self.canvas.size
        left = [
            (one.text, _on_page(_lying(one.box) if one.stays else one.box, wide, high))
            for one in self.items
            if one.mark is None
            and not any(_covers(mark.box, one.box) for mark in marks)
            and _covers((0, 0, wide, high), one.box, 0.5)
        ]
        return left + [(mark.text, mark.label) for mark in marks if mark.label is not None]


def lines_of(letters: list[Box]) -> list[Box]:
    """Letters put together line by line."""
    lines: list[Box] = []
    for box in letters:
        if lines and level(lines[-1], box):
            lines[-1] = union([lines[-1], box])
        else:
            lines.append(box)
    return lines


def _fitting(natural: float, room: float, after: float) -> tuple[float, float] | None:
    """The widest step that leaves room for what comes after, and to what share that is squeezed.

    Where a line is full a mark is narrower than what it took; None if no step fits.
    """
    steps = math.ceil(natural / _STEP)
    for wide in (*(n * _STEP for n in range(steps, 0, -1)), _SMALLEST):
        share = (room - wide) / after
        if share >= _LEAST:
            return wide, min(share, 1.0)
    return None


def _tall(one: Box, line: Box) -> bool:
    return one[3] - one[1] > TALL * max(line[3] - line[1], 8)


def _of_one_size(one: Box, other: Box) -> bool:
    """Whether two boxes share most of their height, as words of one line do."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.6 * max(one[3] - one[1], other[3] - other[1])


def _lying(box: Box) -> Box:
    """Where a word written up the page is put down for a search: across, at the middle of it."""
    middle, half = (box[1] + box[3]) / 2, (box[2] - box[0]) * 0.6
    return box[0], middle - half, box[2], middle + half


def _on_page(box: Box, wide: float, high: float) -> Box:
    return max(box[0], 0), max(box[1], 0), min(box[2], wide), min(box[3], high)


def _covers(mark: Box, word: Box, share: float = 0.3) -> bool:
    """Whether a mark lies on so much of a word that it can no longer be read."""
    wide = min(mark[2], word[2]) - max(mark[0], word[0])
    high = min(mark[3], word[3]) - max(mark[1], word[1])
    area = (word[2] - word[0]) * (word[3] - word[1])
    return wide > 0 and high > 0 and wide * high > share * area


def _shifted(box: Box, start: float, to: float, share: float) -> Box:
    return (to + (box[0] - start) * share, box[1], to + (box[2] - start) * share, box[3])
