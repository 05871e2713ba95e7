"""How much of what is hidden a report shows."""

import re
from collections.abc import Iterable

from answerable.gate.personal import hits

_MOST = 200


def sample(texts: list[str], reveal: str, names: Iterable[str] = ()) -> str:
    """Nothing, a recognisable piece with identifiers and names masked, or the text as it is.

    ``reveal`` is "none", "sample" or "full"; ``names`` are those that a model found.
    """
    if reveal == "none":
        return ""
    text = re.sub(r"\s+", " ", " | ".join(texts)).strip()
    if reveal == "full":
        return text
    if len(text) > _MOST:
        text = text[:_MOST].rsplit(" ", 1)[0] + " …"
    for found in [*(hit.text for hit in hits(text)), *names]:
        text = text.replace(found, found[:2] + "…" + found[-1:])
    return text
