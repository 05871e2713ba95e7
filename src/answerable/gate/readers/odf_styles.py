"""How OpenDocument words look, by all the styles that have a say: ink, ground, size."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.inks import BLACK, WHITE, Ink, alike, carrier, ink
from answerable.gate.readers.odf_formats import FORMATS, hides
from answerable.gate.readers.odf_lengths import length
from answerable.gate.readers.trees import attr, each, local

_FAMILY = {
    "span": "text", "a": "text", "p": "paragraph", "h": "paragraph", "table-cell": "table-cell",
    "covered-table-cell": "table-cell", "table-row": "table-row", "table": "table",
    "section": "section", "page": "drawing-page",
}  # fmt: skip
_SHAPES = ("graphic", "presentation")
_DEEPEST = 30  # styles that stand on one another
_DARK = 64
_LOW = 0.055  # centimetres
_MANY: Ink = (-99, -99, -99)  # a picture or a shading: no one colour
Props = dict[str, str]
#: What says where a shape lies, and how far apart paragraphs are.
_PLACES = {
    "wrap": "wrap", "through": "run-through", "across": "horizontal-pos",
    "of-across": "horizontal-rel", "of-down": "vertical-rel", "above": "margin-top",
    "below": "margin-bottom", "align": "text-align", "break": "break-before",
}  # fmt: skip


class Styles:
    """The styles of a file: those of its content and those of its style part."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._bases: dict[str, Props] = {}
        self._formats: dict[str, Any] = {}
        self._known: dict[tuple[str, str], Props] = {}
        self._cells: dict[str, str] = {}
        self._masters: dict[str, Any] = {}
        self._layouts: dict[str, Any] = {}
        self._paper: Ink | None = WHITE
        for root in roots:
            self._take(root)

    def _take(self, root: Any) -> None:
        for one in root.iter():
            name = local(one)
            if name == "style":
                self._styles[attr(one, "family"), attr(one, "name")] = one
            elif name == "default-style":
                self._bases[attr(one, "family")] = _own(one)
            elif name == "page-layout-properties":
                self._paper = _filled(_part(one)) or self._paper
                self._layouts.setdefault(attr(one.getparent(), "name"), one)
            elif name == "master-page":
                self._masters[attr(one, "name")] = one
            elif name in FORMATS:
                self._formats[attr(one, "name")] = one

    def named(self, shown: str) -> str:
        """The name of a cell style by the name that users see, or by its own."""
        for (family, name), one in self._styles.items():
            if family == "table-cell" and shown in (name, attr(one, "display-name")):
                return name
        return ""

    def props(self, family: str, name: str) -> Props:
        """What a style says, with what it stands on; no defaults."""
        key = family, name
        if key not in self._known:
            made: Props = {}
            for one in reversed(list(self._chain(family, name))):
                made |= _own(one)
            self._known[key] = made
        return self._known[key]

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        for _ in range(_DEEPEST):
            one = self._styles.get((family, name), self._styles.get(("", name)))
            if one is None:
                return
            yield one
            name = attr(one, "parent-style-name")

    def of(self, one: Any) -> Props:
        """What the style of an element says."""
        name = attr(one, "style-name")
        family = _FAMILY.get(local(one))
        if family:
            return self.props(family, name)
        return self.props("graphic", name) or self.props("presentation", name) if name else {}

    def whole(self, one: Any) -> Props:
        """What the style of a paragraph says, defaults too."""
        return {**self._bases.get("paragraph", {}), **self.of(one)}

    def points(self, one: Any) -> float:
        """The size of the letters of a paragraph, 12 if nobody says."""
        return _size([self.of(one), self._bases.get("paragraph", {})]) or 12.0

    def layout(self) -> Any:
        """What says how large the usual page is, None if nothing does."""
        usual = self._masters.get("Standard")
        name = attr(usual, "page-layout-name") if usual is not None else ""
        return self._layouts.get(name, next(iter(self._layouts.values()), None))

    def is_off(self, table: Any) -> bool:
        """Whether a sheet is hidden."""
        return self.of(table).get("shown") == "false"

    def is_hidden(self, page: Any) -> bool:
        """Whether a slide is left out of the show."""
        return self.of(page).get("visibility") == "hidden"

    def is_low(self, row: Any) -> bool:
        """Whether a row is too low for any letter."""
        own = self.props("table-row", attr(row, "style-name"))
        height = length(own.get("height", ""))
        return height is not None and height < _LOW and own.get("best") != "true"

    def cell(self, name: str) -> str:
        """The check that judges a cell of this style, "" for one that is seen."""
        if name not in self._cells:
            self._cells[name] = self._cell(name or "Default", set())
        return self._cells[name]

    def _cell(self, name: str, met: set[str]) -> str:
        own = {**self._bases.get("table-cell", {}), **self.props("table-cell", name)}
        if own.get("format") and hides(self._formats, own["format"]):
            return "hidden_format"
        if found := _judged([own], _filled(own) or WHITE):
            return "white_text" if found == "text_under_box" else found
        met.add(name)
        for one in self._chain("table-cell", name):
            for rule in each(one, "map"):
                to = self.named(attr(rule, "apply-style-name"))
                if to and to not in met and self._cell(to, met):
                    return "white_text"
        return ""

    def unseen(self, one: Any, ground: Ink | None = None) -> str:
        """The check that judges the words right in an element, "" for words that are seen.

        ``ground`` is what lies behind a shape, if that is known better than by its page.
        """
        said: list[Props] = []
        under: Ink | None = None
        for above in (one, *one.iterancestors()):
            own = self.of(above)
            said.append(own)
            if under is None and local(above) != "span" and (own.get("fill") or own.get("ground")):
                under = _filled(own)
                if under is None and _is_filled(own):
                    ground = under = _MANY
            if local(above) == "page" and under is None:
                under = ground or self._behind(above)
        said += [self._bases.get(family, {}) for family in ("paragraph", *_SHAPES)]
        return _judged(said, under or ground or self._paper)

    def _behind(self, page: Any) -> Ink | None:
        master = self._masters.get(attr(page, "master-page-name"))
        if master is None:
            return None
        own = self.props("drawing-page", attr(master, "style-name"))
        return _filled(own) or (_MANY if _is_filled(own) else None)

    def fill(self, shape: Any) -> Ink | None:
        """The colour a shape is filled with, None if it is clear."""
        own = {**self._bases.get("graphic", {}), **self.of(shape)}
        return _filled(own) or (BLACK if _is_filled(own) else None)


