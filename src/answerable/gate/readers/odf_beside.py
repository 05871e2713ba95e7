"""What OpenDocument files keep beside their pages: unused styles of pages, fields, help, far shapes."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.archive import Archive
from answerable.gate.readers.margins import unused
from answerable.gate.readers.trees import attr, each, local, squash
from answerable.gate.spans import Span, hidden, unshown

_USED = re.compile(rb'master-page-name="([^"]*)"')
_MARGIN = re.compile(r"(header|footer)(-left|-first)?$")


def used_pages(archive: Archive) -> set[str] | None:
    """Names of the styles of pages that the text uses; None if that is not known."""
    if "content.xml" not in archive.names or "mimetype" not in archive.names:
        return None
    if b"opendocument.text" not in archive.read("mimetype"):
        return None  # sheets and slides name theirs in other ways
    return {name.decode("utf-8", "replace") for name in _USED.findall(archive.read("content.xml"))}


def unused_margins(root: Any, used: set[str] | None) -> Iterator[Span]:
    """Headers and footers that no page shows; they are taken out of ``root``."""
    masters = each(root, "master-page")
    if used is not None and masters:
        used = _led_to({*used, "Standard"} if used - {""} else {"Standard"}, masters)
    for master in masters:
        name = attr(master, "display-name") or attr(master, "name")
        idle = used is not None and attr(master, "name") not in used
        for one in [x for x in master if _MARGIN.match(local(x))]:
            if idle or attr(one, "display") == "false":
                why = "of a page style that no page has" if idle else "switched off, of pages"
                if text := squash(" ".join(one.itertext())):
                    yield unused(text, f"{local(one)} {why} '{name}'")
                master.remove(one)


def _led_to(used: set[str], masters: list[Any]) -> set[str]:
    """The styles of pages that follow on those that are used, too."""
    follows = {attr(one, "name"): attr(one, "next-style-name") for one in masters}
    waiting = list(used)
    while waiting:
        after = follows.get(waiting.pop(), "")
        if after and after not in used:
            used.add(after)
            waiting.append(after)
    return used


def beside(root: Any) -> Iterator[Span]:
    """Fields that users made and that no text shows, and the help of cells."""
    for one in each(root, "user-field-decl"):
        text = attr(one, "string-value")
        if any(map(str.isalpha, text)):
            yield unshown("document_variable", text, f"field '{attr(one, 'name')}' of the document")
    for one in each(root, "list-item", "label"):
        of_field = local(one.getparent()) in ("content-control", "drop-down")
        text = attr(one, "display-text") or attr(one, "value")
        if of_field and text:
            yield unshown("form_words", text, "choices of a field")
    for one in each(root, "help-message", "error-message"):
        if text := squash(" ".join(one.itertext())):
            yield hidden("validation_prompt", text, "input message of cells")


def hidden_paragraphs(root: Any) -> Iterator[Span]:
    """Paragraphs that a field in them hides; they are taken out of ``root``."""
    for one in each(root, "hidden-paragraph"):
        holder = one.getparent()
        if attr(one, "is-hidden") == "false" or holder is None or local(holder) not in ("p", "h"):
            continue
        if text := squash("".join(holder.itertext())):
            yield hidden("hidden_text", text, "hidden paragraph")
        if holder.getparent() is not None:
            holder.getparent().remove(holder)
