"""XML from strangers: no document type, no entities, no network."""

import re
from collections.abc import Iterator
from typing import Any, Protocol

from lxml import etree

from answerable.gate.limits import HeldError, TooMuchError

_SPACES = re.compile(r"\s+")
_PIECE = 1 << 16


class Readable(Protocol):
    """What can be read piece by piece."""

    def read(self, size: int) -> bytes:
        """At most ``size`` further bytes."""


def streamed(stream: Readable, where: str, name: str) -> Iterator[Any]:
    """Elements of this local name as they end, and last the root of what is left of the part.

    Whoever takes an element may clear it; what came before it in the same parent and has the same
    name is gone then.

    Raises:
        As for ``tree``.
    """
    parser: Any = etree.XMLPullParser(
        events=("end",),
        tag="{*}" + name,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    first = True
    try:
        while piece := stream.read(_PIECE):
            if first:
                _no_type(piece[:4096], where)
                first = False
            parser.feed(piece)
            for _, one in parser.read_events():
                yield one
                before = one.getprevious()
                if before is not None and before.tag == one.tag and not len(before):
                    one.getparent().remove(before)
        root = parser.close()
    except etree.XMLSyntaxError as problem:
        raise HeldError(f"“{where}” is damaged and cannot be read") from problem
    if root.getroottree().docinfo.doctype:
        raise TooMuchError(f"carries a document type in “{where}”, which no office program writes")
    yield root


def _no_type(head: bytes, where: str) -> None:
    head = head.replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise TooMuchError(f"carries a document type in “{where}”, which no office program writes")


def tree(data: bytes, where: str) -> Any:
    """The root element of an XML part.

    Raises:
        TooMuchError: it carries a document type (Office never writes one).
        HeldError: it is not well formed.
    """
    _no_type(data[:4096], where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise HeldError(f"“{where}” is damaged and cannot be read") from problem
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise TooMuchError(f"carries a document type in “{where}”, which no office program writes")
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace ("" for comments)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attr(element: Any, name: str) -> str:
    """An attribute by its local name, "" if it is not there."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def words(element: Any, *names: str) -> str:
    """All text below an element (only in elements of these local names, if any are given)."""
    parts: list[str] = []
    for each in element.iter():
        name = local(each)
        if name and each.text and (not names or name in names):
            parts.append(each.text)
        if each.tail and not names and each is not element:
            parts.append(each.tail)
    return squash((" " if not names else "").join(parts))


def each(element: Any, *names: str) -> list[Any]:
    """All elements below of these local names, in order."""
    return [one for one in element.iter() if local(one) in names]


def squash(text: str) -> str:
    """Runs of white space as one space."""
    return _SPACES.sub(" ", text).strip()
