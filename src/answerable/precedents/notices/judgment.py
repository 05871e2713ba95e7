"""A judgment in Akoma Ntoso, as Find Case Law gives it (LegalDocML 3.0 with its own ``uk:``)."""

import re
from pathlib import Path

from lxml import etree

from answerable.model import UnusableInputError
from answerable.precedents import xml
from answerable.precedents.notices.record import Notice, key_of, outcome_of, provisions_in

_KEPT = 60_000  # characters of its words that are kept to be searched
_END = 3_000  # of the beginning and the end of a judgment, where it says how it ends
_ENDS = re.compile(
    r"[^.]{0,120}\b(?:appeals?|application|complaint)\b[^.]{0,60}\b(?:dismissed|allowed|upheld)\b[^.]{0,40}", re.I
)  # fmt: skip


def read_judgment(path: Path) -> Notice:
    """The judgment in ``path``.

    Raises:
        UnusableInputError: it cannot be read, is not Akoma Ntoso, or says neither what it is
            called nor how it is cited.
    """
    return of_tree(xml.parse(path), path)


def of_tree(root: etree._Element, path: Path) -> Notice:
    """The judgment of a document that was read already; as ``read_judgment``."""
    if xml.local(root) != "akomaNtoso":
        raise UnusableInputError(
            f"“{path}” is XML, but no judgment in Akoma Ntoso; Find Case Law gives that as “XML”."
        )
    cite = _first(root, "cite") or _first(root, "neutralCitation")
    name = _value(root, "FRBRname")
    url = _value(root, "FRBRExpression", "FRBRuri") or _value(root, "FRBRuri")
    if not (cite or name):
        raise UnusableInputError(
            f"“{path}” gives neither a name nor a neutral citation; it was left out."
        )
    body = next((each for each in root.iter() if xml.local(each) == "judgmentBody"), None)
    text = "" if body is None else xml.words(body)
    court = _first(root, "court")
    return Notice(
        key=key_of(cite) if cite else url or name,
        name=name or cite,
        court=court,
        date=_value(root, "FRBRdate", attribute="date"),
        outcome=_outcome(text),
        provisions=provisions_in(text[:_KEPT]),
        held=text[:_KEPT],
        url=url if url.startswith("https://") else "",
        source=path.name,
    )


def _outcome(text: str) -> str:
    for part in (text[-_END:], text[:_END]):
        said = [hit.group() for hit in _ENDS.finditer(part)]
        if said:
            return outcome_of(said[-1])
    return ""


def _first(root: etree._Element, name: str) -> str:
    return next((w for e in root.iter() if xml.local(e) == name and (w := xml.words(e))), "")


def _value(root: etree._Element, *path: str, attribute: str = "value") -> str:
    """An attribute of the first element of the last name, below one of the first where two."""
    within = [root]
    for name in path:
        within = [each for one in within for each in one.iter() if xml.local(each) == name]
    return next((str(each.get(attribute)) for each in within if each.get(attribute)), "")
