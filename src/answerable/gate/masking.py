"""How much of what is hidden a report shows."""

import re

from answerable.gate.personal import hits

_MOST = 200


def sample(texts: list[str], reveal: str) -> str:
    """Nothing, a recognisable piece with identifiers masked, or the text as it is.

    ``reveal`` is "none", "sample" or "full".
    """
    if reveal == "none":
        return ""
    text = re.sub(r"\s+", " ", " | ".join(texts)).strip()
    if reveal == "full":
        return text
    if len(text) > _MOST:
        text = text[:_MOST].rsplit(" ", 1)[0] + " …"
    for hit in hits(text):
        text = text.replace(hit.text, hit.text[:2] + "…" + hit.text[-1:])
    return text
