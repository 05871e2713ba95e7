"""All pictures of one file, page by page or frame by frame: read, and written into a new file.

Never more than a page of a TIFF is held at a time; the frames of an animation are few and small,
or it is refused.
"""

import io
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any, NamedTuple

from answerable.gate.cleaning.pictures import FORMATS, encoded, plain, see_through
from answerable.gate.limits import HeldError, Limits, TooMuchError

#: Formats of which a file can hold several pictures that a viewer shows.
SEVERAL = ("tiff", "gif", "webp", "png")


class Frame(NamedTuple):
    """One picture, the right way up, and for how many thousandths of a second it is shown."""

    picture: Any
    lasts: int = 0


class Several(NamedTuple):
    """How many pictures a file holds, and how often an animation runs (0: for ever)."""

    pictures: int
    loop: int | None


def several(data: bytes, limits: Limits) -> Several:
    """How many pictures there are to draw anew.

    Raises:
        TooMuchError: too many, or too large. HeldError: damaged.
    """
    with _open(data) as picture:
        count = _count(picture)
        if count > limits.pages:
            raise TooMuchError(f"holds {count:,} pictures, more than are drawn anew")
        moves = picture.format != "TIFF"
        if moves and count * picture.width * picture.height > limits.pixels // 4:
            raise TooMuchError(
                f"is {count:,} pictures of {picture.width:,} by {picture.height:,} dots, too large to draw anew"
            )
        return Several(count, picture.info.get("loop") if moves else None)


def frames(data: bytes, limits: Limits) -> Iterator[Frame]:
    """The pictures, one after the other.

    Raises:
        TooMuchError: as for ``several``, or one is too large. HeldError: damaged.
    """
    several(data, limits)
    with _open(data) as picture:
        for number in range(_count(picture)):
            picture.seek(number)
            if picture.width * picture.height > limits.pixels // 4:
                raise TooMuchError(
                    f"holds a picture of {picture.width:,} by {picture.height:,} dots, too large to draw anew"
                )
            picture.load()
            yield Frame(plain(picture), int(picture.info.get("duration") or 0))


def written(shown: Iterable[Frame], kind: str, loop: int | None = None) -> bytes:
    """The pictures as a file of ``kind``, without any metadata; one that holds one gets the first."""
    rest = iter(shown)
    first = next(rest)
    second = next(rest, None) if kind in SEVERAL else None
    if second is None:
        return encoded(first.picture, kind)
    every = chain((first, second), rest)
    return _pages(every) if kind == "tiff" else _animation(list(every), kind, loop)


def _pages(shown: Iterable[Frame]) -> bytes:
    from PIL.TiffImagePlugin import AppendingTiffWriter

    out = io.BytesIO()
    with AppendingTiffWriter(out, new=True) as made:
        for one in shown:
            see_through(one.picture).save(made, "TIFF", compression="tiff_deflate")
            made.newFrame()
    return out.getvalue()


def _animation(shown: list[Frame], kind: str, loop: int | None) -> bytes:
    mode = "RGBA" if any(one.picture.mode == "RGBA" for one in shown) else "RGB"
    drawn = [see_through(one.picture.convert(mode)) for one in shown]
    options: dict[str, Any] = {"duration": [one.lasts for one in shown]}
    if loop is not None:
        options["loop"] = loop
    if kind == "webp":
        options["quality"] = 92
    out = io.BytesIO()
    drawn[0].save(out, FORMATS[kind], save_all=True, append_images=drawn[1:], **options)
    return out.getvalue()


def _count(picture: Any) -> int:
    """A JPEG's further pictures (depth, a preview) are no pages: no viewer shows them."""
    shown = picture.format in {FORMATS[one] for one in SEVERAL}
    return int(getattr(picture, "n_frames", 1)) if shown else 1


@contextmanager
def _open(data: bytes) -> Iterator[Any]:
    from PIL import Image, UnidentifiedImageError

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            yield picture
    except UnidentifiedImageError as problem:
        raise HeldError("the picture cannot be opened") from problem
    except (OSError, SyntaxError, ValueError, KeyError, EOFError) as problem:
        raise HeldError("the picture is damaged and cannot be opened") from problem
