"""Whether a small copy of a picture shows the same as the picture."""

from collections.abc import Iterator
from typing import Any

_SIDE = 16  # parts a side that are compared
_APART = 50.0  # levels of 255 by which one part may differ
_BAR = 24  # levels below which an edge of a small copy is a black bar


def differs(small: Any, whole: Any, as_it_is: bool = False) -> bool:
    """Whether ``small`` shows something that ``whole`` does not: another frame, or other dots.

    Cameras turn pictures and not their small copies, fill a small copy up with black bars, or cut
    it to another shape; none of that shows more than the picture. Light and contrast are evened
    out first. ``as_it_is`` leaves all that out, for a copy that no camera made.
    """
    grey, framed = whole.convert("L"), small.convert("L")
    if as_it_is:
        return _apart(framed, grey) > _APART
    return all(
        _apart(view, _centre(grey, view.width / view.height)) > _APART
        for view in (*_turned(framed), *_turned(_unbarred(framed)))
    )


def _turned(picture: Any) -> Iterator[Any]:
    for degrees in (0, 90, 180, 270):
        yield picture.rotate(degrees, expand=True)


def _unbarred(picture: Any) -> Any:
    """The picture without black bars at its edges."""
    lit = picture.point(lambda level: 255 if level > _BAR else 0).getbbox()
    return picture.crop(lit) if lit else picture


def _centre(picture: Any, shape: float) -> Any:
    """The middle of a picture in another shape (width by height)."""
    width = min(picture.width, max(round(picture.height * shape), 1))
    height = min(picture.height, max(round(picture.width / shape), 1))
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))


def _apart(one: Any, other: Any) -> float:
    """By how many levels the part differs that differs most, light and contrast evened out."""
    import numpy as np
    from PIL import Image

    parts = [
        np.asarray(each.resize((_SIDE, _SIDE), Image.Resampling.BOX), dtype=float).ravel()
        for each in (one, other)
    ]
    spread = float(parts[1].std())
    if spread > 4:
        against = float(((parts[0] - parts[0].mean()) * (parts[1] - parts[1].mean())).mean())
        slope = min(max(against / spread**2, 0.5), 2.0)
    else:
        slope = 1.0
    fitted = parts[0].mean() + slope * (parts[1] - parts[1].mean())
    return float(np.abs(parts[0] - fitted).max())
