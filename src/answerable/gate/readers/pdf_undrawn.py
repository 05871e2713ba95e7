"""Pictures that a page of a PDF lists and no page draws: taken off the paper, still in the file."""

import io
from collections.abc import Iterator
from typing import Any

from answerable.gate.spans import Span, Visibility

Key = tuple[int, int]


def undrawn(data: bytes) -> Iterator[Span]:
    """A span for each picture that stands in the list of a page and that nothing draws."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        listed = _listed(pdf)
        if not listed:
            return
        pdf.remove_unreferenced_resources()
        drawn = set(_listed(pdf)) | set(_by_others(pdf))
        for key in sorted(set(listed) - drawn):
            page, picture = listed[key]
            size = f"{int(picture.get('/Width', 0))} by {int(picture.get('/Height', 0))} dots"
            yield Span(
                "undrawn_picture",
                f"a picture of {size}",
                f"picture in the list of page {page} that no page draws",
                Visibility.REMOVED,
            )


def _listed(pdf: Any) -> dict[Key, tuple[int, Any]]:
    """Pictures in the lists of pages, with the first page that lists each."""
    found: dict[Key, tuple[int, Any]] = {}
    for number, page in enumerate(pdf.pages, 1):
        for picture in _pictures(page.obj.get("/Resources")):
            found.setdefault(picture.objgen, (number, picture))
    return found


def _by_others(pdf: Any) -> Iterator[Key]:
    """Pictures in the lists of what is no page: forms, patterns, the looks of annotations."""
    import pikepdf

    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and "/Resources" in one:
            for picture in _pictures(one.Resources):
                yield picture.objgen


def _pictures(resources: Any) -> Iterator[Any]:
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return
    listed = resources.get("/XObject")
    if not isinstance(listed, pikepdf.Dictionary):
        return
    for key in list(listed.keys()):
        one = listed[key]
        if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype", "")) == "/Image":
            yield one
