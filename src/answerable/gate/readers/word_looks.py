"""How words of a Word document look, by all the styles that have a say: ink, ground, size."""

from typing import Any

from answerable.gate.readers.inks import WHITE, Ink, alike, carrier, ink
from answerable.gate.readers.trees import attr, each, local
from answerable.gate.readers.word_over import fill_of_shape

_DEEPEST = 30  # styles that stand on one another
_DARK = 64
_OFF = ("0", "false", "off", "none")
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080",
    "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_SAID = {"color": "val", "sz": "val", "highlight": "val", "vanish": "val"}
Props = dict[str, str]


class Looks:
    """What the styles of a document say of letters and of the ground of paragraphs and tables."""

    def __init__(self, root: Any = None) -> None:
        """``root`` is the style part, None if there is none."""
        self._styles = (
            {attr(one, "styleId"): one for one in each(root, "style")} if root is not None else {}
        )
        self._known: dict[tuple[str, bool], Props] = {}
        self._base: Props = {}
        self._usual = ""
        for one in root if root is not None else ():
            if local(one) == "docDefaults":
                self._base = _letters(next(iter(each(one, "rPr")), None))
            elif attr(one, "default") in ("1", "true") and attr(one, "type") == "paragraph":
                self._usual = attr(one, "styleId")

    def unseen(self, run: Any, paragraph: Any) -> str:
        """The check that judges the words of a run by their look, "" for words that are seen."""
        own = next((x for x in run if local(x) == "rPr"), None)
        said = next((x for x in paragraph if local(x) == "pPr"), None)
        look = {
            **self._base,
            **self._of(_named(said, "pStyle") or self._usual, True),
            **self._of(_named(own, "rStyle"), True),
            **_letters(own),
        }
        if look.get("vanish", "0") not in _OFF:
            return "hidden_text"
        letters, size = ink(look.get("color", "")), _half(look.get("sz", ""))
        ground = ink(_MARKERS.get(look.get("highlight", ""), "")) or ink(look.get("ground", ""))
        if ground is not None:
            if max(ground) < _DARK and (letters is None or alike(letters, ground)):
                return "text_under_box"
            return carrier(letters, ground, size)
        return carrier(letters, self._under(paragraph, said), size)

    def _of(self, style: str, letters: bool) -> Props:
        """What a style says of its letters, or of the ground of its paragraphs."""
        key = style, letters
        if key not in self._known:
            chain: list[Any] = []
            name = style
            while name in self._styles and len(chain) < _DEEPEST:
                chain.append(self._styles[name])
                name = _named(chain[-1], "basedOn")
            made: Props = {}
            for one in reversed(chain):
                part = next((x for x in one if local(x) == ("rPr" if letters else "pPr")), None)
                made |= _letters(part)
            self._known[key] = made
        return self._known[key]

    def _under(self, paragraph: Any, said: Any) -> Ink | None:
        """What is behind a paragraph, None if that is not known."""
        look = {**self._of(_named(said, "pStyle") or self._usual, False), **_letters(said)}
        if look.get("ground"):
            return ink(look["ground"])
        for above in paragraph.iterancestors():
            name = local(above)
            if name == "tc":
                own = _letters(next((x for x in above if local(x) == "tcPr"), None))
                if own.get("ground"):
                    return ink(own["ground"])
            elif name == "tbl" and self._shades(above):
                return None
            elif name == "txbxContent":  # a clear one may stand on another shape
                return self._of_shape(above)
        return WHITE

    @staticmethod
    def _of_shape(words: Any) -> Ink | None:
        """The ground that a shape gives the words in it, None if it is clear or not known."""
        shape = next((x for x in words.iterancestors() if local(x) == "wsp"), None)
        return fill_of_shape(shape) if shape is not None else None

    def _shades(self, table: Any) -> bool:
        """Whether a table, or the style that it has, gives any cell a ground."""
        style = next(
            (attr(x, "val") for p in table if local(p) == "tblPr" for x in each(p, "tblStyle")), ""
        )
        for _ in range(_DEEPEST):
            if style not in self._styles:
                break
            one = self._styles[style]
            if any(_ground(x) for x in each(one, "shd")):
                return True
            style = _named(one, "basedOn")
        return any(_ground(x) for p in table if local(p) == "tblPr" for x in each(p, "shd"))


def _letters(part: Any) -> Props:
    """What the direct children of a list of properties say."""
    made: Props = {}
    for one in part if part is not None else ():
        name = local(one)
        if name == "shd":
            made["ground"] = _ground(one)
        elif name in _SAID:
            made[name] = attr(one, "val") or ("1" if name == "vanish" else "")
    return made


def _ground(shade: Any) -> str:
    """The colour of a shading, "" if there is none."""
    if attr(shade, "val") == "solid":
        colour = attr(shade, "color")
        return colour if ink(colour) else "000000"
    fill = attr(shade, "fill")
    return fill if ink(fill) else ""


def _named(part: Any, name: str) -> str:
    return next((attr(x, "val") for x in part if local(x) == name), "") if part is not None else ""


def _half(text: str) -> float:
    return float(text) / 2 if text.isdigit() else 0.0
