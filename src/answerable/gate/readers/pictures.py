"""Pictures: where and by whom they were taken, small copies, bytes after the end."""

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from answerable.gate.limits import HeldError, Limits, TooMuchError
from answerable.gate.readers.hidden_dots import hidden_dots
from answerable.gate.readers.likeness import differs
from answerable.gate.readers.picture_said import captions, late_frames, people_shown, photoshop_copy
from answerable.gate.readers.picture_words import late_words
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note

_DAMAGE = (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error)
#: Directories of EXIF data: the place, the small copy (Pillow's IFD1), and more on the picture.
_GPS, _SMALL, _MORE = 0x8825, -1, 0x8769
_PACKETS = ("xmp", "xml:com.adobe.xmp", "photoshop")
_OF_THE_FORMAT = ("exif", "icc_profile", "jfif", "adobe", "version", "background", "extension",
                  "compression")  # fmt: skip
#: Where in it the small copy begins, and how long it is; the most dots a side it has.
_START, _SIZE, _MOST = 0x0201, 0x0202, 2048
_EARLIER = "it shows something else than the picture: an earlier state of it"
_OF_WHAT, _REDUCED = 0x00FE, 1  # says of a page of a TIFF that it is a small copy of another
_NAMED = {
    0x010E: "ImageDescription",
    0x013B: "Artist",
    0x8298: "Copyright",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9286: "UserComment",
    0xA430: "CameraOwner",
    0xA431: "SerialNumber",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x0132: "DateTime",
    0x9003: "DateTimeOriginal",
}


def read(data: bytes, limits: Limits) -> Iterator[Span]:
    """Spans of one picture; it is drawn only if it has a small copy or see-through dots."""
    from PIL import Image, UnidentifiedImageError

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > limits.pixels:
                raise TooMuchError(
                    f"is a picture of {picture.width:,} by {picture.height:,} dots, too large to open"
                )
            yield from _of_one(picture, data, limits)
            yield from _further(picture, data, limits)
            yield from late_words(data)
    except UnidentifiedImageError as problem:
        raise HeldError("the picture cannot be opened") from problem
    except _DAMAGE as problem:
        raise HeldError("the picture is damaged and cannot be opened") from problem
    tail = _tail(data)
    if tail.strip(b"\0\r\n "):
        yield hidden(
            "trailing_data",
            strings(tail) or f"{len(tail)} bytes",
            "bytes after the end of the picture",
        )


def _of_one(picture: Any, data: bytes, limits: Limits, *, further: bool = False) -> Iterator[Span]:
    """What is said of the picture that is open, and what it keeps out of sight."""
    exif = picture.getexif()
    yield from _said(exif)
    yield from _small_copy(data, picture, exif, limits, compared=not further)
    if not further:
        yield from _of_a_program(data, picture, limits)
    if picture.width * picture.height <= limits.pixels // 4:
        yield from hidden_dots(picture)
    yield from captions(picture.info.get("photoshop"))
    yield from late_frames(picture)
    for key, value in picture.info.items():
        if not isinstance(key, str) or not isinstance(value, (str, bytes)):
            continue
        if key.lower() in _PACKETS:
            yield note("metadata", _words(value), "picture data (XMP)")
            yield from people_shown(_words(value))
        elif key.lower() not in _OF_THE_FORMAT:
            yield hidden(
                "picture_text", f"{key}: {_words(value)}", f"text stored in the picture ({key})"
            )


def _further(picture: Any, data: bytes, limits: Limits) -> Iterator[Span]:
    """The pages of a TIFF after the first, each with what is said of it; frames are counted."""
    count = int(getattr(picture, "n_frames", 1))
    if count < 2 or picture.format not in ("TIFF", "GIF", "WEBP", "PNG"):
        return
    if picture.format != "TIFF":
        yield note("more_pictures", f"{count} pictures that follow each other", "further pictures")
        return
    yield note("more_pictures", f"{count} pictures in one file", "further pages")
    for number in range(2, min(count, limits.pages) + 1):
        picture.seek(number - 1)
        if picture.width * picture.height > limits.pixels:
            raise TooMuchError(
                f"holds a picture of {picture.width:,} by {picture.height:,} dots, too large to open"
            )
        for span in _of_one(picture, data, limits, further=True):
            yield replace(span, where=f"page {number}, {span.where}")
    if count > limits.pages:
        raise HeldError(f"the file holds {count:,} pictures, more than are looked at")


def _small_copy(
    data: bytes, picture: Any, exif: Any, limits: Limits, *, compared: bool
) -> Iterator[Span]:
    """The copy that EXIF data hold, and whether it shows something else than the picture."""
    found = exif.get_ifd(_SMALL)
    if not found or (picture.format == "TIFF" and not _of_another(found)):
        return  # what follows in a TIFF is its next page, which is told as that
    yield (hidden if data.find(b"\xff\xd8\xff", 4) > 0 else note)(
        "thumbnail",
        "a small copy, perhaps of the picture before it was cropped or blacked out",
        "EXIF thumbnail",
    )
    small = None
    if compared:
        small = _next(data) if picture.format == "TIFF" else _of_exif(picture, found)
    if small is not None and _other(data, small, limits):
        yield hidden("thumbnail_differs", _EARLIER, "EXIF thumbnail")


