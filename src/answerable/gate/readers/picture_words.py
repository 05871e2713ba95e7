"""Words that a PNG or GIF carries behind its first picture, where who opens it does not look."""

import zlib
from collections.abc import Iterator

from answerable.gate.spans import Span, hidden

_MOST = 20_000
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")


def late_words(data: bytes) -> Iterator[Span]:
    """Spans of the texts of a PNG after its dots, and of every comment of a GIF but the first."""
    if data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data.startswith(b"GIF8"):
        for number, words in enumerate(_comments(data)):
            if number:
                yield hidden("picture_text", words, "text stored in a further picture (comment)")


def _png(data: bytes) -> Iterator[Span]:
    at, dots = 8, False
    while at + 12 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        at += 12 + size
        dots = dots or name == b"IDAT"
        if dots and name in _TEXTS:
            key, _, rest = body.partition(b"\0")
            title = key.decode("latin-1")[:80]
            yield hidden(
                "picture_text",
                f"{title}: {_read(name, rest)}",
                f"text stored behind the picture ({title})",
            )
        elif dots and name == b"eXIf":
            yield hidden(
                "picture_text", "what is said of the picture", "EXIF data behind the picture"
            )


def _read(name: bytes, rest: bytes) -> str:
    if name == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    else:
        packed, rest = name == b"zTXt", rest[1:] if name == b"zTXt" else rest
    if packed:
        try:
            rest = zlib.decompressobj().decompress(rest, _MOST)
        except zlib.error:
            return "text that is damaged"
    return rest[:_MOST].decode("utf-8" if name == b"iTXt" else "latin-1", "replace")


def _comments(data: bytes) -> Iterator[str]:
    """The comments of a GIF, by a walk over its blocks."""
    at = 13 + (3 << ((data[10] & 7) + 1) if len(data) > 10 and data[10] & 0x80 else 0)
    while at < len(data):
        kind = data[at]
        if kind == 0x21 and at + 1 < len(data):  # something said
            body, end = _blocks(data, at + 2)
            if data[at + 1] == 0xFE:
                yield body[:_MOST].decode("utf-8", "replace")
            at = end
        elif kind == 0x2C and at + 9 < len(data):  # a picture
            table = 3 << ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0
            _, at = _blocks(data, at + 11 + table)
        else:
            return


def _blocks(data: bytes, at: int) -> tuple[bytes, int]:
    """The bytes of a run of blocks, and where it ends."""
    parts = []
    while at < len(data) and data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(parts), at + 1
