"""How words of a slide (.pptx) look, by all that has a say, and what lies behind them."""

import colorsys
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError
from answerable.gate.readers.inks import WHITE, Ink, ink
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local

MANY: Ink = (-99, -99, -99)  # a picture or a shading: no one colour
Place = tuple[int, int, int, int]  # left, top, width, height
_FILLS = ("solidFill", "noFill", "gradFill", "pattFill", "blipFill", "grpFill")
_TITLES = ("title", "ctrTitle")
_PLAIN = "1001"  # of the grounds of a theme, the one that is of one colour
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


class SlideLooks:
    """What the layout, the master and the theme of one slide say."""

    def __init__(self, package: Package, part: str, root: Any) -> None:
        """``root`` is the slide, ``part`` its name in the package."""
        self._levels = [root]
        self._places: dict[Any, list[Any]] = {}
        self._said: dict[tuple[Any, int], list[Any]] = {}
        for kind in ("slideLayouts/", "slideMasters/"):
            part = next((x for x in package.links(part).values() if kind in x), "")
            if part not in package.archive.names:
                break
            self._levels.append(package.tree(part))
        theme = (
            next((x for x in package.links(part).values() if "/theme/" in x), "") if part else ""
        )
        self._theme = _theme(package.tree(theme)) if theme in package.archive.names else {}
        said = next((x for level in self._levels[::-1] for x in each(level, "clrMap")), None)
        over = next((x for x in each(root, "overrideClrMapping")), None)
        self._map = {**_MAP, **(dict(said.attrib) if said is not None else {})}
        self._map |= dict(over.attrib) if over is not None else {}
        self._usual = each(package.tree(package.main), "defaultTextStyle")

    def ground(self) -> Ink:
        """The colour of the slide behind all shapes."""
        for level in self._levels:
            for one in each(level, "bg"):
                for said in one:
                    if local(said) == "bgRef" and attr(said, "idx") != _PLAIN:
                        return MANY
                    fill = next((x for x in said if local(x) in _FILLS), said)
                    if local(fill) in ("solidFill", "bgRef"):
                        return self._first(fill) or MANY
                    return MANY
        return WHITE

    def behind(self) -> Iterator[tuple[Place, Ink]]:
        """Filled shapes of the master and the layout, from the lowest up."""
        for level in reversed(self._levels[1:]):
            for shape in each(level, "sp", "pic", "grpSp"):
                if local(shape) == "grpSp":
                    yield from self.grouped(shape)
                elif not each(shape, "ph") and local(shape.getparent()) != "grpSp":
                    at, fill = self.place(shape), self.fill(shape)
                    if at and fill:
                        yield at, fill

    def grouped(self, group: Any) -> Iterator[tuple[Place, Ink]]:
        """Where a group lies that has a fill somewhere: nobody says here of what colour."""
        at = self.place(group)
        if at and any(self.fill(x) for x in each(group, "sp", "pic")):
            yield at, MANY

    def place(self, shape: Any) -> Place | None:
        """Where a shape lies, by itself or by its place on the layout."""
        for one in self._same(shape):
            for frame in (x for p in one for x in (p, *p) if local(x) == "xfrm"):
                at = {local(x): x for x in frame}
                if {"off", "ext"} <= at.keys():
                    return (
                        int(attr(at["off"], "x") or 0), int(attr(at["off"], "y") or 0),
                        int(attr(at["ext"], "cx") or 0), int(attr(at["ext"], "cy") or 0),
                    )  # fmt: skip
        return None

    def fill(self, shape: Any) -> Ink | None:
        """The colour of a shape, None if it is clear."""
        if local(shape) in ("pic", "graphicFrame"):
            return MANY if local(shape) == "pic" else None
        for one in self._same(shape):
            for props in (x for x in one if local(x) == "spPr"):
                for said in (x for x in props if local(x) in _FILLS):
                    if local(said) == "noFill":
                        return None
                    return (self._first(said) or MANY) if local(said) == "solidFill" else MANY
        for said in each(shape, "fillRef"):
            if attr(said, "idx") not in ("", "0"):
                return self._first(said) or MANY
        return None

    def _same(self, shape: Any) -> list[Any]:
        """A shape, and the places on the layout and the master that it fills."""
        if shape not in self._places:
            self._places[shape] = list(self._filled(shape))
        return self._places[shape]

    def _filled(self, shape: Any) -> Iterator[Any]:
        yield shape
        place = next(iter(each(shape, "ph")), None)
        if place is None or not any(x is self._levels[0] for x in shape.iterancestors()):
            return
        for number, level in enumerate(self._levels[1:]):
            for one in each(level, "sp"):
                other = next(iter(each(one, "ph")), None)
                if other is not None and _matches(place, other, by_kind=number > 0):
                    yield one
                    place = other
                    break

    def cell(self, cell: Any) -> Ink | None:
        """The ground of a cell of a table, None if its style may give it one."""
        for props in (x for x in cell if local(x) == "tcPr"):
            for said in (x for x in props if local(x) in _FILLS):
                if local(said) == "solidFill":
                    return self._first(said)
                return None
        return None

    def letters(self, run: Any, paragraph: Any, shape: Any) -> tuple[Ink | None, float]:
        """The colour and the size in points of a run; None and 0 if nobody says."""
        props = [x for x in (run if run is not None else ()) if local(x) == "rPr"]
        level = next((int(attr(x, "lvl") or 0) for x in paragraph if local(x) == "pPr"), 0)
        said = [*props, *self._styles(shape, level)]
        colour = next((x for one in said for x in one if local(x) in _FILLS), None)
        size = next((float(attr(x, "sz")) / 100 for x in said if attr(x, "sz").isdigit()), 0.0)
        if colour is not None:
            return (self._first(colour) if local(colour) == "solidFill" else None), size
        return None, size

    def _styles(self, shape: Any, level: int) -> list[Any]:
        """What is said of letters of a level in a shape, the nearest first."""
        if (shape, level) not in self._said:
            self._said[shape, level] = list(self._stacked(shape, level))
        return self._said[shape, level]

    def _stacked(self, shape: Any, level: int) -> Iterator[Any]:
        name = f"lvl{min(level, 8) + 1}pPr"
        for one in self._same(shape):
            yield from _defaults(each(one, "lstStyle"), name)
        place = next((attr(x, "type") or "body" for x in each(shape, "ph")), "")
        if not place:
            for one in each(shape, "fontRef"):
                if len(one):
                    yield _as_fill(one)
        kind = "titleStyle" if place in _TITLES else "bodyStyle" if place else "otherStyle"
        if not place:
            yield from _defaults(self._usual, name)
        yield from _defaults(each(self._levels[-1], kind), name)

    def _first(self, holder: Any) -> Ink | None:
        return next((x for x in map(self._colour, holder) if x is not None), None)

    def _colour(self, said: Any) -> Ink | None:
        name = local(said)
        base = None
        if name == "srgbClr":
            base = ink(attr(said, "val"))
        elif name == "sysClr":
            base = ink(attr(said, "lastClr"))
        elif name == "schemeClr":
            value = attr(said, "val")
            base = self._theme.get(self._map.get(value, value))
        elif name == "prstClr":
            base = {"white": WHITE, "black": (0, 0, 0)}.get(attr(said, "val"))
        return _changed(base, said) if base is not None else None


