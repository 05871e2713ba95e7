"""All that can be read in a copy, part by part and piece by piece, however it is packed."""

import codecs
import html
import io
import re
import struct
import zipfile
from collections.abc import Iterator
from typing import IO

_TAG = re.compile(r"<[^>]*>")
_VALUES = re.compile(r"""=("[^"<]*"|'[^'<]*')""")  # of attributes
_PIECE, _OVERLAP, _DEEPEST = 1 << 18, 4096, 5


def texts(copy: bytes) -> Iterator[str]:
    """What can be read in a copy; a long part comes in pieces that overlap."""
    if copy[:5] == b"%PDF-":  # the language of PDF itself is no evidence
        for body in pdf_words(copy):
            yield body.decode("utf-8", "replace")
    else:
        yield from _texts(copy, 0)


def opaque(copy: bytes) -> Iterator[bytes]:
    """Parts that are no text, whole."""
    if copy[:5] == b"%PDF-":
        yield from bodies(copy)
        return
    for body in _parts(copy, 0):
        if b"\0" in body[:4096]:
            yield body


def bodies(copy: bytes, depth: int = 0) -> Iterator[bytes]:
    """The copy, and every part of it unpacked and whole."""
    yield copy
    if copy[:2] == b"PK" and depth < _DEEPEST:
        with zipfile.ZipFile(io.BytesIO(copy)) as made:
            for info in made.infolist():
                yield info.filename.encode()
                yield from bodies(made.read(info), depth + 1)
    elif copy[:5] == b"%PDF-":
        yield from _pdf(copy)


def readings(body: bytes) -> Iterator[str]:
    """A part read as UTF-8 (with and without tags) and as UTF-16 from either byte."""
    text = body.decode("utf-8", "replace")
    yield from _views(text, text.lstrip("\ufeff").startswith("<?xml"))
    if b"\0" in body:
        for start in (0, 1):
            yield body[start:].decode("utf-16-le", "replace")


def without_tags(body: bytes) -> str:
    """A part as text without its tags."""
    return html.unescape(_TAG.sub("", body.decode("utf-8", "replace")))


def _views(text: str, xml: bool) -> Iterator[str]:
    yield html.unescape(" ".join(_VALUES.findall(text))) if xml else text
    between = _TAG.split(text)
    yield html.unescape("".join(between))
    yield html.unescape(" ".join(between))


def _texts(copy: bytes, depth: int) -> Iterator[str]:
    if copy[:2] != b"PK" or depth >= _DEEPEST:
        yield from _pieces(io.BytesIO(copy))
        return
    with zipfile.ZipFile(io.BytesIO(copy)) as made:
        for body in _between(copy, made):
            yield from readings(body)
        for info in made.infolist():
            yield info.filename
            with made.open(info) as part:
                start = part.read(2)
            if start == b"PK":
                yield from _texts(made.read(info), depth + 1)
            else:
                with made.open(info) as part:
                    yield from _pieces(part)


def _pieces(part: IO[bytes]) -> Iterator[str]:
    decode = codecs.getincrementaldecoder("utf-8")("replace")
    kept, before, xml, begun = "", b"", False, False
    while raw := part.read(_PIECE):
        if b"\0" in raw:
            for start in (0, 1):
                yield (before + raw)[start:].decode("utf-16-le", "replace")
        before = raw[-_OVERLAP:]
        text = kept + decode.decode(raw)
        if not begun:
            begun, xml = True, text.lstrip("\ufeff").startswith("<?xml")
        end = _border(text, len(text))
        yield from _views(text[:end], xml)
        kept = text[_border(text, max(end - _OVERLAP, 0)) :]
    yield from _views(kept + decode.decode(b"", True), xml)


def _border(text: str, before: int) -> int:
    """A place at or before this one where a tag or a word begins; the place itself if none is near."""
    near = max(before - _PIECE // 2, 0)
    at = text.rfind("<", near, before)
    if at < 0:
        at = max(text.rfind(" ", near, before), text.rfind("\n", near, before))
    return at if at >= 0 else before


def _parts(copy: bytes, depth: int) -> Iterator[bytes]:
    if copy[:2] != b"PK" or depth >= _DEEPEST:
        yield copy
        return
    with zipfile.ZipFile(io.BytesIO(copy)) as made:
        yield b"\0" + b"\n".join(_between(copy, made))
        for info in made.infolist():
            with made.open(info) as part:
                start = part.read(4096)
            if start[:2] == b"PK" or b"\0" in start:
                yield from _parts(made.read(info), depth + 1)


def _between(copy: bytes, archive: zipfile.ZipFile) -> list[bytes]:
    """The bytes of a zip that are neither parts, nor their names, nor the list of them."""
    found = [archive.comment]
    at = 0
    for info in sorted(archive.infolist(), key=lambda one: one.header_offset):
        name, extra = struct.unpack_from("<HH", copy, info.header_offset + 26)
        begun = info.header_offset + 30 + name
        found += [copy[at : info.header_offset], copy[begun : begun + extra]]
        found += [info.extra, info.comment]
        at = max(begun + extra + info.compress_size, at)
    found += [copy[at : archive.start_dir], copy[copy.rfind(b"PK\5\6") + 22 :]]
    return [one for one in found if one]


def _pdf(copy: bytes) -> Iterator[bytes]:
    """Streams unpacked, and all that can be read."""
    import pikepdf

    with pikepdf.open(io.BytesIO(copy)) as made:
        for one in made.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    yield one.read_bytes()
                except pikepdf.PdfError:
                    yield one.read_raw_bytes()
    yield from pdf_words(copy)


def pdf_words(copy: bytes) -> Iterator[bytes]:
    """Strings of the objects of a PDF, decoded, and the words that its pages give."""
    import pikepdf
    import pypdfium2 as pdfium

    with pikepdf.open(io.BytesIO(copy)) as made:
        for one in made.objects:
            yield from _strings(one, 0)
    document = pdfium.PdfDocument(copy)
    try:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_bounded(-1e5, -1e5, 1e5, 1e5).encode()
            text.close()
            page.close()
    finally:
        document.close()


def _strings(one: object, depth: int) -> Iterator[bytes]:
    import pikepdf

    if isinstance(one, pikepdf.String):
        words = str(one)
        if sum(character.isprintable() for character in words) > 0.8 * len(words):
            yield words.encode("utf-8", "replace")
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 8:
        for key in list(one.keys()):
            value = one.get(key)
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(one, pikepdf.Array) and depth < 8:
        for value in one:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
