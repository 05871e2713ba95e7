"""Presentations (.pptx): hidden slides, notes, comments, what lies off the slide."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from answerable.gate.personal.told import told
from answerable.gate.readers.inks import Ink, carrier
from answerable.gate.readers.slide_looks import Place, SlideLooks
from answerable.gate.readers.slides_over import under_part
from answerable.gate.readers.trees import attr, each, local, squash, words
from answerable.gate.spans import Span, Visibility, hidden, note, visible


def slide(root: Any, where: str, size: tuple[int, int], looks: SlideLooks) -> Iterator[Span]:
    """Spans of one slide; ``size`` is width and height in the file's own units."""
    gone = attr(root, "show") in ("0", "false")
    if gone:
        yield hidden("hidden_slide", words(root, "t") or "slide", f"{where} (hidden)")
    below = list(looks.behind())
    worded: list[tuple[Place, Any]] = []
    for shape in each(root, "sp", "pic", "graphicFrame", "cxnSp", "grpSp"):
        if local(shape) == "grpSp":
            below += looks.grouped(shape)
            continue
        name = next((attr(one, "name") for one in each(shape, "cNvPr")), "")
        text = words(shape, "t")
        place = f"{where}, shape '{name}'"
        box, fill = _box(shape, looks), looks.fill(shape)
        if any(attr(one, "hidden") in ("1", "true") for one in each(shape, "cNvPr")):
            yield hidden("invisible_shape", text or name, place)
        elif box and (
            box[0] >= size[0] or box[1] >= size[1] or box[0] + box[2] <= 0 or box[1] + box[3] <= 0
        ):
            yield Span("off_slide", text or name, f"{place}, off the slide", Visibility.OFF_PAGE)
        elif text and not gone:
            yield from _seen(shape, place, looks, fill or _behind(box, below, looks))
        if box and not text and fill is not None and local(shape) in ("sp", "pic"):
            for at, under in worded:
                for said in _under(box, at, under, looks, shape):
                    place = f"{where}, under '{name}'"
                    yield Span("text_under_box", said, place, Visibility.COVERED)
        if box and text:
            worded.append((box, shape))
        if box and fill:
            below.append((box, fill))
        yield from _about(shape, f"{where}, shape '{name}'")


def _about(shape: Any, place: str) -> Iterator[Span]:
    """What is said of a shape, and a picture that shows less than it holds."""
    for one in each(shape, "cNvPr"):
        if attr(one, "descr"):
            yield note("alt_text", attr(one, "descr"), f"{place}, alternative text")
    for one in each(shape, "srcRect"):
        if any(int(attr(one, side) or 0) > 1000 for side in "lrtb"):
            yield hidden(
                "cropped_picture",
                "a picture is cropped; the whole picture is in the file",
                place,
            )


def _under(over: Place, at: Place, under: Any, looks: SlideLooks, shape: Any) -> list[str]:
    """What a shape hides of the words of another: all, if it lies over all of it."""
    x, y, w, h = at
    if (
        over[0] <= x + w // 10
        and over[1] <= y + h // 10
        and over[0] + over[2] >= x + w * 9 // 10
        and over[1] + over[3] >= y + h * 9 // 10
    ):
        return [words(under, "t")]
    fill = None if local(shape) == "pic" else looks.fill(shape)
    return under_part(over, at, under, looks, fill) if _is_plain_box(shape) else []


def _is_plain_box(shape: Any) -> bool:
    """Whether a shape fills its frame: it is no figure with corners cut, and not see-through."""
    props = next((x for x in shape if local(x) == "spPr"), None)
    if props is None or each(props, "custGeom", "alpha"):
        return False
    return all(attr(x, "prst") in ("rect", "roundRect") for x in each(props, "prstGeom"))


def _behind(box: Place | None, below: list[tuple[Place, Ink]], looks: SlideLooks) -> Ink | None:
    """What lies behind the middle of a shape: the topmost fill there, or the slide."""
    if box is None:
        return None
    x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
    for at, fill in reversed(below):
        if at[0] <= x <= at[0] + at[2] and at[1] <= y <= at[1] + at[3]:
            return fill
    return looks.ground()


def _seen(shape: Any, place: str, looks: SlideLooks, ground: Ink | None) -> Iterator[Span]:
    """The words of a shape, each stretch by what it looks like."""
    pieces: list[tuple[str, str]] = []
    for paragraph in each(shape, "p"):
        cell = next((x for x in paragraph.iterancestors() if local(x) == "tc"), None)
        under = ground if cell is None else looks.cell(cell)
        for run in (x for x in paragraph if local(x) in ("r", "fld")):
            letters, size = looks.letters(run, paragraph, shape)
            look = carrier(letters, under, size)
            pieces.append((look, words(run, "t")))
            pieces.append((look, " " if run.getnext() is None else ""))
    for look, same in groupby(pieces, key=lambda one: one[0]):
        if text := squash("".join(x for _, x in same)):
            slug = "white_text" if look == "text_under_box" else look
            yield hidden(slug, text, place) if slug else visible(text, place)


def layout(root: Any, where: str, *, used: bool = False) -> Iterator[Span]:
    """Words on a layout that no slide shows.

    The places for words of slides say what to do there and are left out, unless a person is
    told of; what stands outside them shows on the slides if the layout is used.
    """
    for shape in each(root, "sp"):
        text = words(shape, "t")
        place = bool(each(shape, "ph"))
        if text and (told(text) if place else not used):
            yield note("layout_text", text, where)


def _box(shape: Any, looks: SlideLooks) -> Place | None:
    """Where a shape lies; one in a group says that in the measure of the group."""
    if any(local(above) == "grpSp" for above in shape.iterancestors()):
        return None
    return looks.place(shape)
