"""HEIC, HEIF and AVIF pictures: what is said of them and kept beside them; nothing is decoded."""

import re
import struct
from collections.abc import Iterator

from answerable.gate.limits import HeldError, Limits, TooMuchError
from answerable.gate.readers.heif_boxes import Box, Item, Listed, boxes, listed
from answerable.gate.readers.pictures import said_in_exif
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, hidden, note, opaque

_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2", b"avif", b"miaf", b"MA1A", b"MA1B"}
_PICTURES = {"hvc1", "av01", "jpeg", "grid", "iden", "iovl", "tmap", "avc1"}
_FILLING = {b"free", b"skip", b"ftyp", b"meta", b"mdat"}
_LEAST = 16  # bytes that no item uses and that are no padding
_PLACE = re.compile(r"GPS(Latitude|Longitude|Position)")


def read(data: bytes, limits: Limits) -> Iterator[Span]:
    """Spans of one picture.

    Raises:
        HeldError: damaged, or a film. TooMuchError: larger than is read.
    """
    try:
        yield from _spans(data, limits)
    except (struct.error, IndexError) as problem:
        raise HeldError("the picture is damaged and cannot be read") from problem


def _spans(data: bytes, limits: Limits) -> Iterator[Span]:
    top = list(boxes(data, 0, len(data)))
    brands = {data[at : at + 4] for kind, start, end in top[:1] for at in range(start, end, 4)}
    meta = [(at, end) for kind, at, end in top if kind == b"meta"]
    if top[0][0] != b"ftyp" or not brands & _BRANDS or len(meta) != 1:
        raise HeldError("the file is a film or of a kind that cannot be looked into")
    found = listed(data, *meta[0])
    yield from _shape(data, found, limits)
    for number, item in found.items.items():
        yield from _item(data, number, item, found)
    yield from _beside(data, top, found)


def _shape(data: bytes, found: Listed, limits: Limits) -> Iterator[Span]:
    """The size of the picture, and whether a frame shows a part of it only."""
    for kind, start, _ in found.properties:
        if kind == b"ispe":
            width, height = struct.unpack_from(">II", data, start + 4)
            if width * height > limits.pixels:
                raise TooMuchError(
                    f"is a picture of {width:,} by {height:,} dots, too large to open"
                )
        elif kind == b"clap":
            what = "a picture is cropped; the whole picture is in the file"
            yield hidden("cropped_picture", what, "frame of the picture")


def _item(data: bytes, number: int, item: Item, found: Listed) -> Iterator[Span]:
    if item.kind in _PICTURES:
        if number != found.main:
            yield from _second(number, item, found)
        return
    if sum(end - start for start, end in item.extents) > len(data):
        raise HeldError("the picture has a part that is larger than the file")
    body = b"".join(data[start:end] for start, end in item.extents)
    if item.kind == "Exif":
        start = 4 + int.from_bytes(body[:4], "big")
        yield from said_in_exif(body[start:])
    elif item.kind == "mime" and item.content == "application/rdf+xml":
        words = body.decode("utf-8", "replace")
        if _PLACE.search(words):
            yield hidden("exif_gps", squash(words), "where the picture was taken (XMP)")
        yield note("metadata", squash(re.sub(r"<[^>]*>", " ", words)), "picture data (XMP)")
    else:
        yield opaque(strings(body)[:2000], f"part {number} of the picture, of a kind “{item.kind}”")


def _second(number: int, item: Item, found: Listed) -> Iterator[Span]:
    """A picture that is not the one that is shown."""
    uses = {kind for kind, come, to in found.links if come == number}
    if "thmb" in uses:
        what = "a small copy, perhaps of the picture before it was cropped or blacked out"
        yield hidden("thumbnail", what, f"small copy (part {number})")
    elif "auxl" in uses:
        yield note("more_pictures", "a map of depth or light", f"part {number} of the file")
    elif not any(kind == "dimg" and number in to for kind, _, to in found.links):
        more = "a picture that is not shown" if item.hidden else "a further picture"
        yield note("more_pictures", more, f"part {number} of the file")


def _beside(data: bytes, top: list[Box], found: Listed) -> Iterator[Span]:
    """Boxes that no picture needs, and bytes that no item uses."""
    used = sorted(extent for item in found.items.values() for extent in item.extents)
    for kind, start, end in top:
        if kind in (b"free", b"skip"):
            left = data[start:end]
        elif kind == b"mdat":
            left = _unused(data, start, end, used)
        elif kind not in _FILLING:
            where = f"a part of the file of a kind “{kind.decode('latin-1')}”"
            yield opaque(strings(data[start:end])[:2000], where)
            continue
        else:
            continue
        if len(left.strip(b"\0")) >= _LEAST:
            text = strings(left) or f"{len(left)} bytes"
            yield hidden("trailing_data", text, "bytes that belong to no picture")


def _unused(data: bytes, at: int, end: int, used: list[tuple[int, int]]) -> bytes:
    left = bytearray()
    for start, to in used:
        if start < end and to > at:
            left += data[at : max(start, at)]
            at = max(at, to)
    return bytes(left + data[at:end])
