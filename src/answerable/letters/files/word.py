"""Word (.docx) to text: paragraphs, list numbers, tables, notes, headers and footers.

Deleted text of tracked changes is left out: it is not in the letter. ECMA-376 (Office Open XML).
"""

from collections.abc import Iterator

from lxml import etree

from answerable.letters.files.boxes import Box
from answerable.letters.files.limits import Limits
from answerable.letters.files.numbering import Numbering
from answerable.letters.files.opened import Opened
from answerable.letters.files.trees import parse
from answerable.letters.text.tabled import laid_out

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr"}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(data: bytes, limits: Limits) -> Opened:
    """The words of a Word document, headers first and footers last."""
    box = Box(data, limits)
    numbering = Numbering(
        _part(box, "word/numbering.xml", limits), _part(box, "word/styles.xml", limits)
    )
    body = parse(box.read("word/document.xml"), limits)
    parts = [
        *_furniture(box, limits, "header"),
        "\n\n".join(_blocks(body.find(f"{W}body"), numbering)),
        *_notes(box, limits),
        *_furniture(box, limits, "footer"),
    ]
    return Opened("\n\n".join(part for part in parts if part.strip()), "docx")


def _part(box: Box, name: str, limits: Limits) -> etree._Element | None:
    return parse(box.read(name), limits) if name in box.names else None


def _furniture(box: Box, limits: Limits, which: str) -> Iterator[str]:
    """The different headers (or footers), each once."""
    seen: set[str] = set()
    for name in sorted(box.names):
        if name.startswith(f"word/{which}") and name.endswith(".xml"):
            text = "\n".join(_blocks(parse(box.read(name), limits), Numbering()))
            if text.strip() and text not in seen:
                seen.add(text)
                yield text


def _notes(box: Box, limits: Limits) -> Iterator[str]:
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in box.names:
            for note in parse(box.read(name), limits):
                text = "\n".join(_blocks(note, Numbering()))
                if text.strip():
                    yield text


def _blocks(parent: etree._Element | None, numbering: Numbering) -> Iterator[str]:
    """Paragraphs and tables in order; content controls are looked into."""
    for element in parent if parent is not None else ():
        if element.tag == f"{W}p":
            text = numbering.label(element) + _words(element)
            if text.strip():
                yield text
        elif element.tag == f"{W}tbl":
            yield _table(element, numbering)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}txbxContent"):
            yield from _blocks(element, numbering)


def _table(table: etree._Element, numbering: Numbering) -> str:
    rows: list[list[str]] = []
    for row in table.iter(f"{W}tr"):
        cells = [" ".join(_blocks(cell, numbering)) for cell in row.iterfind(f"{W}tc")]
        rows.append(cells)
    return laid_out(rows)


def _words(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _ALTERNATIVE:
            continue
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{W}tab":
            pieces.append("\t")
        elif child.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif child.tag == f"{W}txbxContent":
            pieces.append("\n" + "\n".join(_words(p) for p in child.iter(f"{W}p")) + "\n")
        else:
            _gather(child, pieces)
