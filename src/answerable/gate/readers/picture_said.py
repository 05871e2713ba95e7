"""Captions that press offices write into pictures, people named in them, and frames shown late."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, hidden, note

_CAPTIONS = 0x0404  # the block of a picture in which captions stand (IPTC)
_SAID = {
    5: "title", 25: "keyword", 40: "instructions", 80: "author", 105: "headline",
    116: "copyright", 118: "contact", 120: "caption", 122: "author of the caption",
}  # fmt: skip
_PEOPLE = re.compile(
    r"<(?:\w+:)?PersonInImage\b[^>]*>(.*?)</(?:\w+:)?PersonInImage>|PersonDisplayName=\"([^\"]+)\"",
    re.DOTALL,
)
_BLOCKS_OF_TIFF, _COPY = 34377, 0x040C  # where Photoshop keeps its own, and its small copy there
_COPY_BEGINS = 28  # bytes after the start of that
_LATE = 20_000  # thousandths of a second for which a picture stands before the next is shown
_FRAMES = 200


def captions(blocks: Any) -> Iterator[Span]:
    """Captions, headlines and credits of a picture."""
    body = blocks.get(_CAPTIONS, b"") if isinstance(blocks, dict) else b""
    at = 0
    while at + 5 <= len(body) and body[at] == 0x1C:
        size = int.from_bytes(body[at + 3 : at + 5], "big")
        title = _SAID.get(body[at + 2]) if body[at + 1] == 2 else None
        text = squash(body[at + 5 : at + 5 + size].decode("utf-8", "replace").strip("\0"))
        if title and text:
            yield note("metadata", f"{title}: {text}", "picture data (IPTC)")
        at += 5 + size


def photoshop_copy(picture: Any) -> bytes:
    """The small copy that Photoshop keeps in a picture, as a JPEG; nothing if there is none."""
    blocks = picture.info.get("photoshop")
    if isinstance(blocks, dict):
        block = blocks.get(_COPY, b"")
        return bytes(block[_COPY_BEGINS:]) if isinstance(block, bytes) else b""
    kept = getattr(picture, "tag_v2", {}).get(_BLOCKS_OF_TIFF, b"")
    start = kept.find(b"8BIM\x04\x0c\0\0") if isinstance(kept, bytes) else -1
    if start < 0:
        return b""
    size = int.from_bytes(kept[start + 8 : start + 12], "big")
    return bytes(kept[start + 12 + _COPY_BEGINS : start + 12 + size])


def people_shown(packet: str) -> Iterator[Span]:
    """Names of the people whom a picture shows, as programs for pictures keep them."""
    for found in _PEOPLE.finditer(packet):
        names = squash(re.sub(r"<[^>]*>", " ", found.group(1) or found.group(2)))
        if names:
            yield hidden("picture_text", names, "people named in the picture (XMP)")


def late_frames(picture: Any) -> Iterator[Span]:
    """A picture that is shown only after one before it has stood for long."""
    count = int(getattr(picture, "n_frames", 1))
    if picture.format not in ("GIF", "WEBP", "PNG") or count < 2:
        return
    try:
        for number in range(min(count, _FRAMES) - 1):
            picture.seek(number)
            wait = picture.info.get("duration", 0)
            if isinstance(wait, (int, float)) and wait >= _LATE:
                told = f"picture {number + 2} follows after {wait / 1000:.0f} seconds"
                yield hidden("late_frame", told, f"picture {number + 2} of {count}")
                return
    finally:
        picture.seek(0)
