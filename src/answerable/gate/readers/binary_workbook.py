"""Binary workbooks (.xlsb): the state of each sheet, its strings and its pivot caches."""

import struct
from collections.abc import Iterator

from answerable.gate.readers.parts import Package
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, visible

_SHEET, _ROW, _COLUMN = 156, 0, 60


def read(package: Package) -> Iterator[Span]:
    """Spans of a binary workbook. What is hidden is told with the strings of the whole file."""
    texts = (
        strings(package.archive.read(package.first("sharedStrings.bin")))
        if package.first("sharedStrings.bin")
        else ""
    )
    links = package.links(package.main)
    for number, body in _records(package.archive.read(package.main)):
        if number != _SHEET or len(body) < 12:
            continue
        state = struct.unpack_from("<I", body)[0]
        relation, at = _wide(body, 8)
        name, _ = _wide(body, at)
        part = links.get(relation, "")
        carrier = {1: "hidden_sheet", 2: "very_hidden_sheet"}.get(state)
        if carrier:
            word = "very hidden" if state == 2 else "hidden"
            yield hidden(carrier, f"{name} {texts}"[:20000], f"sheet '{name}' ({word})")
        elif part in package.archive.names:
            yield visible(texts, f"sheet '{name}'")
            yield from _sheet(package.archive.read(part), f"sheet '{name}'", texts)
    for name in package.archive.names:
        if "pivotCache" in name and name.endswith(".bin"):
            yield hidden(
                "pivot_cache",
                strings(package.archive.read(name)) or "pivot cache",
                f"pivot cache ({name})",
            )
        elif name.startswith("xl/externalLinks/") and name.endswith(".bin"):
            yield hidden(
                "external_link_cache",
                strings(package.archive.read(name)),
                f"link to another workbook ({name})",
            )
        elif name.startswith("xl/comments"):
            yield hidden("comment", strings(package.archive.read(name)), f"comments ({name})")


def _sheet(data: bytes, label: str, texts: str) -> Iterator[Span]:
    for number, body in _records(data):
        if number == _ROW and len(body) >= 13 and body[11] & 0x10:
            yield hidden(
                "hidden_row",
                "row " + str(struct.unpack_from("<I", body)[0] + 1),
                f"{label}, hidden rows",
                unit="rows",
            )
        elif number == _COLUMN and len(body) >= 18 and body[16] & 1:
            yield hidden(
                "hidden_column",
                "column " + str(struct.unpack_from("<I", body)[0] + 1),
                f"{label}, hidden columns",
            )


def _wide(body: bytes, at: int) -> tuple[str, int]:
    count = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16le", "replace"), end


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        number = data[at]
        at += 1
        if number & 0x80 and at < len(data):
            number = (number & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < len(data):
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield number, data[at : at + size]
        at += size
