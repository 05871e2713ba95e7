"""Boxes and pictures that lie over the words of an OpenDocument text."""

from collections.abc import Callable, Iterator
from typing import Any

from answerable.gate.readers.odf_lengths import box, length
from answerable.gate.readers.odf_styles import Props, Styles
from answerable.gate.readers.odf_words import in_hidden_section
from answerable.gate.readers.over_words import Box, Line, Paper, covered
from answerable.gate.readers.trees import attr, each, local, squash
from answerable.gate.spans import Span, Visibility

_POINT = 72 / 2.54  # points in a centimetre
_SHAPES = frozenset(
    ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "regular-polygon", "frame")
)
_HOLDERS = ("p", "h", "table-row")
_ASIDE = frozenset(
    ("text-box", "annotation", "tracked-changes", "note", "forms", "custom-shape", "table-header")
)
_SEEN_THROUGH = 90  # percent: a fill of less lets the words through
_OF_PAPER = ("page", "page-start-margin", "page-end-margin")
Opaque = Callable[
    [str], bool
]  # of the name of a picture in the file: whether it hides what is under


def laid_over(root: Any, styles: Styles, opaque: Opaque) -> Iterator[Span]:
    """Spans of the words that a box in front of the text of ``root`` lies over."""
    for body in (one for one in each(root, "text") if local(one.getparent()) == "body"):
        shapes = [one for one in body.iter() if _is_in_front(one, styles)]
        if not shapes:
            return
        holders = [one for one in body.iter() if _is_line(one)]
        numbers = {one: at for at, one in enumerate(holders)}
        lines = [_line(one, styles) for one in holders]
        paper = _paper(styles)
        boxes = [x for one in shapes for x in _boxes(one, styles, opaque, numbers, paper)]
        for words in dict.fromkeys(covered(boxes, lines, paper)):
            place = "the text, under a box drawn over the words"
            yield Span("text_under_box", words, place, Visibility.COVERED)


def _paper(styles: Styles) -> Paper:
    layout, usual = styles.layout(), Paper()
    if layout is None or not _points(attr(layout, "page-width")):
        return usual
    left, right, top, bottom = (
        _points(attr(layout, f"margin-{side}")) for side in ("left", "right", "top", "bottom")
    )
    wide = _points(attr(layout, "page-width")) - left - right
    high = _points(attr(layout, "page-height")) - top - bottom
    return Paper(wide, high, left, top) if wide > 0 and high > 0 else usual


def _is_in_front(one: Any, styles: Styles) -> bool:
    """Whether an element is a shape, or a group of them, by its anchor in front of the text."""
    if local(one) not in _SHAPES and local(one) != "g":
        return False
    if attr(one, "anchor-type") in ("", "as-char", "frame"):
        return False
    look = styles.of(one)
    if look.get("wrap", "run-through" if local(one) != "frame" else "") != "run-through":
        return False
    return look.get("through", "foreground") != "background"


def _is_line(one: Any) -> bool:
    """Whether an element is a paragraph or a row of the text itself."""
    if local(one) not in _HOLDERS:
        return False
    above = {local(x) for x in one.iterancestors()}
    return _ASIDE.isdisjoint(above) and "table-row" not in above and not in_hidden_section(one)


def _line(one: Any, styles: Styles) -> Line:
    inner = [one] if local(one) != "table-row" else [x for x in each(one, "p", "h") if _own(x)]
    first = styles.whole(inner[0]) if inner else {}
    said = " ".join(squash(_words(x)) for x in inner).strip()
    size = max((styles.points(x) for x in inner), default=12.0)
    return Line(
        said,
        size,
        _points(first.get("above", "")),
        _points(first.get("below", "")),
        local(one) == "table-row"
        or first.get("align", "start") not in ("start", "left", "justify"),
        first.get("break", "auto") == "page" or bool(attr(one, "master-page-name")),
    )


def _own(paragraph: Any) -> bool:
    return _ASIDE.isdisjoint(local(x) for x in paragraph.iterancestors())


def _words(holder: Any) -> str:
    """Words of a paragraph, without those of the boxes and notes that hang on it."""
    said = [holder.text or ""]
    for one in holder:
        name = local(one)
        if name in ("s", "tab", "line-break"):
            said.append(" ")
        elif name and name not in _SHAPES and name not in ("g", "note", "annotation", "change"):
            said.append(_words(one))
        said.append(one.tail or "")
    return "".join(said)


def _boxes(
    holder: Any, styles: Styles, opaque: Opaque, numbers: dict[Any, int], paper: Paper
) -> Iterator[Box]:
    """The boxes of an anchored shape: itself, or the members of a group."""
    line = next((numbers[x] for x in holder.iterancestors() if x in numbers), None)
    on_page = attr(holder, "anchor-type") == "page"
    if line is None and not on_page:
        return
    look = styles.of(holder)
    edge = tuple(on_page or look.get(f"of-{way}") in _OF_PAPER for way in ("across", "down"))
    members = (
        [x for x in holder.iter() if local(x) in _SHAPES] if local(holder) == "g" else [holder]
    )
    for one in members:
        fill = None if _is_picture(one, opaque) else _fill(one, styles)
        at = _place(one, look, paper)
        if at is None or (fill is None and not _is_picture(one, opaque)):
            continue
        yield Box(
            line or 0, *at, (edge[0], edge[1]), _page(holder), fill, squash("".join(one.itertext()))
        )


def _page(holder: Any) -> int:
    number = attr(holder, "anchor-page-number")
    if attr(holder, "anchor-type") != "page":
        return 0
    return max(int(number), 1) if number.isdigit() else 1


def _place(one: Any, look: Props, paper: Paper) -> tuple[float, float, float, float] | None:
    """Left, top, width and height; a box that is only said to be in the middle is put there."""
    at = box(one)
    wide = _points(attr(one, "width")) or (at[2] * _POINT if at else 0.0)
    high = _points(attr(one, "height")) or (at[3] * _POINT if at else 0.0)
    left, top = _points(attr(one, "x")), _points(attr(one, "y"))
    if at is not None and attr(one, "transform"):
        left, top = at[0] * _POINT, at[1] * _POINT
    side = look.get("across", "from-left")
    if side in ("center", "right"):
        left = (paper.wide - wide) / (2 if side == "center" else 1)
    return (left, top, wide, high) if wide and high else None


def _is_picture(shape: Any, opaque: Opaque) -> bool:
    return any(local(one) == "image" and opaque(attr(one, "href")) for one in shape)


def _fill(shape: Any, styles: Styles) -> Any:
    """The colour that a shape is filled with, None if words are seen through it."""
    look = styles.of(shape)
    clear = look.get("clear", "").rstrip("%")
    if clear.isdigit() and int(clear) < _SEEN_THROUGH:
        return None
    if local(shape) == "frame":  # a frame of words; a picture is asked for before
        return styles.fill(shape) if each(shape, "text-box") and _is_filled(look) else None
    return styles.fill(shape)


def _is_filled(look: Props) -> bool:
    return bool(look.get("fill-color") or look.get("ground"))


def _points(text: str) -> float:
    found = length(text) if text else None
    return (found or 0.0) * _POINT
