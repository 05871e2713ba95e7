"""Headers and footers that no page shows, whatever the format."""

import re

from answerable.gate.spans import Span, note, unshown

_PLACEHOLDER = re.compile(r"\[[^\]]*\]|<[^>]*>|Click or tap here[^.]*\.?|Type here", re.IGNORECASE)
_LEAST = 3  # words, below which it is a label such as "Page"


def unused(text: str, where: str) -> Span:
    """A header or footer that no page shows: it holds if it says something, else it is noted."""
    said = _PLACEHOLDER.sub(" ", text)
    if sum(any(map(str.isalpha, word)) for word in said.split()) < _LEAST:
        return note("header_footer", text, where)
    return unshown("unused_header", text, where)
