"""Shapes of a sheet so far from its table that nobody comes by."""

from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.sheet_look import letter
from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.spans import Span, Visibility

_COLUMNS, _ROWS = 60, 20_000  # beyond what anybody leafs through


def far_shapes(root: Any, name: str) -> Iterator[Span]:
    """A span for each shape of a drawing whose corner lies far to the right or far below."""
    for anchor in each(root, "twoCellAnchor", "oneCellAnchor"):
        at = {local(x): x.text or "" for one in each(anchor, "from")[:1] for x in one}
        column, row = (int(at.get(side, "0").strip() or 0) for side in ("col", "row"))
        if column >= _COLUMNS or row >= _ROWS:
            said = words(anchor, "t")
            titles = [attr(one, "name") for one in each(anchor, "cNvPr")]
            where = f"{name}, at cell {letter(column + 1)}{row + 1}"
            yield Span(
                "far_shape", said or ", ".join(titles) or "a shape", where, Visibility.OFF_PAGE
            )
