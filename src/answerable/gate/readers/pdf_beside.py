"""What a PDF keeps beside its pages: values and choices of fields, undrawn words, camera data."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from answerable.gate.limits import HeldError
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, unshown

_SHOWS = ("Tj", "TJ", "'", '"')
_SAID = (b"Exif\0", b"http://ns.adobe.com/xap", b"Photoshop 3.0")
_HEAD = 1 << 18  # bytes of a photograph in which it says what it is
_MOST = 500  # drawings and photographs that are looked at
_TOLD = ("metadata", "exif_gps", "picture_text")


def field_words(field: Any, name: str) -> Iterator[Span]:
    """The first value of a field and the choices that it offers."""
    first = field.get("/DV")
    if first is not None and str(first) not in ("", "/Off") and str(first) != str(field.get("/V")):
        yield unshown("form_words", squash(str(first)), f"first value of form field '{name}'")
    if str(field.get("/FT", "")) != "/Ch":
        return
    for one in list(field.get("/Opt", []))[:_MOST]:
        texts = [str(one)] if not hasattr(one, "__iter__") or _is_text(one) else map(str, one)
        for text in texts:
            if any(map(str.isalpha, text)):
                yield unshown("form_words", squash(text), f"choices of form field '{name}'")


def _is_text(one: Any) -> bool:
    import pikepdf

    return isinstance(one, (str, pikepdf.String, pikepdf.Name))


def undrawn_words(data: bytes) -> Iterator[Span]:
    """Words of the drawings that stand in the list of a page and that nothing draws."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        listed = {form.objgen: (number, form) for number, form in _forms(pdf)}
        if not listed:
            return
        pdf.remove_unreferenced_resources()
        drawn = {form.objgen for _, form in _forms(pdf)} | set(_by_others(pdf))
        for key in sorted(set(listed) - drawn)[:_MOST]:
            number, form = listed[key]
            if text := _words(form):
                where = f"drawing in the list of page {number} that no page draws"
                yield replace(unshown("undrawn_words", text, where), visibility=Visibility.REMOVED)


def _forms(pdf: Any) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, 1):
        for form in _of_kind(page.obj.get("/Resources"), "/Form"):
            yield number, form


def _by_others(pdf: Any) -> Iterator[tuple[int, int]]:
    """Drawings in the lists of what is no page: other drawings, patterns, looks of annotations."""
    import pikepdf

    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and "/Resources" in one:
            for form in _of_kind(one.Resources, "/Form"):
                yield form.objgen
        if isinstance(one, pikepdf.Dictionary) and "/AP" in one:
            for look in one.AP.values() if isinstance(one.AP, pikepdf.Dictionary) else ():
                yield from (
                    x.objgen
                    for x in (look.values() if type(look) is pikepdf.Dictionary else [look])
                    if isinstance(x, pikepdf.Stream)
                )


def _of_kind(resources: Any, kind: str) -> Iterator[Any]:
    import pikepdf

    listed: Any = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    for key in list(listed.keys()) if isinstance(listed, pikepdf.Dictionary) else ():
        one = listed[key]
        if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype", "")) == kind:
            yield one


def _words(form: Any) -> str:
    """The words that a drawing would show, as they are written in it."""
    import pikepdf

    said: list[str] = []
    try:
        drawing: Any = pikepdf.parse_content_stream(form, " ".join(_SHOWS))
        for operands, _ in drawing:
            for one in operands:
                pieces = one if isinstance(one, pikepdf.Array) else [one]
                said.append(
                    "".join(str(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                )
            if len(said) > _MOST:
                break
    except (pikepdf.PdfError, ValueError):
        return "words that cannot be read"
    text = squash(" ".join(said))
    return text if sum(map(str.isalnum, text)) > 2 else ""


def said_in_photographs(pdf: Any, read: Callable[[bytes, str], Iterator[Span]]) -> Iterator[Span]:
    """What cameras and programs wrote into the photographs on the pages."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        for picture in _of_kind(page.obj.get("/Resources"), "/Image"):
            if picture.objgen in seen or len(seen) > _MOST:
                continue
            seen.add(picture.objgen)
            if "DCTDecode" not in str(picture.get("/Filter", "")):
                continue
            body = bytes(picture.read_raw_bytes())
            if any(mark in body[:_HEAD] for mark in _SAID):
                yield from _of_one(body, number, read)


def _of_one(
    body: bytes, number: int, read: Callable[[bytes, str], Iterator[Span]]
) -> Iterator[Span]:
    try:
        for span in read(body, f"photograph on page {number}"):
            if span.carrier in _TOLD:
                yield span
    except HeldError:  # it is drawn by the page all the same
        return