def _of_a_program(data: bytes, picture: Any, limits: Limits) -> Iterator[Span]:
    """The copy that Photoshop keeps of a picture, and whether it shows something else."""
    body = photoshop_copy(picture)
    if not body:
        return
    yield note("thumbnail", "a small copy, made by Photoshop", "Photoshop thumbnail")
    small = _opened(body)
    if small is not None and _other(data, small, limits):
        yield hidden("thumbnail_differs", _EARLIER, "Photoshop thumbnail")


def _next(data: bytes) -> Any:
    """The second page of a TIFF, which says of itself that it is a small copy of the first."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as whole:
            whole.seek(1)
            return whole.convert("RGB") if max(whole.size) <= _MOST else None
    except (EOFError, *_DAMAGE):
        return None


def _of_another(found: dict[int, Any]) -> bool:
    """Whether a page of a TIFF says of itself that it is a small copy."""
    said = found.get(_OF_WHAT, 0)
    return isinstance(said, int) and bool(said & _REDUCED)


def _of_exif(picture: Any, found: dict[int, Any]) -> Any:
    start, size = found.get(_START), found.get(_SIZE)
    if not isinstance(start, int) or not isinstance(size, int):
        return None
    return _opened(picture.info.get("exif", b"").removeprefix(b"Exif\0\0")[start : start + size])


def _opened(body: bytes) -> Any:
    """A small copy as a picture, if it is a JPEG that can be read."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(body), formats=("JPEG",)) as small:
            return small.convert("RGB") if max(small.size) <= _MOST else None
    except _DAMAGE:
        return None


def _other(data: bytes, small: Any, limits: Limits) -> bool:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as whole:
        whole.draft("RGB", (_MOST // 4, _MOST // 4))  # a JPEG is drawn small at once
        if whole.width * whole.height > limits.pixels // 4:
            return False
        return differs(small, whole)


def said_in_exif(body: bytes) -> Iterator[Span]:
    """Spans of a block of EXIF data that stands by itself.

    Raises:
        HeldError: damaged.
    """
    from PIL import Image

    exif = Image.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # it warns of data that breaks off, and goes on
            exif.load(b"Exif\0\0" + body)
            found = list(_said(exif))
    except (*_DAMAGE, UserWarning) as problem:
        raise HeldError("what is said of the picture is damaged and cannot be read") from problem
    yield from found


def _said(exif: Any) -> Iterator[Span]:
    gps = exif.get_ifd(_GPS)
    if gps:
        yield hidden("exif_gps", _place(gps), "where the picture was taken (EXIF GPS)")
    values = {**dict(exif), **dict(exif.get_ifd(_MORE))}
    for tag, title in _NAMED.items():
        if tag in values and str(values[tag]).strip("\0 "):
            yield note("metadata", f"{title}: {_words(values[tag])}", "picture data (EXIF)")


def _words(value: object) -> str:
    if isinstance(value, bytes):
        return (
            value.decode("utf-16le", "replace")
            if value[1:2] == b"\0"
            else value.decode("utf-8", "replace")
        ).strip("\0 ")
    return str(value)


def _place(gps: dict[int, object]) -> str:
    try:
        parts = []
        for ref, at in ((1, 2), (3, 4)):
            degrees, minutes, seconds = (float(x) for x in gps[at])  # type: ignore[attr-defined]
            parts.append(f"{degrees + minutes / 60 + seconds / 3600:.4f} {gps.get(ref, '')}")
        return ", ".join(parts)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return "co-ordinates"


def _tail(data: bytes) -> bytes:
    """What stands after the end of a JPEG, PNG, GIF or WebP, by a walk over its segments."""
    if data.startswith(b"\x89PNG"):
        at = 8
        while at + 12 <= len(data):
            size = int.from_bytes(data[at : at + 4], "big")
            name = data[at + 4 : at + 8]
            at += 12 + size
            if name == b"IEND":
                return data[at:]
        return b""
    if data.startswith(b"\xff\xd8"):
        return _jpeg_tail(data)
    if data.startswith(b"RIFF"):
        return data[
            8 + int.from_bytes(data[4:8], "little") + (int.from_bytes(data[4:8], "little") & 1) :
        ]
    if data.startswith(b"GIF8"):
        return data[data.rfind(b"\x00\x3b") + 2 :] if b"\x00\x3b" in data else b""
    return b""


def _jpeg_tail(data: bytes) -> bytes:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xD9:
            return data[at + 2 :]
        if marker == 0xDA:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
            while at + 1 < len(data):
                at = data.find(b"\xff", at)
                if at < 0:
                    return b""
                if (
                    at + 1 < len(data)
                    and data[at + 1] not in (0, 0xFF)
                    and not 0xD0 <= data[at + 1] <= 0xD7
                ):
                    break
                at += 1
            continue
        at += 2 if marker in (0x01, 0xFF) else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return b""
