"""Word and PowerPoint of before 2007: what their records say of comments, changes, notes."""

import struct
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError, TooMuchError
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, Visibility, hidden, note, opaque, visible

_FREE = 0xFFFFFFFF  # a sector of an OLE file that nothing uses


def properties(ole: Any) -> Iterator[Span]:
    """Metadata, macros and embedded objects of an OLE file."""
    try:
        meta = ole.get_metadata()
    except Exception:  # damaged property sets are no reason to stop
        meta = None
    for name in (
        "author",
        "last_saved_by",
        "company",
        "manager",
        "title",
        "subject",
        "keywords",
        "comments",
        "template",
    ):
        value = getattr(meta, name, None)
        if value:
            text = value.decode("cp1252", "replace") if isinstance(value, bytes) else str(value)
            yield note("metadata", f"{name}: {text}", "document properties")
    if getattr(meta, "thumbnail", None):
        yield note("thumbnail", "a small picture of the first page", "document properties")
    for path in ole.listdir(storages=True):
        leaf = path[0]
        if leaf in ("Macros", "_VBA_PROJECT_CUR") and len(path) == 1:
            yield hidden("macro", leaf, "macros")
        elif (leaf == "ObjectPool" and len(path) == 2) or (
            leaf.startswith(("MBD", "LNK")) and len(path) == 1
        ):
            yield hidden("embedded_object", "/".join(path), f"embedded file ({'/'.join(path)})")


def beyond(ole: Any, data: bytes) -> Iterator[Span]:
    """What is joined to the end of an OLE file, beyond the last sector that it has a table for."""
    used = max((n for n, entry in enumerate(ole.fat) if entry != _FREE), default=0)
    tail = data[(used + 2) * ole.sector_size :]
    if tail.strip(b"\0"):
        yield hidden(
            "trailing_data",
            strings(tail)[:20000] or f"{len(tail)} bytes",
            "bytes after the end of the file",
        )


def of_another_program(ole: Any, data: bytes, inner: Any) -> Iterator[Span]:
    """An embedded object: nobody sees into it, but into the file that it may carry whole."""
    yield opaque(strings(data)[:2000], "an object of another program")
    if ole.exists("Package"):
        yield from inner(ole.openstream("Package").read(), "Package")
    elif ole.exists("\x01Ole10Native"):
        name, body = _packed(ole.openstream("\x01Ole10Native").read())
        if body:
            yield from inner(body, name)


def _packed(stream: bytes) -> tuple[str, bytes]:
    """The name and bytes of a file that was put into a document as a package, "" and none if not."""
    try:
        label, path, rest = stream[6:].split(b"\0", 2)
        size = struct.unpack_from("<I", rest, 4)[0]
        at = 8 + size
        length = struct.unpack_from("<I", rest, at)[0]
    except (ValueError, struct.error):
        return "", b""
    body = rest[at + 4 : at + 4 + length]
    name = (label or path).decode("cp1252", "replace")
    return (name, body) if body and len(body) == length else ("", b"")


#: Property codes of a run of characters, as they stand in the file, with their argument "on".
_MARKS = (
    (b"\x00\x08\x01", "tracked_changes", "tracked deletion"),
    (b"\x01\x08\x01", "tracked_changes", "tracked insertion"),
    (b"\x3c\x08\x01", "hidden_text", "hidden words"),
)


def _runs(ole: Any, data: bytes) -> Iterator[tuple[bytes, str]]:
    """The properties of each run of characters, with its words."""
    flags = struct.unpack_from("<H", data, 0x0A)[0]
    name = "1Table" if flags & 0x0200 else "0Table"
    if not ole.exists(name) or len(data) < 0x102:
        return
    table = ole.openstream(name).read()
    start, size = struct.unpack_from("<II", data, 0xFA)
    count = (size - 4) // 8
    if size < 12 or start + size > len(table):
        return
    for page in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1)):
        block = data[(page & 0x3FFFFF) * 512 :][:512]
        if len(block) < 512:
            continue
        runs = block[511]
        if runs > 101:
            continue
        ends = struct.unpack_from(f"<{runs + 1}I", block)
        for index in range(runs):
            at = block[4 * (runs + 1) + index] * 2
            if at:
                body = data[ends[index] : min(ends[index + 1], ends[index] + 4000)]
                wide = body[1::2].count(0) * 2 > len(body) // 2
                text = body.decode("utf-16le" if wide else "cp1252", "replace").strip()
                yield block[at + 1 : at + 1 + block[at]], text


def word(ole: Any) -> Iterator[Span]:
    """Spans of a Word 97–2003 document."""
    data = ole.openstream("WordDocument").read()
    if len(data) < 0x60:
        raise HeldError("the document is damaged and cannot be read")
    if struct.unpack_from("<H", data, 0x0A)[0] & 0x0100:
        raise TooMuchError("is encrypted; send it without a password")
    comments = struct.unpack_from("<I", data, 0x5C)[0]
    words = strings(data)
    if comments > 1:
        yield hidden("comment", words[-2000:], "comments")
    for marks, text in _runs(ole, data):
        for code, carrier, what in _MARKS:
            if code in marks and text:
                yield Span(carrier, text, what, Visibility.REMOVED)
    if struct.unpack_from("<H", data, 0x0A)[0] & 0x0004:
        yield Span(
            "old_revision",
            "the file was saved fast and keeps what was deleted",
            "earlier text",
            Visibility.REMOVED,
        )
    yield visible(words, "the text")


def slides(ole: Any) -> Iterator[Span]:
    """Spans of a PowerPoint 97–2003 presentation."""
    data = ole.openstream("PowerPoint Document").read()
    for depth, kind, body in _records(data, 0, len(data), 0):
        if kind == 1008 and depth == 0:
            text = _text(body)
            if text:
                yield hidden("speaker_notes", text, "speaker notes")
        elif kind == 12000:
            yield hidden("comment", _text(body) or strings(body), "comment on a slide")
        elif kind == 1017 and len(body) >= 12 and struct.unpack_from("<H", body, 10)[0] & 0x04:
            yield hidden("hidden_slide", "slide", "hidden slide")
        elif kind == 1006 and depth == 0:
            yield visible(_text(body), "slides")


def _records(data: bytes, at: int, end: int, depth: int) -> Iterator[tuple[int, int, bytes]]:
    while at + 8 <= end:
        version, kind, size = struct.unpack_from("<HHI", data, at)
        stop = min(at + 8 + size, end)
        yield depth, kind, data[at + 8 : stop]
        if version & 0xF == 0xF and depth < 12:
            yield from _records(data, at + 8, stop, depth + 1)
        at = at + 8 + size


def _text(body: bytes) -> str:
    found = []
    for _, kind, inner in _records(body, 0, len(body), 0):
        if kind in (4000, 4026):
            found.append(inner.decode("utf-16le", "replace"))
        elif kind == 4008:
            found.append(inner.decode("latin-1"))
    return " ".join(one for one in found if one.strip("*\r\n "))
