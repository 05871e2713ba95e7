"""Pictures that a page of a PDF lists and no page draws: taken off the paper, still in the file."""

import io
from collections.abc import Iterator
from typing import Any

from answerable.gate.spans import Span, Visibility

Key = tuple[int, int]
_DEEP = 8  # forms within forms
_WHOLE = 200  # dots a side from which a picture is a photograph or a scan, not an ornament
_CONTRAST = 64  # levels; a picture in one tone shows nothing


def undrawn(data: bytes) -> Iterator[Span]:
    """A span for each picture that stands in the list of a page and that nothing draws."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        listed = _listed(pdf)
        if not listed:
            return
        pdf.remove_unreferenced_resources()
        drawn = _listed(pdf)
        gone = set(listed) - set(drawn)
        if gone:
            gone -= _by_others(pdf)
        shown = {_dots(picture) for _, picture in drawn.values()} if gone else set()
        for key in sorted(gone):
            page, picture = listed[key]
            yield Span(
                "undrawn_whole_picture" if _whole(picture, shown) else "undrawn_picture",
                f"a picture of {_side(picture, '/Width')} by {_side(picture, '/Height')} dots",
                f"picture in the list of page {page} that no page draws",
                Visibility.REMOVED,
            )


def _listed(pdf: Any) -> dict[Key, tuple[int, Any]]:
    """Pictures in the lists of pages and of forms in them, with the first page that lists each."""
    found: dict[Key, tuple[int, Any]] = {}
    for number, page in enumerate(pdf.pages, 1):
        for picture in _pictures(page.obj.get("/Resources"), set()):
            found.setdefault(picture.objgen, (number, picture))
    return found


def _by_others(pdf: Any) -> set[Key]:
    """Pictures in the lists of what is no page and is led to: patterns, looks of annotations."""
    import pikepdf

    found: set[Key] = set()
    seen: set[Key] = set()
    waiting: list[Any] = [pdf.trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(list(one))
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            if one.objgen != (0, 0):
                if one.objgen in seen:
                    continue
                seen.add(one.objgen)
            if isinstance(one, pikepdf.Stream) and "/Resources" in one:
                found |= {picture.objgen for picture in _pictures(one.Resources, set())}
            waiting.extend(one.get(key) for key in list(one.keys()))
    return found


def _pictures(resources: Any, seen: set[Key], deep: int = 0) -> Iterator[Any]:
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return
    listed = resources.get("/XObject")
    if not isinstance(listed, pikepdf.Dictionary):
        return
    for key in list(listed.keys()):
        one = listed[key]
        if not isinstance(one, pikepdf.Stream) or one.objgen in seen:
            continue
        seen.add(one.objgen)
        kind = str(one.get("/Subtype", ""))
        if kind == "/Image":
            yield one
        elif kind == "/Form" and deep < _DEEP:
            yield from _pictures(one.get("/Resources"), seen, deep + 1)


def _whole(picture: Any, shown: set[bytes]) -> bool:
    """Whether it is as large as a photograph or a scan, shows something, and stands nowhere else.

    One that cannot be read may show something.
    """
    if min(_side(picture, "/Width"), _side(picture, "/Height")) < _WHOLE:
        return False
    return _dots(picture) not in shown and not _blank(picture)


def _side(picture: Any, name: str) -> int:
    return int(picture.get(name, 0))


def _dots(picture: Any) -> bytes:
    return bytes(picture.read_raw_bytes())


def _blank(picture: Any) -> bool:
    """Whether it is all in one tone; a kind that another program would have to read is not asked."""
    import pikepdf

    if "JBIG2" in str(picture.get("/Filter", "")):
        return False
    try:
        counts = pikepdf.PdfImage(picture).as_pil_image().convert("L").histogram()
    except (pikepdf.PdfError, NotImplementedError, OSError, ValueError, TypeError, KeyError,
            AttributeError):  # fmt: skip
        return False
    tones = [tone for tone, count in enumerate(counts) if count]
    return not tones or tones[-1] - tones[0] < _CONTRAST
