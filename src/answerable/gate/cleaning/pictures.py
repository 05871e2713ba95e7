"""Pictures drawn anew: the right way up, no data about where or by whom, nothing after the end."""

import io
import warnings
from typing import Any

from answerable.gate.limits import HeldError, Limits, TooMuchError

FORMATS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "tiff": "TIFF", "webp": "WEBP", "bmp": "BMP"}


def opened(data: bytes, limits: Limits) -> Any:
    """The first picture of a file, the right way up, with nothing but its dots.

    Raises:
        TooMuchError: too large to open. HeldError: damaged.
    """
    from PIL import Image, UnidentifiedImageError

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > limits.pixels // 4:
                raise TooMuchError(
                    f"is a picture of {picture.width:,} by {picture.height:,} dots, too large to draw anew"
                )
            made = plain(picture)
    except UnidentifiedImageError as problem:
        raise HeldError("the picture cannot be opened") from problem
    except (OSError, SyntaxError, ValueError, KeyError) as problem:
        raise HeldError("the picture is damaged and cannot be opened") from problem
    return made


def plain(picture: Any) -> Any:
    """The dots of an open picture, the right way up, and nothing else of it."""
    from PIL import Image, ImageOps

    turned = ImageOps.exif_transpose(picture)
    alpha = "A" in turned.mode or "transparency" in turned.info
    dots = turned.convert("RGBA" if alpha else "L" if turned.mode in ("1", "L") else "RGB")
    return Image.frombytes(dots.mode, dots.size, dots.tobytes())


def see_through(picture: Any) -> Any:
    """Dots that are wholly see-through lose their colour: what they hid goes."""
    if picture.mode != "RGBA":
        return picture
    from PIL import Image

    blank = Image.new("RGBA", picture.size, (255, 255, 255, 0))
    seen = picture.getchannel("A").point(lambda value: 255 if value else 0)
    return Image.composite(picture, blank, seen)


def encoded(picture: Any, kind: str) -> bytes:
    """The dots as a file of ``kind`` ("jpg", "png" …) without any metadata."""
    out = io.BytesIO()
    picture = see_through(picture)
    if picture.mode == "RGBA" and kind in ("jpg", "bmp"):
        from PIL import Image

        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    options: dict[str, Any] = {"quality": 92} if kind in ("jpg", "webp") else {}
    picture.save(out, FORMATS[kind], **options)
    return out.getvalue()
