"""The words of OpenDocument files run by run, with what keeps a reader from seeing them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from answerable.gate.readers.inks import Ink
from answerable.gate.readers.odf_styles import Styles
from answerable.gate.readers.trees import attr, local, squash
from answerable.gate.spans import Span, hidden, note, visible

_OTHERS = frozenset(
    ("annotation", "annotation-end", "tracked-changes", "notes", "help-message", "error-message",
     "hidden-text", "hidden-paragraph", "title", "desc", "forms")
)  # fmt: skip
_MARGINS = frozenset(
    f"{one}{page}" for one in ("header", "footer") for page in ("", "-left", "-first")
)
_BLANKS = {"s": " ", "tab": " ", "line-break": " "}


def paragraphs(
    root: Any, styles: Styles, where: str, ground: Ink | None = None, margins: bool = True
) -> Iterator[Span]:
    """Spans of the paragraphs below an element, but for those that are told in other ways.

    ``margins`` says whether headers and footers show without printing, as they do in a text.
    """
    for one in root.iter():
        if local(one) not in ("p", "h"):
            continue
        above = {local(x) for x in one.iterancestors()}
        if not _OTHERS.isdisjoint(above) or in_hidden_section(one):
            continue
        low = any(local(x) == "table-row" and styles.is_low(x) for x in one.iterancestors())
        margin = not margins and not _MARGINS.isdisjoint(above) and "master-page" in above
        for carrier, text in judged(one, styles, ground):
            if carrier or low:
                yield hidden("hidden_row" if low else carrier, text, where)
            elif margin:
                yield note("header_footer", text, "header or footer")
            else:
                yield visible(text, where)


def in_hidden_section(one: Any) -> bool:
    """Whether an element stands in a section that does not show."""
    return any(
        local(above) == "section" and attr(above, "display") in ("none", "condition")
        for above in one.iterancestors()
    )


def judged(paragraph: Any, styles: Styles, ground: Ink | None = None) -> Iterator[tuple[str, str]]:
    """The check that judges each stretch of a paragraph ("" if it is seen), and its words."""
    pieces = ((styles.unseen(holder, ground), text) for holder, text in runs(paragraph))
    for carrier, found in groupby(pieces, key=lambda one: one[0]):
        if text := squash("".join(text for _, text in found)):
            yield carrier, text


def runs(holder: Any) -> Iterator[tuple[Any, str]]:
    """Each piece of text of a paragraph with the element whose style it has."""
    if holder.text:
        yield holder, holder.text
    for one in holder:
        name = local(one)
        if name in _BLANKS:
            yield holder, _BLANKS[name] * min(int(attr(one, "c") or 1), 100)
        elif name not in _OTHERS and name not in ("note", "frame", "custom-shape", "g", ""):
            yield from runs(one)
        elif name == "note":
            yield from ((x, t) for x in one if local(x) == "note-citation" for _, t in runs(x))
        if one.tail:
            yield holder, one.tail
