"""One PDF page without what is withheld: marks of a few widths, the words after them moved."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.cleaning.pdf_drawn import Word
from answerable.gate.redacting.burning import Canvas, Mark
from answerable.gate.redacting.glyphs import Seen, level, union
from answerable.gate.redacting.sheet import TALL, Item, Sheet, label_of, lines_of
from answerable.gate.redacting.wanted import Box, Marks

_DOTS = 150 / 72


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
    marked = [
        Item(run.box(words), "", Mark(run.box(words), label_of(run.provision))) for run in runs
    ]
    sheet.items += marked
    for item in sorted(marked, key=lambda one: -one.box[0]):
        sheet.cover(item)
    sheet.burn_again()
    made.words, made.marks, made.bands = sheet.words(), sheet.marks(), sheet.bands
    made.as_drawn = sheet.as_drawn + sum(len(lines_of(one.letters)) < 2 for one in drawn)
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
    low = area[3] - area[1] <= TALL * (line[3] - line[1]) + 6
    beside = area[0] >= line[0] - 24 and area[2] <= line[2] + 24
    return hit if whole and flat and low and beside else []


def drawn(page: Any) -> Any:
    """The picture of a page of pdfium."""
    return page.render(scale=_DOTS).to_pil().convert("RGB")


__all__ = ["Redrawn", "drawn", "redraw"]
