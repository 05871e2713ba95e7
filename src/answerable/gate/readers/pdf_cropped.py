"""Pictures of which no page of a PDF shows some part, though the file holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from answerable.gate.readers.pdf_boxed import written
from answerable.gate.readers.pdf_things import Box, Placed, meet
from answerable.gate.spans import Span, hidden, note

_GRID = 40  # parts a side by which it is told what of a picture is shown
_KEPT = 0.8  # a picture is cropped if less of it is shown
_TRIMMED = 0.5  # of a photograph, which layout cuts to its frame; it is told and no more
_DOTS = 48  # dots a side below which a picture is an ornament
_PART = 0.01  # of a page that it takes at least
_CONTRAST = 64  # levels; what is cut off and blank tells nothing


@dataclass(slots=True)
class _Seen:
    """What the pages up to now show of one picture."""

    page: int
    box: Box  # what that page shows of it
    parts: Any
    grey: Any = None
    written: bool = False


class Cropped:
    """Takes the pictures of page after page, and tells at the end which are never shown whole."""

    def __init__(self) -> None:
        """Begin with no picture."""
        self._seen: dict[tuple[int, ...], _Seen] = {}

    def take(self, pictures: list[Placed], crop: Box, number: int) -> None:
        """Note what one page shows of its pictures."""
        paper = max((crop[2] - crop[0]) * (crop[3] - crop[1]), 1.0)
        for one in pictures:
            if min(one.dots) < _DOTS or one.area < _PART * paper:
                continue
            parts = _shown(one, crop)
            if one.key not in self._seen:
                self._seen[one.key] = _Seen(number, meet(one.shown, crop), parts)
            seen = self._seen[one.key]
            seen.parts = seen.parts | parts
            if seen.grey is None and seen.parts.mean() < _KEPT:
                seen.grey = _small(one.grey)
                seen.written = one.grey is None or written(one)

    def spans(self) -> Iterator[Span]:
        """A span for each picture that is cropped to what no page shows."""
        for seen, share in self._cut():
            if share <= _TRIMMED and not seen.written:
                where = f"page {seen.page}, photograph cut by a frame"
                yield note("trimmed_picture", f"{share:.0%} of it is cut off", where)
                continue
            yield hidden(
                "cropped_picture",
                f"a picture of which {share:.0%} is cut off and in the file",
                f"page {seen.page}, picture cut by a frame or by the edge of the page",
            )

    def areas(self) -> Iterator[tuple[int, Box]]:
        """The page of each such picture, and what that page shows of it."""
        for seen, _ in self._cut():
            yield seen.page, seen.box

    def _cut(self) -> Iterator[tuple[_Seen, float]]:
        for seen in self._seen.values():
            share = 1 - float(seen.parts.mean())
            if share > 1 - _KEPT and _drawn(seen):
                yield seen, share


def _shown(one: Placed, crop: Box) -> Any:
    """Which parts of the picture lie in its frame and on the page, from below."""
    import numpy as np

    middles = (np.arange(_GRID) + 0.5) / _GRID
    across, up = one.points(middles[None, :], middles[:, None])
    left, low, right, high = meet(one.shown, crop)
    return (across >= left) & (across <= right) & (up >= low) & (up <= high)


def _small(grey: Any) -> Any:
    from PIL import Image

    if grey is None:
        return None
    side = _GRID * 8
    return Image.fromarray(grey).resize((side, side), Image.Resampling.BOX)


def _drawn(seen: _Seen) -> bool:
    """Whether what is cut off shows anything; a picture that cannot be read may."""
    import numpy as np

    if seen.grey is None:
        return True
    from_below = np.asarray(seen.grey, dtype=int)[::-1]
    cut = from_below[np.kron(~seen.parts, np.ones((8, 8), dtype=bool))]
    low, high = np.percentile(cut, (1, 99))
    return bool(high - low >= _CONTRAST)
