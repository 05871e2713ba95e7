"""Pictures drawn anew: the right way up, no data about where or by whom, nothing after the end."""

import io
import warnings
from typing import Any

from answerable.gate.limits import HeldError, Limits, TooMuchError

_FORMATS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "tiff": "TIFF", "webp": "WEBP", "bmp": "BMP"}


def opened(data: bytes, limits: Limits) -> Any:
    """The first picture of a file, the right way up, with nothing but its dots.

    Raises:
        TooMuchError: too large to open. HeldError: damaged.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > limits.pixels // 4:
                raise TooMuchError(
                    f"is a picture of {picture.width:,} by {picture.height:,} dots, too large to draw anew"
                )
            turned = ImageOps.exif_transpose(picture)
            alpha = "A" in turned.mode or "transparency" in turned.info
            plain = turned.convert("RGBA" if alpha else "L" if turned.mode in ("1", "L") else "RGB")
            made = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    except UnidentifiedImageError as problem:
        raise HeldError("the picture cannot be opened") from problem
    except (OSError, SyntaxError, ValueError, KeyError) as problem:
        raise HeldError("the picture is damaged and cannot be opened") from problem
    return made


def encoded(picture: Any, kind: str) -> bytes:
    """The dots as a file of ``kind`` ("jpg", "png" …) without any metadata.

    Dots that are wholly see-through lose their colour: what they hid goes too.
    """
    out = io.BytesIO()
    if picture.mode == "RGBA":
        from PIL import Image

        blank = Image.new("RGBA", picture.size, (255, 255, 255, 0))
        seen = picture.getchannel("A").point(lambda value: 255 if value else 0)
        picture = Image.composite(picture, blank, seen)
        if kind in ("jpg", "bmp"):
            ground = Image.new("RGB", picture.size, "white")
            ground.paste(picture, mask=picture.getchannel("A"))
            picture = ground
    options: dict[str, Any] = {"quality": 92} if kind in ("jpg", "webp") else {}
    picture.save(out, _FORMATS[kind], **options)
    return out.getvalue()


def clean(data: bytes, kind: str, limits: Limits) -> bytes:
    """The picture encoded anew in its own format."""
    return encoded(opened(data, limits), kind)
