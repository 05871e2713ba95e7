"""Words of slides that an old PowerPoint file keeps in its list of slides, brought to their slides."""

import struct

from answerable.gate.readers.slide_records import Record, everywhere, inside

_DOCUMENT, _LIST, _NEXT, _KIND, _LINK = 1000, 4080, 1011, 3999, 3998
_DIRECTORY = 6002
_HEAD = 8


def outlines(top: list[Record]) -> dict[int, list[bytes]]:
    """The texts of each slide, in order, by where the record of the slide begins.

    A slide that the list does not lead to is left out; if one is, none is told.
    """
    places = _places(top)
    slides = _slides(top)
    found: dict[int, list[bytes]] = {}
    for document in (one for one in top if one.kind == _DOCUMENT):
        for listed in everywhere(document.body, _LIST):
            if listed.instance:
                continue
            for number, texts in _listed(listed.body):
                place = places.get(number, -1)
                if place not in slides and texts:
                    return {}
                found[place] = texts
    return found


def _slides(top: list[Record]) -> set[int]:
    at, found = 0, set()
    for one in top:
        if one.kind == 1006:
            found.add(at)
        at += _HEAD + len(one.body)
    return found


def _places(top: list[Record]) -> dict[int, int]:
    """Where the record of each number begins, as the last directories of the file say."""
    found: dict[int, int] = {}
    for one in (x for x in top if x.kind == _DIRECTORY):
        at = 0
        while at + 4 <= len(one.body):
            first = int(struct.unpack_from("<I", one.body, at)[0])
            number, count = first & 0xFFFFF, min(first >> 20, (len(one.body) - at - 4) // 4)
            for offset in struct.unpack_from(f"<{count}I", one.body, at + 4):
                found[number] = offset
                number += 1
            at += 4 + 4 * max(count, 1)
    return found


def _listed(body: bytes) -> list[tuple[int, list[bytes]]]:
    """The number of each slide, and its texts: each the records that say what it is and what it says."""
    found: list[tuple[int, list[bytes]]] = []
    at = 0
    for one in inside(body):
        record = body[at : at + _HEAD + len(one.body)]
        at += len(record)
        if one.kind == _NEXT and len(one.body) >= 4:
            found.append((int(struct.unpack_from("<I", one.body)[0]), []))
        elif found and one.kind == _KIND:
            found[-1][1].append(record)
        elif found and found[-1][1]:
            found[-1][1][-1] += record
    return found


def link_of(text: bytes) -> int | None:
    """Which of the texts of its slide the words of a shape are, None if they are its own."""
    for one in inside(text):
        if one.kind == _LINK and len(one.body) >= 4:
            return int(struct.unpack_from("<I", one.body)[0])
    return None


def with_outline(text: bytes, outline: list[bytes]) -> bytes:
    """The words of a shape, with those that it has from the list of slides."""
    number = link_of(text)
    return text + outline[number] if number is not None and number < len(outline) else text
