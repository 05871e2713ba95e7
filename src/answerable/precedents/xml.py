"""XML that others made: no document type, no entities, no network, a bounded size."""

from pathlib import Path
from typing import Any

from lxml import etree

from answerable.model import RefusedInputError, UnusableInputError

_LARGEST = 64 * 1024 * 1024  # bytes; the longest judgment is a few


def parse(path: Path) -> etree._Element:
    """The root of an XML file.

    Raises:
        UnusableInputError: it is not there, not well formed, or declares a document type.
        RefusedInputError: it is too large.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise RefusedInputError(f"“{path}” is too large for one XML file; save it in parts.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None
    declares = f"“{path}” declares a document type or entities, which no such export does; it was not read."
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnusableInputError(declares)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnusableInputError(f"“{path}” is not XML that can be read; save it again.") from None
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise UnusableInputError(declares)
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace ("" for comments)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: etree._Element) -> str:
    """All text below an element, a space where the markup breaks it."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())
