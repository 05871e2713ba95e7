"""Word documents: terms go from every part, however their letters are split into runs."""

import re
from typing import Any

from lxml import etree

from answerable.gate.cleaning.packing import pack
from answerable.gate.limits import Limits
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.trees import attr, local, tree
from answerable.gate.redacting.wanted import Marks, Withheld

_WORDS = ("t", "delText", "instrText", "delInstrText")
_BLOCK = "█" * 10  # one width, whatever stood there
_LAYOUT = re.compile(r"(styles|fontTable|theme\d*|numbering|webSettings|stylesWithEffects)\.xml$")
_FREE = {"descr", "title", "name", "author", "initials", "userId", "alt", "string", "tooltip",
         "displayText", "instr", "lastValue", "displayName", "o:title"}  # fmt: skip
_FREE_VALUES = {"alias", "tag", "docVar", "listItem", "default", "statusText", "helpText", "name"}
_PLACES = {
    "document": "the text",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}


def redact(data: bytes, marks: Marks, limits: Limits) -> tuple[bytes, list[Withheld]]:
    """The package with a block of one width for every passage, and the schedule.

    Properties are emptied, terms in attributes (alternative text, addresses) replaced.
    """
    archive = Archive(data, limits)
    parts: dict[str, str | bytes] = {}
    schedule: list[Withheld] = []
    for name in archive.names:
        if name.lower().startswith("docprops/thumbnail"):
            continue
        body = archive.read(name)
        if name.endswith((".xml", ".rels", ".vml")):
            root = tree(body, name)
            counts: dict[str, int] = {}
            if name.startswith("docProps/"):
                _emptied(root)
            elif name.endswith(".rels"):
                _relations(root, marks)
            else:
                _part(root, marks, counts, _LAYOUT.search(name) is None)
            leaf = name.rpartition("/")[2].removesuffix(".xml")
            schedule += [Withheld(_PLACES.get(leaf, leaf), p, n) for p, n in counts.items()]
            body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts[name] = body
    return pack(parts), schedule


def _part(root: Any, marks: Marks, counts: dict[str, int], written: bool) -> None:
    """Replace terms in the words of a part and, if people wrote them, in its attributes."""
    for paragraph in (one for one in root.iter() if local(one) == "p"):
        nodes = [
            one for one in paragraph.iter()
            if local(one) in (*_WORDS, "tab", "br", "cr", "noBreakHyphen") and _nearest(one) is paragraph
        ]  # fmt: skip
        _joined(nodes, marks, counts)
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        if local(one) not in _WORDS and one.text and one.text.strip():
            one.text = _plain(one.text, marks, counts)
        if one.tail and one.tail.strip():
            one.tail = _plain(one.tail, marks, counts)
        for key, value in one.attrib.items():
            if written and _free(one, str(key)):
                changed = _plain(str(value), marks, {})
                if changed != value:
                    one.attrib[key] = changed


def _free(element: Any, key: str) -> bool:
    """Whether an attribute holds words of a person, not of the format."""
    name = key.rpartition("}")[2]
    return name in _FREE or (name in ("val", "value") and local(element) in _FREE_VALUES)


def _nearest(node: Any) -> Any:
    above = node.getparent()
    while above is not None and local(above) != "p":
        above = above.getparent()
    return above


def _joined(nodes: list[Any], marks: Marks, counts: dict[str, int]) -> None:
    """Find terms in the joined words of a paragraph; the block goes where a term begins."""
    texts = [(one.text or "") if local(one) in _WORDS else "\t" for one in nodes]
    for term in marks.terms:
        whole = "".join(texts)
        for hit in reversed(list(term.pattern.finditer(whole))):
            counts[term.provision] = counts.get(term.provision, 0) + 1
            at, first = 0, True
            for number, text in enumerate(list(texts)):
                low, high = max(hit.start() - at, 0), min(hit.end() - at, len(text))
                at += len(text)
                if low >= high or local(nodes[number]) not in _WORDS:
                    continue
                label = (
                    f"{_BLOCK}{f' [{term.provision}]' if term.provision else ''}" if first else ""
                )
                texts[number] = text[:low] + label + text[high:]
                first = False
    for node, text in zip(nodes, texts, strict=True):
        if local(node) in _WORDS and (node.text or "") != text:
            node.text = text
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _plain(text: str, marks: Marks, counts: dict[str, int]) -> str:
    for term in marks.terms:
        text, count = term.pattern.subn(_BLOCK, text)
        if count:
            counts[term.provision] = counts.get(term.provision, 0) + count
    return text


def _emptied(root: Any) -> None:
    for one in list(root):
        root.remove(one)


def _relations(root: Any, marks: Marks) -> None:
    for one in list(root):
        if attr(one, "Type").endswith("/thumbnail"):
            root.remove(one)
        elif attr(one, "TargetMode") == "External":
            target = attr(one, "Target")
            if any(term.pattern.search(target) for term in marks.terms):
                one.set("Target", "about:blank")
