"""Presentations (.pptx): hidden slides, notes, comments, what lies off the slide."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.personal.told import told
from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.spans import Span, Visibility, hidden, note, visible


def slide(root: Any, where: str, size: tuple[int, int]) -> Iterator[Span]:
    """Spans of one slide; ``size`` is width and height in the file's own units."""
    gone = attr(root, "show") in ("0", "false")
    if gone:
        yield hidden("hidden_slide", words(root, "t") or "slide", f"{where} (hidden)")
    boxes: list[tuple[int, int, int, int, str]] = []
    for shape in each(root, "sp", "pic", "graphicFrame", "cxnSp"):
        name = next((attr(one, "name") for one in each(shape, "cNvPr")), "")
        text = words(shape, "t")
        place = f"{where}, shape '{name}'"
        box = _box(shape)
        if any(attr(one, "hidden") in ("1", "true") for one in each(shape, "cNvPr")):
            yield hidden("invisible_shape", text or name, place)
        elif box and (
            box[0] >= size[0] or box[1] >= size[1] or box[0] + box[2] <= 0 or box[1] + box[3] <= 0
        ):
            yield Span("off_slide", text or name, f"{place}, off the slide", Visibility.OFF_PAGE)
        elif text and not gone:
            unseen = _unseen(shape)
            yield hidden(unseen, text, place) if unseen else visible(text, where)
        if box and text:
            boxes.append((*box, text))
        if (
            box
            and not text
            and local(shape) in ("sp", "pic")
            and (local(shape) == "pic" or _solid(shape))
        ):
            for x, y, w, h, under in boxes:
                if (
                    box[0] <= x + w // 10
                    and box[1] <= y + h // 10
                    and box[0] + box[2] >= x + w * 9 // 10
                    and box[1] + box[3] >= y + h * 9 // 10
                ):
                    yield Span(
                        "text_under_box", under, f"{where}, under '{name}'", Visibility.COVERED
                    )
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


def _box(shape: Any) -> tuple[int, int, int, int] | None:
    for one in each(shape, "xfrm"):
        at = {local(x): x for x in one}
        if "off" in at and "ext" in at and local(shape.getparent()) != "grpSp":
            return (
                int(attr(at["off"], "x") or 0),
                int(attr(at["off"], "y") or 0),
                int(attr(at["ext"], "cx") or 0),
                int(attr(at["ext"], "cy") or 0),
            )
    return None


def _solid(shape: Any) -> bool:
    return any(local(one) == "solidFill" for props in each(shape, "spPr") for one in props)


def _unseen(shape: Any) -> str:
    runs = each(shape, "rPr")
    if any(0 < int(attr(one, "sz") or 1800) <= 200 for one in runs):
        return "tiny_text"
    if _solid(shape):
        return ""
    whites = [
        one
        for one in runs
        if any(
            attr(c, "val").upper() == "FFFFFF" for f in one if local(f) == "solidFill" for c in f
        )
    ]
    return "white_text" if whites and len(whites) == len(runs) else ""
