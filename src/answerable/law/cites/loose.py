"""Limbs that are written with stops or in square brackets: "31.1.a", "12.5.f", "40[2]".

Leases, reports and policies number their parts so too, and "[2]" is a mark of a note at the foot.
So only what the law has is taken: a letter must end the dotted form, or the law be named with it
("section 40.2 of FOIA"); and a number in square brackets is a limb only in a text that has no notes.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from answerable.law.cites.lone import has_limb
from answerable.model import Regime


class Loose(NamedTuple):
    """What stands at a number: the provision with its limbs, and where it ends."""

    number: str
    parts: tuple[str, ...]
    end: int
    needs_law: bool  # it is a cite only where words beside it name the law


_ROMAN = r"(?:i{1,3}|iv|vi{0,3})"
# Capitals are how the next sentence begins: "see section 31.1.A copy is enclosed".
_DOTTED = re.compile(
    rf"(?P<number>[0-9]{{1,2}}[AB]?)\.(?P<sub>[0-9]{{1,2}}[AB]?)(?:(?P<letter>\.[a-z]{{1,2}}|\([a-z]{{1,2}}\))(?P<roman>\.{_ROMAN}|\({_ROMAN}\))?)?"
    r"(?![\w%£]|[.:,(\[][0-9a-z])"
)
_SQUARE = re.compile(
    rf"(?P<number>[0-9]{{1,2}}[AB]?)\[(?P<sub>[0-9]{{1,2}}[A-C]?)\](?:(?P<letter>[\[(][a-z]{{1,2}}[\])])(?P<roman>[\[(]{_ROMAN}[\])])?)?(?![\w\[(])"
)
_EDGES = ".()[]"
# "[2] See our guidance" at the foot, or "the Act[2]" and "of the request.[2]" in the text.
_NOTE = re.compile(r"(?:^[ \t]{0,8}|[a-zA-Z][.,;:)\"'”’]?|[.,;:]\s?)\[[0-9]{1,2}\]", re.MULTILINE)
_SECTIONS = (Regime.FOIA, Regime.FOISA)
_REGULATIONS = (Regime.EIR, Regime.EISR)
_FIRST = 8  # the sections that a form or a policy has too


def loose_at(text: str, at: int, environmental: bool | None) -> Loose | None:
    """The provision at the number that begins at ``at``, if stops or square brackets part it.

    ``environmental``: whether a regulation is announced; None where either may be.
    """
    mark = text[at + 1 : at + 4]
    if "[" in mark:
        found = _SQUARE.match(text, at)
        if found is None or (found["letter"] is None and has_notes(text)):
            return None
        needs_law = False
    elif "." in mark:
        found = _DOTTED.match(text, at)
        if found is None:
            return None
        dotted = found["letter"] is not None and found["letter"][0] == "."
        needs_law = not dotted or int(found["number"].rstrip("AB")) <= _FIRST
    else:
        return None
    limbs = [found["sub"], found["letter"], found["roman"]]
    parts = tuple(limb.strip(_EDGES) for limb in limbs if limb)
    laws = (
        (*_SECTIONS, *_REGULATIONS)
        if environmental is None
        else _REGULATIONS if environmental else _SECTIONS
    )  # fmt: skip
    if not any(has_limb(law, found["number"], parts) for law in laws):
        return None
    return Loose(found["number"], parts, found.end(), needs_law)


@lru_cache(maxsize=2)
def has_notes(text: str) -> bool:
    """Whether numbers in square brackets are marks of notes in a text."""
    return _NOTE.search(text) is not None
