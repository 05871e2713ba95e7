"""A string that is a cite, the whole string and nothing else."""

import re
from functools import lru_cache

from answerable.law.cites.find import find, find_raw
from answerable.model import Cite, Regime

_NORMAL = re.compile(
    r"(?:(FOIA|FOISA) s\.|(EIR|EISR) reg\.)([0-9]{1,2}[A-Z]{0,2})((?:\([0-9a-zA-Z]{1,4}\)){0,5})"
)
_EDGES = " \t\r\n\xa0.,;:()\"'“”‘’"


@lru_cache(maxsize=8192)
def parse(text: str, default: Regime | None = None) -> tuple[Cite, ...]:
    """The provisions that ``text`` cites; ``default`` as for ``find``.

    Raises:
        ValueError: the text is not a cite, or is more than one.
    """
    normal = _NORMAL.fullmatch(text)
    if normal is not None:
        regime = Regime(normal.group(1) or normal.group(2))
        limbs = normal.group(4)
        return (Cite(regime, normal.group(3), tuple(limbs[1:-1].split(")(")) if limbs else ()),)
    hits = find(text, default, whole=True)
    raws = find_raw(text, whole=True)
    if not hits or len(raws) != len(hits):
        raise ValueError(f"not a cite: {text!r}")
    place = 0
    for raw in raws:
        if (raw is not raws[0] and not raw.linked) or _words(text[place : raw.opens], raw.linked):
            raise ValueError(f"not only a cite: {text!r}")
        place = raw.closes
    if _words(text[place:], linked=False):
        raise ValueError(f"not only a cite: {text!r}")
    return tuple(dict.fromkeys(cite for hit in hits for cite in hit.cites))


def parse_one(text: str, default: Regime | None = None) -> Cite:
    """The one provision that ``text`` cites.

    Raises:
        ValueError: it cites none, or several.
    """
    cites = parse(text, default)
    if len(cites) != 1:
        raise ValueError(f"more than one provision: {text!r}")
    return cites[0]


_LEADING = re.compile(
    r"(?:(?:under|by|see|the|in|of|per|exempt under)\s){1,3}(?:(?:act|regulations),?\s)?",
    re.IGNORECASE,
)


def _words(rest: str, linked: bool) -> bool:
    """Whether words are left over that are no part of a cite."""
    return not linked and bool(_LEADING.sub("", rest).strip(_EDGES))
