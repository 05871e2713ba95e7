"""The enclosure "winmail.dat" (TNEF), in which some mail programs hide the words of a mail.

Microsoft [MS-OXTNEF]: attributes of level, id, length, data and checksum, little-endian; the
body is attribute 0x800C (plain text) or a MAPI property (plain, HTML or compressed RTF).
"""

import struct
from collections.abc import Iterator

from compressed_rtf import decompress

from answerable.letters.files import page, rtf
from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.plain import tidy
from answerable.letters.files.problems import CannotReadError

_SIGNATURE = 0x223E9F78
_BODY, _MAPI, _ATTACHMENT_TITLE = 0x800C, 0x9003, 0x8010
_ATTACHMENT_BEGINS, _ATTACHMENT_DATA, _ATTACHMENT_MAPI = 0x9002, 0x800F, 0x9005
_LONG_NAME = 0x3707
_PLAIN, _HTML, _RTF = 0x1000, 0x1013, 0x1009
# Bytes of a value of each fixed MAPI type.
_FIXED = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x000A: 4, 0x000B: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x0014: 8, 0x0040: 8, 0x0048: 16}  # fmt: skip
_VARIABLE = {0x001E: "cp1252", 0x001F: "utf-16-le", 0x0102: "", 0x000D: ""}


def read(data: bytes, limits: Limits) -> Opened:
    """The words and the names of enclosures of a TNEF stream.

    Raises:
        CannotReadError: it is damaged.
    """
    try:
        attributes = list(_attributes(data))
    except (struct.error, ValueError):
        raise CannotReadError("is a damaged winmail.dat; ask for the mail as plain text") from None
    whole = tuple(name for name, _ in enclosures(data))
    names = whole or tuple(
        value.rstrip(b"\0").decode("cp1252", "replace")
        for kind, value in attributes
        if kind == _ATTACHMENT_TITLE
    )
    return Opened(_words(attributes, limits), "mail", names)


def enclosures(data: bytes) -> list[tuple[str, bytes]]:
    """The enclosed documents of a TNEF stream with their names; none of a damaged one."""
    found: list[tuple[str, bytes]] = []
    name, content = "", b""
    try:
        # Attributes of one enclosure follow one that begins it.
        for kind, value in [*_attributes(data), (_ATTACHMENT_BEGINS, b"")]:
            if kind == _ATTACHMENT_BEGINS:
                found += [(name, content)] if name and content else []
                name, content = "", b""
            elif kind == _ATTACHMENT_TITLE:
                name = name or value.rstrip(b"\0").decode("cp1252", "replace")
            elif kind == _ATTACHMENT_DATA:
                content = value
            elif kind == _ATTACHMENT_MAPI:
                longer = _properties(value, (_LONG_NAME,)).get(_LONG_NAME)
                name = longer if isinstance(longer, str) and longer else name
    except (struct.error, ValueError):
        return []
    return found


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise ValueError("not TNEF")
    at = 6
    while at + 9 <= len(data):
        _level, kind, _type, length = struct.unpack_from("<BHHI", data, at)
        at += 9
        if length > len(data) - at:
            raise ValueError("runs past the end")
        yield kind, data[at : at + length]
        at += length + 2  # the checksum


def _words(attributes: list[tuple[int, bytes]], limits: Limits) -> str:
    found: dict[int, bytes | str] = {}
    for kind, value in attributes:
        if kind == _BODY:
            found[_PLAIN] = value.rstrip(b"\0").decode("cp1252", "replace")
        elif kind == _MAPI:
            found.update(_properties(value))
    plain = found.get(_PLAIN)
    if isinstance(plain, str) and plain.strip():
        return tidy(plain)
    page_bytes = found.get(_HTML)
    if page_bytes:
        return page.read(page_bytes, limits).text
    packed = found.get(_RTF)
    if isinstance(packed, bytes) and packed:
        try:
            return rtf.read(decompress(packed), limits).text
        except (ValueError, IndexError, struct.error, CannotReadError):
            return ""
    return ""


def _properties(
    data: bytes, wanted: tuple[int, ...] = (_PLAIN, _HTML, _RTF)
) -> dict[int, bytes | str]:
    """The wanted properties of a MAPI property list; a damaged list gives what came before."""
    found: dict[int, bytes | str] = {}
    try:
        count = struct.unpack_from("<I", data)[0]
        at = 4
        for _ in range(min(count, 10_000)):
            kind, name = struct.unpack_from("<HH", data, at)
            at += 4
            if name >= 0x8000:
                at = _past_name(data, at)
            value, at = _value(data, at, kind)
            if name in wanted and value is not None:
                found[name] = value
    except (struct.error, ValueError):
        pass
    return found


def _past_name(data: bytes, at: int) -> int:
    which: int = struct.unpack_from("<I", data, at + 16)[0]
    if which == 0:
        return at + 24
    length: int = struct.unpack_from("<I", data, at + 20)[0]
    return at + 24 + length + (-length % 4)


def _value(data: bytes, at: int, kind: int) -> tuple[bytes | str | None, int]:
    if kind in _FIXED:
        return None, at + _FIXED[kind]
    base = kind & 0x0FFF
    if base not in _VARIABLE:
        raise ValueError("unknown type")
    count = struct.unpack_from("<I", data, at)[0]
    at += 4
    value: bytes | str | None = None
    for _ in range(min(count, 1_000)):
        length = struct.unpack_from("<I", data, at)[0]
        raw = data[at + 4 : at + 4 + length]
        at += 4 + length + (-length % 4)
        codec = _VARIABLE[base]
        value = raw.decode(codec, "replace").rstrip("\0") if codec else raw
    return value, at
