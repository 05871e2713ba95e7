"""Pictures: areas burnt in, drawn anew without any metadata, and compared dot by dot."""

from typing import Any

from answerable.gate.cleaning import NoCopyError, StillThereError, pictures
from answerable.gate.limits import Limits
from answerable.gate.redacting.burning import Canvas, Mark
from answerable.gate.redacting.verify import compare
from answerable.gate.redacting.wanted import Box, Marks, Withheld

_STEP = 24  # dots: where paper is free beside a mark, its width is a multiple of this
_EVEN = 24  # the most a free strip of paper varies
_SAME_AS = {"jpeg": "jpg", "tif": "tiff"}
#: How much a square of dots may differ: nothing, where the format loses nothing.
_LOSSY = {"gif": 40, "jpg": 24, "webp": 24}


def redact(
    data: bytes, wanted: str, marks: Marks, limits: Limits
) -> tuple[bytes, list[Withheld], list[str]]:
    """The picture with its areas in black, the schedule, and what the officer must know.

    Raises:
        NoCopyError: no region, or one outside the picture. StillThereError: the proof fails.
        TooMuchError, HeldError: as for inspecting.
    """
    if any(not one.framed for one in marks.terms) or not (marks.regions or marks.terms):
        raise NoCopyError("is a picture: its words are not read, so give regions")
    before: Any = pictures.opened(data, limits)
    canvas = Canvas(before.copy(), before.size)
    burnt: list[Mark] = []
    frames: list[Box] = []
    schedule = []
    for number, region in enumerate(marks.regions, 1):
        _inside(region.box, region.page, number, before)
        if region.framed:
            canvas.frame(region.box, region.provision or "withheld")
            frames.append(region.box)
            continue
        mark = Mark(_padded(before, region.box), region.provision or "withheld")
        burnt.append(canvas.burn(mark))
        schedule.append(Withheld("the picture", region.provision, 1))
    kind = _SAME_AS.get(wanted, wanted)
    made = pictures.encoded(canvas.picture, kind)
    _prove(before, made, burnt, frames, kind, limits)
    return made, schedule, []


def _inside(box: Box, page: int, number: int, picture: Any) -> None:
    left, top, right, bottom = box
    if page != 1 or left >= picture.width or top >= picture.height or right <= 0 or bottom <= 0:
        raise NoCopyError(
            f"is {picture.width} by {picture.height} dots, and region {number} lies outside it"
        )


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


def _prove(
    before: Any, made: bytes, burnt: list[Mark], frames: list[Box], kind: str, limits: Limits
) -> None:
    after = pictures.opened(made, limits)
    if after.size != before.size:
        raise StillThereError("the copy is of another size")
    free = [(box[0] - 4, box[1] - 24, box[2] + 240, box[3] + 4) for box in frames]
    compare(
        Canvas(_flat(before), before.size),
        _flat(after),
        [(one.box, one.label) for one in burnt],
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
