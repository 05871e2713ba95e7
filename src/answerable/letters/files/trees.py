"""XML from a stranger: no document types, no entities, no network, a bounded tree."""

from lxml import etree

from answerable.letters.files.limits import Limits
from answerable.letters.files.problems import CannotReadError, TooMuchError


def parse(data: bytes, limits: Limits) -> etree._Element:
    """The root of an XML document.

    Raises:
        CannotReadError: not well-formed, or it declares a document type.
        TooMuchError: more elements than the limit.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise CannotReadError(
            "declares XML entities, which no word processor does; it was not read"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise CannotReadError("is damaged and cannot be opened; save it again") from None
    if sum(1 for _ in root.iter()) > limits.elements:
        raise TooMuchError("holds far more than a letter could and was not read")
    return root
