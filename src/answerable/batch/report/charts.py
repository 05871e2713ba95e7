"""Charts drawn as SVG on the server: bars with their numbers beside them, and columns by year.

Every bar carries its name and its number as words, so colour is never the only sign and the
picture can be read aloud; the same numbers stand in a table beside it. Widths are shares of the
page, so that the words keep their size on a telephone.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_LINE, _BAR, _GAP = 18, 16, 12  # pixels
_LETTERS = 42  # of a line of a name
_FULL = 80.0  # per cent of the width for the longest bar; its number stands after it
_TALL = 200  # pixels of the tallest column


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, a number, the number in words, and how much of it is of the darker kind."""

    name: str
    value: float
    words: str
    dark: float = 0.0


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Horizontal bars, the name above each."""
    most = max((bar.value for bar in rows), default=0) or 1
    parts, top = [], 0
    for bar in rows:
        lines = textwrap.wrap(bar.name, _LETTERS, max_lines=2, placeholder="…") or [bar.name]
        width, dark = (max(value / most * _FULL, 0) for value in (bar.value, bar.dark))
        foot = top + _LINE * len(lines) + 3
        names = "".join(_text(line, "0", top + 14 + n * _LINE) for n, line in enumerate(lines))
        parts.append(
            f'<g role="listitem">{names}{_rect("light", foot, width)}{_rect("dark", foot, dark)}'
            f'<text class="number" x="{width:.2f}%" dx="8" y="{foot + 13}">{escape(bar.words)}'
            "</text></g>"
        )
        top = foot + _BAR + _GAP
    return f"{_open(title, top)}{''.join(parts)}</svg>"


def columns(title: str, rows: Sequence[Bar]) -> str:
    """Columns from left to right, the darker part at the foot."""
    most = max((bar.value for bar in rows), default=0) or 1
    step = 100 / max(len(rows), 6)
    every = -(-len(rows) // 8)  # no more labels than can be read
    foot = _TALL + 20
    parts = [_open(title, foot + 26)]
    for n, bar in enumerate(rows):
        tall, dark = bar.value / most * _TALL, bar.dark / most * _TALL
        middle = f"{(n + 0.5) * step:.2f}%"
        parts.append(f'<g role="listitem"><title>{escape(f"{bar.name}: {bar.words}")}</title>')
        parts += [
            f'<rect class="{kind}" x="{(n + 0.12) * step:.2f}%" y="{foot - height:.1f}" '
            f'width="{0.76 * step:.2f}%" height="{height:.1f}"/>'
            for kind, height in (("light", tall), ("dark", dark))
        ]
        if n % every == 0:
            parts.append(_text(bar.name, middle, foot + 18, "middle"))
            parts.append(_text(bar.words, middle, foot - tall - 6, "middle number"))
        parts.append("</g>")
    parts.append(f'<line x1="0" x2="{step * len(rows):.2f}%" y1="{foot}" y2="{foot}"/>')
    return "".join([*parts, "</svg>"])


def _open(title: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="list" aria-label="{escape(title)}" '
        f'width="100%" height="{height}">'
    )


def _text(words: str, x: str, y: float, kind: str = "name") -> str:
    return f'<text class="{kind}" x="{x}" y="{y:.1f}">{escape(words)}</text>'


def _rect(kind: str, top: int, width: float) -> str:
    if not width:
        return ""
    return f'<rect class="{kind}" x="0" y="{top}" width="{width:.2f}%" height="{_BAR}"/>'
