"""Pictures: areas burnt in, drawn anew without any metadata, and compared dot by dot."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from answerable.gate.cleaning import NoCopyError, StillThereError, frames
from answerable.gate.identify import kind_of
from answerable.gate.limits import Limits
from answerable.gate.redacting.burning import Canvas, Mark
from answerable.gate.redacting.verify import compare
from answerable.gate.redacting.wanted import EVERY_PAGE, Box, Marks, Withheld

_STEP = 24  # dots: where paper is free beside a mark, its width is a multiple of this
_EVEN = 24  # the most a free strip of paper varies
_SAME_AS = {"jpeg": "jpg", "tif": "tiff"}
_ONE_FRAME = (
    "it is {count} pictures that follow each other, and a region of one page is burnt into that one "
    'alone; "page": "all" is for all of them'
)
#: How much a square of dots may differ: nothing, where the format loses nothing.
_LOSSY = {"gif": 40, "jpg": 24, "webp": 24}


def redact(
    data: bytes, wanted: str, marks: Marks, limits: Limits
) -> tuple[bytes, list[Withheld], list[str]]:
    """The pictures of a file with their areas in black, the schedule, and what must be known.

    Raises:
        NoCopyError: no region, one outside the picture, or more pictures than the copy can hold.
        StillThereError: the proof fails. TooMuchError, HeldError: as for inspecting.
    """
    if any(not one.framed for one in marks.terms) or not (marks.regions or marks.terms):
        raise NoCopyError("is a picture: its words are not read, so give regions")
    kind = _SAME_AS.get(wanted, wanted)
    count, loop = frames.several(data, limits)
    if count > 1 and kind_of(data) != kind:
        raise NoCopyError(f"holds {count} pictures: the copy can end in .{kind_of(data)}")
    pages: list[_Page] = []
    drawn = _marked(data, marks, count, pages, limits)
    drawn = _numbered(drawn, pages) if kind == "tiff" else _merged(drawn, pages)
    made = frames.written(drawn, kind, loop)
    _prove(data, made, pages, kind, limits)
    rows = [row for page in pages for row in page.rows]
    moves = count > 1 and kind != "tiff" and any(one.page for one in marks.regions)
    notes = [_ONE_FRAME.format(count=count)] if moves else []
    return made, rows, notes


@dataclass
class _Page:
    """What was drawn into one picture, and its rows of the schedule."""

    burnt: list[Mark] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    rows: list[Withheld] = field(default_factory=list)
    slot: int = 0  # which picture of the copy stands for it


def _marked(
    data: bytes, marks: Marks, count: int, pages: list[_Page], limits: Limits
) -> Iterator[frames.Frame]:
    """The pictures with their areas burnt in; ``pages`` is filled with what was drawn."""
    for number, one in enumerate(marks.regions, 1):
        if one.page > count:
            has = "1 picture" if count == 1 else f"{count} pictures"
            raise NoCopyError(f"holds {has}, and region {number} is on page {one.page}")
    for at, frame in enumerate(frames.frames(data, limits), 1):
        page = _Page()
        pages.append(page)
        canvas = Canvas(frame.picture.copy(), frame.picture.size)
        place = "the picture" if count == 1 else f"page {at}"
        for number, region in enumerate(marks.regions, 1):
            if region.page not in (at, EVERY_PAGE):
                continue
            _inside(region.box, place, number, frame.picture)
            if region.framed:
                canvas.frame(region.box, region.provision or "withheld")
                page.frames.append(region.box)
                continue
            mark = Mark(_padded(frame.picture, region.box), region.provision or "withheld")
            page.burnt.append(canvas.burn(mark))
            page.rows.append(Withheld(place, region.provision, 1))
        yield frames.Frame(canvas.picture, frame.lasts)


def _merged(drawn: Iterator[frames.Frame], pages: list[_Page]) -> Iterator[frames.Frame]:
    """Frames like the one before them made one with it, as an encoder does; it lasts longer."""
    held: frames.Frame | None = None
    slot = 0
    for frame in drawn:
        if held is not None and _same(held.picture, frame.picture):
            held = frames.Frame(held.picture, held.lasts + frame.lasts)
        elif held is not None:
            yield held
            held, slot = frame, slot + 1
        else:
            held = frame
        pages[-1].slot = slot
    if held is not None:
        yield held


def _numbered(drawn: Iterator[frames.Frame], pages: list[_Page]) -> Iterator[frames.Frame]:
    for slot, frame in enumerate(drawn):
        pages[-1].slot = slot
        yield frame


def _same(one: Any, other: Any) -> bool:
    return bool(
        one.mode == other.mode and one.size == other.size and one.tobytes() == other.tobytes()
    )


def _inside(box: Box, place: str, number: int, picture: Any) -> None:
    left, top, right, bottom = box
    if left >= picture.width or top >= picture.height or right <= 0 or bottom <= 0:
        size = f"{picture.width} by {picture.height} dots"
        is_ = f"is {size}" if place == "the picture" else f"has a {place} of {size}"
        raise NoCopyError(f"{is_}, and region {number} lies outside it")


def _padded(picture: Any, box: Box) -> Box:
    """The area, wider to the next step as far as nothing stands there."""
    left, top, right, bottom = box
    wide = right - left
    most = -(-wide // _STEP) * _STEP
    window = (int(right), max(int(top), 0), int(left + most), min(int(bottom) + 1, picture.height))
    if window[2] > picture.width or window[2] <= window[0] or window[3] <= window[1]:
        return box
    low, high = picture.crop(window).convert("L").getextrema()
    return (left, top, left + most, bottom) if high - low <= _EVEN else box


def _prove(before: bytes, made: bytes, pages: list[_Page], kind: str, limits: Limits) -> None:
    """Every picture of the file beside the one of the copy that stands for it.

    Raises:
        StillThereError: one differs, or there are more or fewer than were made.
    """
    after = frames.frames(made, limits)
    slot, shown = 0, next(after).picture
    for page, frame in zip(pages, frames.frames(before, limits), strict=True):
        if page.slot != slot:
            slot, following = page.slot, next(after, None)
            if following is None:
                raise StillThereError("the copy holds fewer pictures than the file")
            shown = following.picture
        _compare(frame.picture, shown, page, kind)
    if next(after, None) is not None:
        raise StillThereError("the copy holds more pictures than the file")


def _compare(before: Any, after: Any, page: _Page, kind: str) -> None:
    if after.size != before.size:
        raise StillThereError("the copy is of another size")
    free = [(box[0] - 4, box[1] - 24, box[2] + 240, box[3] + 4) for box in page.frames]
    compare(
        Canvas(_flat(before), before.size),
        _flat(after),
        [(one.box, one.label) for one in page.burnt],
        free,
        "the picture",
        _LOSSY.get(kind, 0),
    )


def _flat(picture: Any) -> Any:
    """In greys, on white where it is see-through."""
    if picture.mode != "RGBA":
        return picture.convert("L")
    from PIL import Image

    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground.convert("L")
