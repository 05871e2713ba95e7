"""Files of Office before 2007, whatever the program: properties, embedded files, what is beyond."""

import struct
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note, opaque

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
