"""Slides of OpenDocument files: hidden ones, notes, what lies off the slide or under a box."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.inks import Ink
from answerable.gate.readers.odf_lengths import Box, box, length
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.odf_words import paragraphs
from answerable.gate.readers.trees import attr, each, local, squash
from answerable.gate.spans import Span, Visibility, hidden

_SHAPES = (
    "frame", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "control",
    "polyline", "connector", "caption", "regular-polygon",
)  # fmt: skip
_UNKNOWN: Ink = (-99, -99, -99)
_Size = tuple[float, float]


class Deck:
    """Judges the slides of a file; sizes and hidden layers come from its style part."""

    def __init__(self, styles: Styles, *roots: Any) -> None:
        self._styles = styles
        sizes = {
            attr(one, "name"): _size(one) for root in roots for one in each(root, "page-layout")
        }
        self._sizes: dict[str, _Size] = {}
        self._behind: dict[str, list[tuple[Box, Ink]]] = {}
        for one in (one for root in roots for one in each(root, "master-page")):
            self._sizes[attr(one, "name")] = sizes.get(attr(one, "page-layout-name")) or (0.0, 0.0)
            self._behind[attr(one, "name")] = list(self._fills(one))
        self._off = {
            attr(one, "name")
            for root in roots
            for one in each(root, "layer")
            if attr(one, "display") in ("none", "printer")
        }

    def slide(self, page: Any) -> Iterator[Span]:
        """Spans of one slide."""
        name = attr(page, "name")
        where = f"slide '{name}'"
        master = attr(page, "master-page-name")
        size = self._sizes.get(master, (0.0, 0.0))
        below = list(self._behind.get(master, ()))
        texts: list[tuple[Box, str]] = []
        for shape in _shapes(page):
            at, text = box(shape), _words(shape)
            place = f"{where}, shape '{attr(shape, 'name')}'"
            if attr(shape, "layer") in self._off:
                yield hidden("invisible_shape", text or attr(shape, "name") or "a shape", place)
            elif at and _is_off(at, size):
                said = text or attr(shape, "name") or "a shape"
                yield Span("off_slide", said, f"{where}, off the slide", Visibility.OFF_PAGE)
            else:
                yield from paragraphs(shape, self._styles, where, _ground(at, below))
            if at and not text and self._hides(shape):
                for under in _covered(at, texts):
                    place = f"{where}, under '{attr(shape, 'name') or local(shape)}'"
                    yield Span("text_under_box", under, place, Visibility.COVERED)
            if at and text:
                texts.append((at, text))
            if at and (fill := self._fill(shape)):
                below.append((at, fill))

    def _fills(self, page: Any) -> Iterator[tuple[Box, Ink]]:
        for shape in _shapes(page):
            at, fill = box(shape), self._fill(shape)
            if at and fill:
                yield at, fill

    def _fill(self, shape: Any) -> Ink | None:
        if any(local(one) in ("image", "object", "plugin") for one in shape):
            return _UNKNOWN
        if local(shape) in ("line", "connector", "polyline"):
            return None
        return self._styles.fill(shape) if local(shape) != "frame" else self._own_fill(shape)

    def _own_fill(self, frame: Any) -> Ink | None:
        return self._styles.fill(frame) if self._styles.of(frame).get("fill") else None

    def _hides(self, shape: Any) -> bool:
        placed = attr(shape, "placeholder") == "true"
        return not placed and self._fill(shape) is not None


def _shapes(holder: Any) -> Iterator[Any]:
    """The shapes of a slide from the lowest up, those in groups too, not those of its notes."""
    found: list[Any] = []
    for one in holder:
        if local(one) == "g":
            found += _shapes(one)
        elif local(one) in _SHAPES:
            found.append(one)
    if any(attr(one, "z-index") for one in found):
        found.sort(key=lambda one: int(attr(one, "z-index") or 0))
    yield from found


def _words(shape: Any) -> str:
    said = [
        "".join(one.itertext())
        for one in each(shape, "p", "h")
        if not any(local(above) == "annotation" for above in one.iterancestors())
    ]
    return squash(" ".join(said))


def _size(layout: Any) -> _Size:
    for one in each(layout, "page-layout-properties"):
        return length(attr(one, "page-width")) or 0.0, length(attr(one, "page-height")) or 0.0
    return 0.0, 0.0


def _is_off(at: Box, size: _Size) -> bool:
    left, top, width, height = at
    if not all(size):
        return False
    return left >= size[0] or top >= size[1] or left + width <= 0 or top + height <= 0


def _covered(at: Box, texts: list[tuple[Box, str]]) -> Iterator[str]:
    for (left, top, width, height), text in texts:
        if (
            at[0] <= left + width / 10
            and at[1] <= top + height / 10
            and at[0] + at[2] >= left + width * 0.9
            and at[1] + at[3] >= top + height * 0.9
        ):
            yield text


def _ground(at: Box | None, below: list[tuple[Box, Ink]]) -> Ink | None:
    """What lies behind the middle of a shape: the topmost fill there."""
    if at is None:
        return _UNKNOWN
    x, y = at[0] + at[2] / 2, at[1] + at[3] / 2
    for (left, top, width, height), fill in reversed(below):
        if left <= x <= left + width and top <= y <= top + height:
            return fill
    return None