def _judged(said: list[Props], ground: Ink | None) -> str:
    """The check for words of these properties, the nearest first."""
    if any(one.get("display") in ("none", "condition") for one in said):
        return "hidden_text"
    if any(one.get("opacity") == "0%" for one in said[:2]):
        return "white_text"
    letters = next((one["color"] for one in said if one.get("color")), "auto")
    own = next((ink(one["text-ground"]) for one in said if one.get("text-ground")), None)
    size = _size(said)
    if own is not None:
        if max(own) < _DARK and (letters == "auto" or alike(ink(letters), own)):
            return "text_under_box"
        return carrier(ink(letters), own, size)
    return carrier(ink(letters), ground, size)


def _size(said: list[Props]) -> float:
    share = 1.0
    for one in said:
        text = one.get("size", "")
        try:
            if text.endswith("%"):
                share *= float(text[:-1]) / 100
            elif text.endswith("pt"):
                return share * float(text[:-2])
        except ValueError:
            return 0.0
    return 0.0


def _own(style: Any) -> Props:
    made: Props = {}
    if attr(style, "data-style-name"):
        made["format"] = attr(style, "data-style-name")
    of_words = attr(style, "family") in ("paragraph", "text")
    for part in style:
        if local(part) == "text-properties":
            made |= _letters(part)
        elif local(part).endswith("-properties") and not (
            of_words and local(part) == "graphic-properties"
        ):
            made |= _part(part)
    return made


def _letters(part: Any) -> Props:
    made = {"color": attr(part, "color"), "size": attr(part, "font-size")}
    made |= {"display": attr(part, "display"), "opacity": attr(part, "opacity")}
    made["text-ground"] = attr(part, "background-color")
    if attr(part, "use-window-font-color") == "true":
        made |= {"color": "auto", "opacity": ""}  # it is written as wholly clear, and is not
    return {name: value for name, value in made.items() if value}


def _part(part: Any) -> Props:
    made = {"ground": attr(part, "background-color"), "fill": attr(part, "fill")}
    made |= {"fill-color": attr(part, "fill-color"), "clear": attr(part, "opacity")}
    made |= {"width": attr(part, "column-width"), "height": attr(part, "row-height")}
    made |= {"best": attr(part, "use-optimal-row-height"), "shown": attr(part, "display")}
    made["visibility"] = attr(part, "visibility")
    made |= {name: attr(part, said) for name, said in _PLACES.items()}
    return {name: value for name, value in made.items() if value}


def _filled(own: Props) -> Ink | None:
    """The one colour of a ground, None if it has none or several."""
    if own.get("clear") == "0%":
        return None
    if own.get("fill") == "solid":
        return ink(own.get("fill-color", "")) or ink(own.get("ground", ""))
    return ink(own.get("ground", "")) if own.get("fill", "none") == "none" else None


def _is_filled(own: Props) -> bool:
    return own.get("fill", "none") != "none" and own.get("clear") != "0%"
