"""How large the paragraphs of a Word document are by their styles: letters, lines, what is between."""

import re
from dataclasses import dataclass, replace
from typing import Any

from answerable.gate.readers.over_words import lead_of
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local

_TWIPS = 20
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_DEEPEST = 30  # styles that stand on one another


@dataclass(frozen=True, slots=True)
class Space:
    """What one paragraph takes, in points; ``line`` is in 240ths of a usual line, or twentieths."""

    size: float = 10.0
    before: float = 0.0
    after: float = 0.0
    line: float = 240.0
    exact: bool = False
    side: str = "left"

    def lead(self, size: float) -> float:
        """The height of its lines against the usual for letters of a size."""
        if self.exact:
            return lead_of(self.line / _TWIPS, size)
        return max(self.line / 240, 0.1)


class Spaces:
    """The styles of a document."""

    def __init__(self, package: Package) -> None:
        """Read them; a document without styles has what Word begins with."""
        name = package.first("word/styles.xml")
        root = package.tree(name) if name else []
        self._styles = {attr(one, "styleId"): one for one in root if local(one) == "style"}
        self._known: dict[str, Space] = {}
        self._base, self._usual = Space(), ""
        for one in root:
            if local(one) == "docDefaults":
                for part in each(one, "rPr", "pPr"):
                    self._base = _told(self._base, part)
            elif attr(one, "default") in ("1", "true") and attr(one, "type") == "paragraph":
                self._usual = attr(one, "styleId")

    def of(self, props: Any) -> Space:
        """What a paragraph takes that says this of itself (None: nothing)."""
        if props is None:
            return self._style(self._usual)
        named = next((attr(x, "val") for x in props if local(x) == "pStyle"), self._usual)
        return _told(self._style(named), props)

    def _style(self, name: str) -> Space:
        if name not in self._known:
            chain: list[Any] = []
            at = name
            while at in self._styles and len(chain) < _DEEPEST:
                chain.append(self._styles[at])
                at = next((attr(x, "val") for x in chain[-1] if local(x) == "basedOn"), "")
            made = self._base
            for one in reversed(chain):
                for part in (x for x in one if local(x) in ("rPr", "pPr")):
                    made = _told(made, part)
            self._known[name] = made
        return self._known[name]


def _told(space: Space, part: Any) -> Space:
    """A space with what a list of properties says of it."""
    for one in part:
        if local(one) == "sz":
            space = replace(space, size=_number(attr(one, "val"), space.size * 2) / 2)
        elif local(one) == "jc":
            space = replace(space, side=attr(one, "val"))
        elif local(one) == "rPr":  # of the mark that ends the paragraph
            space = _told(space, one)
        elif local(one) == "spacing" and (
            attr(one, "line") or attr(one, "before") or attr(one, "after")
        ):
            space = replace(
                space,
                before=_number(attr(one, "before"), space.before * _TWIPS) / _TWIPS,
                after=_number(attr(one, "after"), space.after * _TWIPS) / _TWIPS,
                line=_number(attr(one, "line"), space.line),
                exact=attr(one, "lineRule") in ("exact", "atLeast")
                if attr(one, "line")
                else space.exact,
            )
    return space


def _number(text: str, otherwise: float) -> float:
    text = text.strip()
    return float(text) if _WHOLE.fullmatch(text) else otherwise
