"""The boxes of an ISO base media file (HEIC, HEIF, AVIF) and the items that its meta box lists.

ISO/IEC 14496-12 (boxes, items) and 23008-12 (pictures as items).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from answerable.gate.limits import HeldError

Box = tuple[bytes, int, int]  # kind, where its content begins and where it ends
_MOST = 4096


@dataclass
class Item:
    """One item: a picture, or something said of one."""

    kind: str
    content: str = ""  # the kind of content of a "mime" item
    hidden: bool = False
    extents: list[tuple[int, int]] = field(default_factory=list)  # start and end in the file


@dataclass
class Listed:
    """What a meta box lists."""

    main: int = 0
    items: dict[int, Item] = field(default_factory=dict)
    links: list[tuple[str, int, list[int]]] = field(default_factory=list)  # kind, from, to
    properties: list[Box] = field(default_factory=list)


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes of a stretch of the file.

    Raises:
        HeldError: one is longer than what it lies in, or there are far too many.
    """
    for _ in range(_MOST):
        if start + 8 > end:
            if data[start:end].strip(b"\0"):
                raise HeldError("the picture has bytes that are no box")
            return
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1 and start + 16 <= end:
            size, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        size = size or end - start
        if size < head or start + size > end:
            raise HeldError("the picture is cut short or damaged")
        yield kind, start + head, start + size
        start += size
    raise HeldError("the picture has more parts than any picture needs")


def listed(data: bytes, start: int, end: int) -> Listed:
    """What a meta box lists (``start`` and ``end`` are those of its content).

    Raises:
        HeldError: damaged, or laid out in a way that is not read.
    """
    made = Listed()
    inside = list(boxes(data, start + 4, end))
    store = next((at for kind, at, _ in inside if kind == b"idat"), 0)
    readers = {b"pitm": _main, b"iinf": _items, b"iref": _links, b"iprp": _properties}
    for kind, at, to in inside:
        if kind in readers:
            readers[kind](data, at, to, made)
    for kind, at, _ in inside:
        if kind == b"iloc":
            _places(data, at, store, made)
    return made


def _main(data: bytes, at: int, end: int, made: Listed) -> None:
    made.main = struct.unpack_from(">I" if data[at] else ">H", data, at + 4)[0]


def _items(data: bytes, at: int, end: int, made: Listed) -> None:
    for kind, start, to in boxes(data, at + (8 if data[at] else 6), end):
        if kind != b"infe" or data[start] < 2:
            raise HeldError("the picture lists its parts in a way that is not read")
        wide = data[start] > 2
        number = struct.unpack_from(">I" if wide else ">H", data, start + 4)[0]
        name = start + (10 if wide else 8)
        words = data[name + 4 : to].split(b"\0")
        content = words[1] if len(words) > 1 else b""
        made.items[number] = Item(
            data[name : name + 4].decode("latin-1"),
            content.decode("latin-1"),
            bool(data[start + 3] & 1),
        )


def _links(data: bytes, at: int, end: int, made: Listed) -> None:
    size, code = (4, "I") if data[at] else (2, "H")
    for kind, start, _ in boxes(data, at + 4, end):
        come, count = struct.unpack_from(f">{code}H", data, start)
        to = struct.unpack_from(f">{count}{code}", data, start + size + 2)
        made.links.append((kind.decode("latin-1"), come, list(to)))


def _properties(data: bytes, at: int, end: int, made: Listed) -> None:
    for kind, start, to in boxes(data, at, end):
        if kind == b"ipco":
            made.properties += boxes(data, start, to)


def _places(data: bytes, at: int, store: int, made: Listed) -> None:
    """The extents of the items, from the box that says where they are."""
    version = data[at]
    sizes = (data[at + 4] >> 4, data[at + 4] & 15, data[at + 5] >> 4, data[at + 5] & 15)
    at += 6

    def number(size: int) -> int:
        nonlocal at
        if size not in (0, 2, 4, 8) or at + size > len(data):
            raise HeldError("the picture does not say where its parts are")
        value = int.from_bytes(data[at : at + size], "big")
        at += size
        return value

    wide = 4 if version > 1 else 2
    for _ in range(number(wide)):
        item = made.items.get(number(wide), Item("????"))
        way = number(2) & 15 if version else 0
        number(2)
        base = number(sizes[2])
        for _ in range(number(2)):
            if version:
                number(sizes[3])
            start = base + number(sizes[0]) + (store if way == 1 else 0)
            length = number(sizes[1])
            if way > 1 or start + length > len(data):
                raise HeldError("the picture does not say where its parts are")
            item.extents.append((start, start + length))
