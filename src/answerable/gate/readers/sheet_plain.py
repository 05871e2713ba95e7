"""Rows written in the plainest way, taken without the parser: most rows of most workbooks.

A row is taken here only if it is cells of a strict form from its first character to its last;
the parser gets every other row. So the two cannot read the same bytes in two ways.
"""

import re

from answerable.gate.readers.sheet_look import Shape, Value, column
from answerable.gate.readers.sheet_parts import Parts, shut_row

_TEXT = "([^<>&\\x00-\\x1f\ufffe\uffff]*+)"
_FORMULA = (
    "[^<>&\\x00-\\x1f\ufffe\uffff]*+(?:&(?:amp|lt|gt|quot|apos);[^<>&\\x00-\\x1f\ufffe\uffff]*+)*+"
)
_CELL = (
    r'(<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,6})")?+(?: t="([a-zA-Z]{1,9})")?+(?:/>|>'
    rf'(?:<f(?: t="shared")?+(?: ref="[A-Z0-9:]+")?+(?: si="\d+")?+(?:/>|>{_FORMULA}</f>))?+'
    rf'(?:<v>{_TEXT}</v>|<is><t(?: xml:space="preserve")?+>{_TEXT}</t></is>|<v ?/>)?+</c>))'
)
_CELLS = {mark: re.compile(_CELL.replace('"', mark)) for mark in "\"'"}
_ROW = re.compile("\\s*+<row((?: [A-Za-z0-9:]+=([\"'])[^\"'<>&\\x00-\\x1f\ufffe\uffff]*+\\2)*+)>")
_AT = re.compile(r"""([A-Za-z0-9:]+)=["']([^"']*)["']""")
_WORDED = re.compile(r'<f[^>]*>[^<]*(?:"|&quot;)[^<"&]{10}')
_MOST_SHAPES = 2000


class PlainRows:
    """Takes plain rows for the parser's handlers."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._shapes: dict[tuple[tuple[str, ...], ...], Shape] = {}

    def take(self, text: str, start: int, end: int) -> bool:
        """The row from ``start`` to where its ``</row>`` begins; False if it is not plain."""
        head = _ROW.match(text, start, end)
        if head is None:
            return False
        pairs = _AT.findall(head.group(1))
        at = dict(pairs)
        if len(at) != len(pairs):
            return False
        body = text[head.end() : end]
        if "<f" in body and _WORDED.search(body):
            return False  # words in a formula, which the parser's handlers look at
        cells = _CELLS[head.group(2) or '"'].findall(body)
        parts = list(zip(*cells, strict=True))
        if sum(map(len, parts[0] if parts else ())) != len(body):
            return False
        self._taken(at, parts[1:])
        return True

    def _taken(self, at: dict[str, str], cells: list[tuple[str, ...]]) -> None:
        """The attributes of the row, and letters, styles, kinds and values of its cells."""
        parts = self._parts
        parts.row = number = int(at.get("r", parts.row + 1) or 0)
        shut = shut_row(at)
        parts.rows.begin(shut)
        if not cells:
            return
        letters, styles, kinds, plain, inline = cells
        shape = self._shape(letters, styles, kinds)
        texts = list(plain)
        if any(inline):
            texts = [one or other for one, other in zip(plain, inline, strict=True)]
        for place in shape.strings:
            texts[place] = parts.look.string(texts[place])
        if not (shut or not shape.seen or "" in texts) and parts.rows.take_plain(
            number, shape, tuple(texts)
        ):
            return
        made: list[Value] = [
            one
            for one in zip(shape.columns, texts, shape.styles, shape.kinds, strict=True)
            if one[1]
        ]
        parts.rows.take(number, shut, made)

    def _shape(
        self, letters: tuple[str, ...], styles: tuple[str, ...], kinds: tuple[str, ...]
    ) -> Shape:
        key = (letters, styles, kinds)
        shape = self._shapes.get(key)
        if shape is None:
            if len(self._shapes) > _MOST_SHAPES:
                self._shapes.clear()
            columns = tuple(column(one) for one in letters)
            numbers = tuple(int(one or 0) for one in styles)
            shape = self._shapes[key] = Shape(
                columns,
                max(columns),
                numbers,
                tuple(one or "n" for one in kinds),
                tuple(place for place, one in enumerate(kinds) if one == "s"),
                self._parts.look.unseen.keys().isdisjoint(numbers),
            )
        return shape
