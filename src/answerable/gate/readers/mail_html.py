"""The words of a mail in HTML, with what keeps a reader from seeing them."""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from answerable.gate.readers.inks import WHITE, Ink, carrier, ink
from answerable.gate.readers.trees import squash

_SILENT = frozenset(("head", "style", "script", "title", "noscript", "template"))
_BLOCKS = frozenset(
    ("p", "div", "br", "tr", "td", "th", "li", "table", "h1", "h2", "h3", "h4", "hr", "blockquote")
)
_NAMED = {
    "white": "ffffff", "black": "000000", "red": "ff0000", "blue": "0000ff", "navy": "000080",
    "gray": "808080", "grey": "808080", "silver": "c0c0c0", "yellow": "ffff00", "green": "008000",
}  # fmt: skip
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})")
_SHORT = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])$")
_SIZE = re.compile(r"(\d*\.?\d+)\s*(px|pt|em|rem|%)?")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12, None: 0.75}
_LONG = re.compile(r"\w{4,}")
_DEEPEST, _LINE = 400, "\n"
Look = tuple[Ink | None, Ink | None, float, bool]  # letters, ground, size, hidden
_MANY: Ink = (-99, -99, -99)  # a picture or a shading: no one colour


def unseen(text: str) -> Iterator[tuple[str, str]]:
    """The check that judges each stretch of a mail ("" if it is seen), and its words.

    What cannot be taken apart is seen whole.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        yield "", squash(re.sub(r"<[^>]*>", " ", text))
        return
    if lost := _lost(text, root):
        yield "", lost
    pieces = _walk(root, (None, WHITE, 0.0, False), 0)
    for look, same in groupby(pieces, key=lambda one: one[0]):
        lines = map(squash, "".join(said for _, said in same).split(_LINE))
        if words := _LINE.join(filter(None, lines)):
            yield look, words


def _lost(text: str, root: Any) -> str:
    """All words of a mail if the tree of it does not hold each, as it is nested too deep."""
    plain = html.unescape(re.sub(r"<[^>]*>", " ", text))
    held = set(_LONG.findall(" ".join(root.itertext())))
    depth = max((sum(1 for _ in x.iterancestors()) for x in root.iter() if not len(x)), default=0)
    whole = depth <= _DEEPEST and held.issuperset(_LONG.findall(plain))
    return "" if whole else squash(plain)


def _walk(one: Any, look: Look, depth: int) -> Iterator[tuple[str, str]]:
    name = one.tag if isinstance(one.tag, str) else ""
    if not name or name in _SILENT or depth > _DEEPEST:
        return
    look = _within(one, look)
    if name in _BLOCKS:
        yield _judged(look), _LINE
    if one.text:
        yield _judged(look), one.text.replace(_LINE, " ")
    for child in one:
        yield from _walk(child, look, depth + 1)
        if child.tail:
            yield _judged(look), child.tail.replace(_LINE, " ")


def _judged(look: Look) -> str:
    letters, ground, size, hidden = look
    found = "hidden_text" if hidden else carrier(letters, ground, size)
    return "white_text" if found == "text_under_box" else found


def _within(one: Any, look: Look) -> Look:
    """The look of the words in an element, by its attributes and its own style."""
    letters, ground, size, hidden = look
    style = _style(str(one.get("style") or ""))
    if (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or "hidden" in one.attrib
    ):
        hidden = True
    letters = _colour(style.get("color") or str(one.get("color") or "")) or letters
    behind = (
        style.get("background-color") or style.get("background") or str(one.get("bgcolor") or "")
    )
    if (
        one.get("background")
        or "url(" in behind
        or "gradient" in behind
        or "background-image" in style
    ):
        ground = _MANY
    else:
        ground = _colour(behind.split("!")[0].strip()) or ground
    if found := _SIZE.match(style.get("font-size", "")):
        points = float(found.group(1)) * _POINTS[found.group(2)]
        hidden = hidden or points == 0
        size = points
    return letters, ground, size, hidden


def _style(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";"))
    return {key.strip().lower(): value.strip().lower() for key, _, value in pairs}


def _colour(text: str) -> Ink | None:
    text = text.strip().lower().removesuffix("!important").strip()
    if found := _RGB.match(text):
        red, green, blue = (min(int(x), 255) for x in found.groups())
        return red, green, blue
    if found := _SHORT.match(text):
        text = "".join(x * 2 for x in found.groups())
    return ink(_NAMED.get(text, text))
