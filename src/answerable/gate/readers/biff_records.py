"""The record stream of an old Excel workbook: whole, or the file is held."""

import struct
from collections.abc import Iterator

from answerable.gate.limits import HeldError

BEGIN, END = 0x809, 0x0A
_LONGEST = 8228  # bytes in a record, by the format
_EXCEL_97 = 0x600
Record = tuple[int, int, bytes]  # where it stands, its kind, its body


def walk(data: bytes, at: int = 0) -> Iterator[Record]:
    """Records one after the other, as far as they go: for streams that are not judged whole."""
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield at, kind, data[at + 4 : at + 4 + size]
        at += 4 + size


def whole(data: bytes) -> dict[int, list[Record]]:
    """The parts of a workbook (first all that is common, then its sheets) by where they begin.

    Raises:
        HeldError: the stream breaks off, or bytes in it belong to no part.
    """
    parts: dict[int, list[Record]] = {}
    open_at = depth = at = 0
    while at < len(data):
        if depth == 0 and not data[at:].strip(b"\0"):
            break  # filled up to a whole sector
        if at + 4 > len(data):
            raise HeldError("the workbook breaks off in the middle")
        kind, size = struct.unpack_from("<HH", data, at)
        body = data[at + 4 : at + 4 + size]
        if size > _LONGEST or len(body) < size:
            raise HeldError("the workbook is damaged: its records break off")
        if depth == 0:
            if kind != BEGIN:
                raise HeldError("the workbook is damaged: bytes in it belong to no sheet")
            open_at, parts[at] = at, []
        if kind == BEGIN:
            _of_97(body)
        depth += (kind == BEGIN) - (kind == END)
        parts[open_at].append((at, kind, body))
        at += 4 + size
    if depth or not parts:
        raise HeldError("the workbook breaks off in the middle")
    return parts


def _of_97(body: bytes) -> None:
    if len(body) < 4:
        raise HeldError("the workbook is damaged: a sheet does not say what it is")
    version = struct.unpack_from("<H", body)[0]
    if version != _EXCEL_97:
        raise HeldError(
            "the workbook is of a version of Excel before 97; save it as .xlsx and inspect that"
            if version == 0x500
            else "the workbook is damaged: a sheet of a version that does not exist"
        )
