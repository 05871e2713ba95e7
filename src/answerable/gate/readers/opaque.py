"""Whether a picture hides what lies under it."""

import io
import struct
import warnings

_MOST = 16_000_000  # dots that are looked at


def hides_all(data: bytes) -> bool:
    """Whether no dot of a picture is see-through; False for one that cannot be opened."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                if "transparency" not in picture.info and "A" not in picture.getbands():
                    return True
                if picture.width * picture.height > _MOST:
                    return False
                shades = picture.convert("RGBA").getchannel("A").histogram()
                return not any(shades[:240])
    except (
        OSError,
        SyntaxError,
        ValueError,
        KeyError,
        TypeError,
        struct.error,
        Image.DecompressionBombError,
    ):
        return False
