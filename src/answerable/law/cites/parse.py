"""A string that is a cite, the whole string and nothing else."""

from functools import lru_cache

from answerable.law.cites.find import find
from answerable.law.cites.naming import belongs, named_before
from answerable.model import Cite, Regime


@lru_cache(maxsize=4096)
def parse(text: str, default: Regime | None = None) -> tuple[Cite, ...]:
    """The provisions that ``text`` cites; ``default`` as for ``find``.

    Raises:
        ValueError: the text is not a cite, or is more than one.
    """
    words = text.strip().rstrip(".,;:")
    hits = find(words, default)
    if len(hits) != 1:
        raise ValueError(f"not a cite: {text!r}")
    span = hits[0].span
    _, start = named_before(words, span.start)
    _, end = belongs(words, span.end)
    rest = words[end:].strip(" ,()")
    if words[:start].strip(" ,(") or rest not in ("", "2000", "2002", "2004", "Act"):
        raise ValueError(f"not only a cite: {text!r}")
    return hits[0].cites


def parse_one(text: str, default: Regime | None = None) -> Cite:
    """The one provision that ``text`` cites.

    Raises:
        ValueError: it cites none, or several.
    """
    cites = parse(text, default)
    if len(cites) != 1:
        raise ValueError(f"more than one provision: {text!r}")
    return cites[0]
