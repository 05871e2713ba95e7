"""The stories of a Word document: its text, headers and footers, and its notes and comments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import each, local

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_LINES = ("separator", "continuationSeparator", "continuationNotice")  # no notes of anybody's


@dataclass(frozen=True, slots=True)
class Story:
    """Where text stands by itself: "" for the text, "header 1", "footnote 2", "comment 1".

    ``holder`` is the element that holds it, in the part named ``part``. What is ``whole`` is
    counted and taken whole.
    """

    name: str
    part: str
    holder: Any
    whole: bool = False


def stories_of(package: Package, tree: Callable[[str], Any]) -> Iterator[Story]:
    """The stories of a document, the text first; ``tree`` gives the root of a part.

    Headers and footers are counted in the order in which the sections name them, notes in the
    order of their marks in the text. What nothing names is no story: nobody sees it.
    """
    main = package.main
    root, links = tree(main), package.links(main)
    for body in (one for one in root if local(one) == "body"):
        yield Story("", main, body)
    for kind in ("header", "footer"):
        named = [links.get(str(one.get(f"{_R}id"))) for one in each(root, f"{kind}Reference")]
        parts = [part for part in dict.fromkeys(named) if part in package.archive.names]
        for number, part in enumerate(parts, 1):
            yield Story(f"{kind} {number}", str(part), tree(str(part)))
    for part in dict.fromkeys(links.values()):
        kind = _NOTES.get(part.rpartition("/")[2].removesuffix(".xml"), "")
        if kind and part in package.archive.names:
            yield from _noted(kind, part, tree(part), root)


def _noted(kind: str, part: str, root: Any, text: Any) -> Iterator[Story]:
    marks = [str(one.get(f"{_W}id")) for one in each(text, f"{kind}Reference")]
    order = {ident: at for at, ident in reversed(list(enumerate(marks)))}
    notes = [one for one in root if local(one) == kind and one.get(f"{_W}type") not in _LINES]
    notes.sort(key=lambda one: order.get(str(one.get(f"{_W}id")), len(order)))
    for number, one in enumerate(notes, 1):
        yield Story(f"{kind} {number}", part, one, whole=True)