def _as_fill(reference: Any) -> Any:
    """A reference to a font with a colour, as if it were the properties of letters."""
    from lxml import etree

    made = etree.Element("defRPr")
    fill = etree.SubElement(made, "solidFill")
    for one in reference:
        fill.append(etree.fromstring(etree.tostring(one)))
    return made


def _defaults(styles: list[Any], name: str) -> Iterator[Any]:
    for one in styles:
        for level in (x for x in one if local(x) in (name, "defPPr")):
            yield from (x for x in level if local(x) == "defRPr")


def _matches(place: Any, other: Any, by_kind: bool) -> bool:
    kinds = [attr(x, "type") or "body" for x in (place, other)]
    kinds = ["title" if x in _TITLES else "body" if x in ("subTitle", "obj") else x for x in kinds]
    if by_kind:
        return kinds[0] == kinds[1]
    return (attr(place, "idx") or "0") == (attr(other, "idx") or "0") and (
        kinds[0] == kinds[1] or attr(place, "idx") not in ("", "0")
    )


def _theme(root: Any) -> dict[str, Ink]:
    made: dict[str, Ink] = {}
    for scheme in each(root, "clrScheme"):
        for one in scheme:
            for said in one:
                colour = ink(attr(said, "lastClr") or attr(said, "val"))
                if colour is not None:
                    made[local(one)] = colour
    return made


def _changed(base: Ink, said: Any) -> Ink:
    """A colour made lighter or darker as a theme colour may be."""
    tone, light, depth = colorsys.rgb_to_hls(*(x / 255 for x in base))
    for one in said:
        try:
            share = float(attr(one, "val") or 0) / 100_000
        except ValueError as problem:
            raise HeldError("a colour on a slide is damaged") from problem
        name = local(one)
        if name == "lumMod":
            light *= share
        elif name == "lumOff":
            light += share
        elif name == "shade":
            light *= share
        elif name == "tint":
            light = 1 - (1 - light) * share
    red, green, blue = colorsys.hls_to_rgb(tone, min(max(light, 0.0), 1.0), depth)
    return round(red * 255), round(green * 255), round(blue * 255)
