"""Word documents: terms go from every part, however their letters are split into runs."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from answerable.gate.cleaning.packing import pack
from answerable.gate.limits import Limits
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import attr, local, tree
from answerable.gate.redacting.docx_places import (
    BLOCK,
    Taken,
    take,
    without_comments,
    without_notes,
    without_relations,
)
from answerable.gate.redacting.places import relations
from answerable.gate.redacting.stories import stories_of
from answerable.gate.redacting.wanted import Marks, Withheld

_WORDS = ("t", "delText", "instrText", "delInstrText")
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


@dataclass
class Made:
    """A document without its marks, before the proof."""

    data: bytes
    schedule: list[Withheld]
    gone: list[str]  # the words of paragraphs and cells that were taken whole
    uneven: bool = False  # its layout cannot be kept
    repeated: bool = False  # a picture that went stands elsewhere too


def redact(data: bytes, marks: Marks, limits: Limits) -> Made:
    """The package with a block of one width for every passage and place, and the schedule.

    Properties are emptied, terms in attributes (alternative text, addresses) replaced. What only a
    place that went led to (pictures, footnotes, addresses) goes with it.

    Raises:
        NoCopyError: a place is not there.
    """
    archive = Archive(data, limits)
    roots = {
        name: tree(archive.read(name), name)
        for name in archive.names
        if name.endswith((".xml", ".rels", ".vml"))
    }
    taken = _places(Package(archive), roots, marks)
    schedule = list(taken.rows)
    for name, root in roots.items():
        counts: dict[str, int] = {}
        if name.startswith("docProps/"):
            _emptied(root)
        elif name.endswith(".rels"):
            _relations(root, marks)
        else:
            _part(root, marks, counts, _LAYOUT.search(name) is None)
        leaf = name.rpartition("/")[2].removesuffix(".xml")
        schedule += [Withheld(_PLACES.get(leaf, leaf), p, n) for p, n in counts.items()]
    dropped = _dropped(archive, roots, limits) if taken.rows else set()
    stays = {part for part in taken.parts if part not in dropped and "/media/" in part}
    made = _packed(archive, roots, dropped)
    return Made(made, schedule, taken.words, taken.uneven, bool(stays))


def frame_of_parts(data: bytes, limits: Limits) -> str:
    """What a document says that nobody reads: names of its language, of styles and of fonts."""
    archive = Archive(data, limits)
    said = [*archive.names]
    for name in archive.names:
        if not name.endswith((".xml", ".rels")):
            continue
        root = tree(archive.read(name), name)
        written = _LAYOUT.search(name) is None
        for one in root.iter():
            if isinstance(one.tag, str):
                said.append(one.tag)
                said += [
                    f"{key} {value}"
                    for key, value in one.attrib.items()
                    if not (written and _free(one, str(key)))
                ]
    return " ".join(str(one) for one in said)


def _places(package: Package, roots: dict[str, Any], marks: Marks) -> Taken:
    """Take places out of their parts, their notes out of theirs, and relations only they have."""
    spots = [one for one in marks.spots if not one.framed]
    if not spots:
        return Taken()
    taken = take(stories_of(package, roots.__getitem__), spots)
    for part in package.links(package.main).values():
        leaf = part.rpartition("/")[2].removesuffix(".xml")
        if leaf in taken.notes and part in roots:
            without_notes(roots[part], taken.notes[leaf], taken)
    if taken.comments:
        for root in roots.values():
            without_comments(root, taken.comments)
    for part, ids in taken.spoken.items():
        leads = package.links(part)
        taken.parts |= {leads[one] for one in ids if one in leads}
        folder, _, leaf = part.rpartition("/")
        links = f"{folder}/_rels/{leaf}.rels".lstrip("/")
        if links in roots:
            without_relations(roots[links], ids - relations(roots[part]))
    return taken


def _dropped(archive: Archive, roots: dict[str, Any], limits: Limits) -> set[str]:
    """The parts that nothing leads to now, and something did."""
    before = set(Package(archive).unreached())
    after = Package(Archive(_packed(archive, roots, set()), limits)).unreached()
    return set(after) - before


def _packed(archive: Archive, roots: dict[str, Any], dropped: set[str]) -> bytes:
    parts: dict[str, str | bytes] = {}
    if dropped:
        kinds = roots["[Content_Types].xml"]
        for one in list(kinds):
            if attr(one, "PartName").lstrip("/") in dropped:
                kinds.remove(one)
    for name in archive.names:
        owner = name.replace("_rels/", "").removesuffix(".rels")
        if name.lower().startswith("docprops/thumbnail") or name in dropped or owner in dropped:
            continue
        root = roots.get(name)
        parts[name] = (
            archive.read(name)
            if root is None
            else etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        )
    return pack(parts)


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
                    f"{BLOCK}{f' [{term.provision}]' if term.provision else ''}" if first else ""
                )
                texts[number] = text[:low] + label + text[high:]
                first = False
    for node, text in zip(nodes, texts, strict=True):
        if local(node) in _WORDS and (node.text or "") != text:
            node.text = text
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _plain(text: str, marks: Marks, counts: dict[str, int]) -> str:
    for term in marks.terms:
        text, count = term.pattern.subn(BLOCK, text)
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
