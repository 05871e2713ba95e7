"""One PDF page without what is withheld: marks of a few widths, the words after them moved."""

import math
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.cleaning.pdf_drawn import Word
from answerable.gate.redacting.burning import Canvas, Mark
from answerable.gate.redacting.glyphs import Seen, level, union
from answerable.gate.redacting.wanted import Box, Marks

_STEP = 72.0  # points: marks are as wide as a multiple of it
_SMALLEST = 36.0  # where a line is full
_PAD = 1.5
_EDGE = 18.0
_LEAST = 0.55  # words after a mark are squeezed to this share of their width, not further
_TALL = 1.8  # lines: what is higher stands still
_DOTS = 150 / 72


@dataclass
class Item:
    """A word or a mark on the page."""

    box: Box
    text: str = ""
    mark: Mark | None = None
    stays: bool = False  # it is written up the page: no line moves it


@dataclass
class Redrawn:
    """The page's picture, the words that remain, and what went: passages by provision.

    ``bands`` are where words moved, ``gone`` the words that were taken out.
    """

    picture: Any
    words: list[Word]
    counts: dict[str, int]
    marks: list[Mark] = field(default_factory=list)
    bands: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    as_drawn: int = 0  # marks on one line whose width is as somebody drew it


@dataclass
class _Run:
    """Words in a row on one line that one mark takes, and the area drawn around them."""

    words: list[int]
    hit: int
    provision: str
    framed: bool = False
    area: Box | None = None

    def box(self, words: list[Seen]) -> Box:
        return union([words[at].box for at in self.words] + ([self.area] if self.area else []))


@dataclass
class _Drawn:
    """An area that stands as drawn, and the letters it touches."""

    area: Box
    provision: str
    letters: list[Box] = field(default_factory=list)


def redraw(
    picture: Any, size: tuple[float, float], words: list[Seen], page: int, marks: Marks
) -> Redrawn:
    """Burn the marks of one page into its picture.

    ``words`` are those anybody sees, in order, with boxes in points from the top left.
    """
    made = Redrawn(picture, [], {})
    regions = [one for one in marks.regions if one.page == page]
    found = _runs(words, _hits(words, marks))
    runs = [run for run in found if not run.framed]
    frames = [(run.box(words), run.provision) for run in found if run.framed]
    frames += [(one.box, one.provision) for one in regions if one.framed]
    _count(made.counts, runs)
    drawn: list[_Drawn] = []
    for number, region in enumerate(one for one in regions if not one.framed):
        made.counts[region.provision] = made.counts.get(region.provision, 0) + 1
        whole = _whole_words(words, region.box)
        if whole and not {at for run in runs for at in run.words} & set(whole):
            runs.append(_Run(whole, -1 - number, region.provision, area=region.box))
        else:
            drawn.append(_Drawn(region.box, region.provision))
    upright = [run for run in runs if any(words[at].stands for at in run.words)]
    drawn += [_Drawn(run.box(words), run.provision) for run in upright]  # nothing moves for these
    runs = [run for run in runs if run not in upright]
    sheet = Sheet(Canvas(picture, size))
    left = _left(words, runs, drawn, made.gone)
    for one in drawn:  # from the page as it stands, before any word moves
        sheet.place(one.area, one.letters, one.provision)
    for box, provision in frames:
        sheet.canvas.frame(box, provision or "withheld")
        made.frames.append(box)
    sheet.items += [Item(one.box, one.text, stays=one.stands) for one in left]
    marked = [Item(run.box(words), "", Mark(run.box(words), _label(run.provision))) for run in runs]
    sheet.items += marked
    for item in sorted(marked, key=lambda one: -one.box[0]):
        sheet.cover(item)
    sheet.burn_again()
    made.words, made.marks, made.bands = sheet.words(), sheet.marks(), sheet.bands
    made.as_drawn = sheet.as_drawn + sum(len(_lines(one.letters)) < 2 for one in drawn)
    return made


def _left(words: list[Seen], runs: list[_Run], drawn: list[_Drawn], gone: list[str]) -> list[Seen]:
    """The words that remain, some of them in part; ``gone`` and the letters touched are filled."""
    taken = {at for run in runs for at in run.words}
    left: list[Seen] = []
    for at, word in enumerate(words):
        parts = [] if at in taken else [word]
        for one in drawn:
            hit = [box for part in parts for box in part.touched(one.area)]
            if hit:
                one.letters += [union(hit)] if word.stands else hit
                parts = [rest for part in parts for rest in part.without(one.area)]
        if parts != [word]:
            gone.append(word.text)
        left += parts
    return left


