"""OpenDocument text (.odt) to text. Deleted text of tracked changes is left out."""

from collections.abc import Callable, Iterator

from lxml import etree

from answerable.letters.files.boxes import Box
from answerable.letters.files.limits import Limits
from answerable.letters.files.numbering import letter, roman
from answerable.letters.files.opened import Opened
from answerable.letters.files.problems import CannotReadError
from answerable.letters.files.trees import parse
from answerable.letters.text.tabled import laid_out

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = {f"{T}tracked-changes", f"{T}note-citation", f"{OFFICE}annotation", f"{OFFICE}forms"}
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letter,
    "A": lambda n: letter(n).upper(),
    "i": roman,
}


def read(data: bytes, limits: Limits) -> Opened:
    """The words of an OpenDocument text.

    Raises:
        CannotReadError: the document is encrypted or damaged.
    """
    box = Box(data, limits)
    manifest = box.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in box.names else b""
    if b"encryption-data" in manifest:
        raise CannotReadError("is locked with a password; save a copy without one")
    root = parse(box.read("content.xml"), limits)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    blocks = _blocks(body, _list_styles(root), "", 0)
    return Opened("\n\n".join(block for block in blocks if block.strip()), "odt")


def _list_styles(root: etree._Element) -> dict[tuple[str, int], tuple[str, str]]:
    """(style name, level) to (number format, what follows the number); bullets have no format."""
    styles = {}
    for style in root.iter(f"{T}list-style"):
        for level in style:
            depth = level.get(f"{T}level", "1")
            if level.tag == f"{T}list-level-style-number" and depth.isdigit():
                styles[style.get(f"{STYLE}name", ""), int(depth)] = (
                    level.get(f"{STYLE}num-format", ""),
                    level.get(f"{STYLE}num-suffix", "."),
                )
    return styles


def _blocks(
    parent: etree._Element | None,
    styles: dict[tuple[str, int], tuple[str, str]],
    name: str,
    depth: int,
) -> Iterator[str]:
    for element in parent if parent is not None else ():
        if element.tag in _SKIPPED:
            continue
        if element.tag in (f"{T}p", f"{T}h"):
            yield _words(element)
        elif element.tag == f"{T}list":
            style = element.get(f"{T}style-name") or name
            yield from _list(element, styles, style, depth + 1)
        elif element.tag == f"{TABLE}table":
            yield laid_out(
                [
                    [
                        " ".join(_words(p) for p in cell.iter(f"{T}p"))
                        for cell in row.iterfind(f"{TABLE}table-cell")
                    ]
                    for row in element.iter(f"{TABLE}table-row")
                ]
            )
        else:
            yield from _blocks(element, styles, name, depth)


def _list(
    element: etree._Element,
    styles: dict[tuple[str, int], tuple[str, str]],
    name: str,
    depth: int,
) -> Iterator[str]:
    spell, suffix = styles.get((name, depth), ("", ""))
    for number, item in enumerate(element.iterfind(f"{T}list-item"), start=1):
        label = _FORMATS.get(spell, str)(number) + suffix + " " if spell else "- "
        for place, block in enumerate(_blocks(item, styles, name, depth)):
            yield label + block if place == 0 else block


def _words(element: etree._Element) -> str:
    pieces: list[str] = [element.text or ""]
    for child in element:
        if child.tag not in _SKIPPED:
            if child.tag == f"{T}s":
                count = child.get(f"{T}c", "1")
                pieces.append(" " * (min(int(count), 1000) if count.isdigit() else 1))
            elif child.tag == f"{T}tab":
                pieces.append("\t")
            elif child.tag == f"{T}line-break":
                pieces.append("\n")
            else:
                pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
