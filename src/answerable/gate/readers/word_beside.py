"""What a Word document keeps beside its pages: unused headers, notes without marks, form words."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.personal.told import full_names, loosened
from answerable.gate.readers.margins import unused
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.spans import Span, Visibility, note, unshown

_MARGIN = re.compile(r"word/(header|footer)\d*\.xml$", re.IGNORECASE)
_ONE_PAGE = 2_500  # letters that fit on a page
_PARTED = ("lastRenderedPageBreak", "pageBreakBefore", "br")


def unseen_margins(package: Package) -> dict[str, str]:
    """Headers and footers that no page shows, with the reason."""
    root = package.tree(package.main)
    links = package.links(package.main)
    settings = package.first("word/settings.xml")
    two_sided = bool(settings and _switched(package.tree(settings), "evenAndOddHeaders"))
    if not each(root, "sectPr"):
        return {}  # nothing is said of pages
    shown: set[str] = set()
    reasons: dict[str, str] = {}
    for section in each(root, "sectPr"):
        first = _switched(section, "titlePg")
        for one in section:
            if local(one) not in ("headerReference", "footerReference"):
                continue
            ids = (str(v) for k, v in one.attrib.items() if k.endswith("}id"))
            part, kind = links.get(next(ids, ""), ""), attr(one, "type")
            off = (kind == "first" and not first) or (kind == "even" and not two_sided)
            if off:
                reasons[part] = f"for {kind} pages, switched off"
            elif kind == "default" and first and _one_page(root):
                reasons[part] = "for the second page on, and there is one page"
            else:
                shown.add(part)
    names = [name for name in package.archive.names if _MARGIN.match(name)]
    return {name: reasons.get(name, "that no section uses") for name in names if name not in shown}


def _switched(root: Any, name: str) -> bool:
    return any(attr(one, "val") not in ("0", "false", "off") for one in each(root, name))


def _one_page(root: Any) -> bool:
    """Whether a document is so short that it has one page."""
    if len(each(root, "sectPr")) > 1 or len(words(root, "t")) > _ONE_PAGE:
        return False
    breaks = each(root, *_PARTED)
    return not any(local(one) != "br" or attr(one, "type") == "page" for one in breaks)


def margin(name: str, why: str, root: Any) -> Iterator[Span]:
    """A header or footer that no page shows."""
    kind = "header" if "header" in name.lower() else "footer"
    for paragraph in each(root, "p"):
        if text := words(paragraph, "t"):
            where = f"{kind} {why} ({name})"
            if "one page" in why:  # it is seen as soon as the letter grows: a note by itself
                yield note("header_footer", text, where)
            else:
                yield unused(text, where)


def orphan_notes(root: Any, main: Any, kind: str) -> Iterator[Span]:
    """Footnotes or endnotes that nothing in the text points to; they are taken out of ``root``."""
    marked = {attr(one, "id") for one in each(main, f"{kind}Reference")}
    for one in each(root, kind):
        if attr(one, "type") in ("", "normal") and attr(one, "id") not in marked:
            if text := words(one, "t"):
                where = f"{kind} {attr(one, 'id')} without a mark in the text"
                yield Span("orphan_note", text, where, Visibility.HIDDEN)
            one.getparent().remove(one)


def form_words(root: Any, where: str) -> Iterator[Span]:
    """Choices, help and first values of the fields of a form."""
    for one in each(root, "listItem"):
        text = attr(one, "displayText") or attr(one, "value")
        if text:
            yield unshown("form_words", text, f"{where}, choices of a field")
    for field in each(root, "ffData"):
        for one in field.iter():
            if local(one) in ("helpText", "statusText", "default", "listEntry"):
                text = attr(one, "val")
                if any(map(str.isalpha, text)):
                    yield unshown("form_words", text, f"{where}, {_FIELD[local(one)]} of a field")


_FIELD = {
    "helpText": "help",
    "statusText": "help",
    "default": "first value",
    "listEntry": "choices",
}


def telling_bookmarks(root: Any, where: str) -> Iterator[Span]:
    """Places in the text that are named after a person; others are nothing."""
    for one in each(root, "bookmarkStart"):
        name = attr(one, "name")
        if next(full_names(loosened(name)), None):
            yield note("bookmark_name", name, f"{where}, bookmarks")