def _hits(words: list[Seen], marks: Marks) -> dict[int, tuple[int, str, bool]]:
    """Word number to the number of its hit, the provision and whether it is only framed."""
    texts = [unicodedata.normalize("NFKC", one.text) for one in words]
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    page = " ".join(texts)
    found: dict[int, tuple[int, str, bool]] = {}
    number = 0
    for term in sorted(marks.terms, key=lambda one: one.framed):  # what goes, goes first
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
                found.setdefault(n, (number, term.provision, term.framed))
    return found


def _runs(words: list[Seen], hits: dict[int, tuple[int, str, bool]]) -> list[_Run]:
    runs: list[_Run] = []
    for at in sorted(hits):
        number, provision, framed = hits[at]
        last = runs[-1] if runs else None
        if (
            last is not None
            and last.hit == number
            and last.words[-1] == at - 1
            and level(words[at - 1].box, words[at].box)
        ):
            last.words.append(at)
        else:
            runs.append(_Run([at], number, provision, framed))
    return runs


def _count(counts: dict[str, int], runs: list[_Run]) -> None:
    """One passage for each hit of a term, though it runs over two lines."""
    for _, provision in {
        (run.hit, run.provision) for run in runs if run.hit > 0 and not run.framed
    }:
        counts[provision] = counts.get(provision, 0) + 1


def _whole_words(words: list[Seen], area: Box) -> list[int]:
    """The words of a region that takes whole words of one line, none if it is of another shape."""
    hit = [at for at, word in enumerate(words) if word.touched(area)]
    if not hit or hit != list(range(hit[0], hit[-1] + 1)):
        return []
    whole = all(words[at].wholly_in(area) for at in hit)
    boxes = [words[at].box for at in hit]
    line = union(boxes)
    flat = all(level(boxes[0], box) for box in boxes)
    low = area[3] - area[1] <= _TALL * (line[3] - line[1]) + 6
    beside = area[0] >= line[0] - 24 and area[2] <= line[2] + 24
    return hit if whole and flat and low and beside else []


def _label(provision: str) -> str:
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
        lines = _lines([self.canvas.to_its_ink(box) for box in letters])
        if len(lines) == 1 and level(lines[0], area):
            area, lines = union([area, lines[0]]), []
        for box in lines:
            self.items.append(Item(box, "", self.canvas.burn(Mark(box, ""))))
        self.items.append(Item(area, "", self.canvas.burn(Mark(area, _label(provision)))))

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
            if fit is None:
                wide, self.as_drawn = right - left, self.as_drawn + 1
            else:
                wide, share = fit
                self._erase((left, top - _PAD, start, bottom + _PAD))
                self._move(moving, start, end, left + wide + gap, share)
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

    def _erase(self, box: Box) -> None:
        window = self.canvas.dots(box)
        if window[2] > window[0] and window[3] > window[1]:
            self.canvas.picture.paste(self.canvas.ground(window), window)

    def _move(self, moving: list[Item], start: float, end: float, to: float, share: float) -> None:
        picture = self.canvas.picture
        top = min(one.box[1] for one in moving) - 2
        bottom = max(one.box[3] for one in moving) + 3
        window = self.canvas.dots((start, top, end, bottom))
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
        left = [
            (one.text, one.box)
            for one in self.items
            if one.mark is None and not any(_covers(mark.box, one.box) for mark in marks)
        ]
        return left + [(mark.text, mark.label) for mark in marks if mark.label is not None]


def _lines(letters: list[Box]) -> list[Box]:
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
    return one[3] - one[1] > _TALL * max(line[3] - line[1], 8)


def _of_one_size(one: Box, other: Box) -> bool:
    """Whether two boxes share most of their height, as words of one line do."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > 0.6 * max(one[3] - one[1], other[3] - other[1])


def _covers(mark: Box, word: Box) -> bool:
    """Whether a mark lies on so much of a word that it can no longer be read."""
    wide = min(mark[2], word[2]) - max(mark[0], word[0])
    high = min(mark[3], word[3]) - max(mark[1], word[1])
    area = (word[2] - word[0]) * (word[3] - word[1])
    return wide > 0 and high > 0 and wide * high > 0.3 * area


def _shifted(box: Box, start: float, to: float, share: float) -> Box:
    return (to + (box[0] - start) * share, box[1], to + (box[2] - start) * share, box[3])


def drawn(page: Any) -> Any:
    """The picture of a page of pdfium."""
    return page.render(scale=_DOTS).to_pil().convert("RGB")


__all__ = ["Redrawn", "Sheet", "drawn", "redraw"]
