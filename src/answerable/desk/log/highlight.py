"""The words that were searched for, marked in what was found; a few words around the first."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from answerable.desk.log.tokens import words

_AROUND = 220
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = Markup("… "), Markup(" …")
_MARK, _END = Markup("<mark>"), Markup("</mark>")
_OPEN, _CLOSE = "\ue000", "\ue001"  # characters that mean nothing, until the text is escaped
_NO_FLAGS = {ord(_OPEN): None, ord(_CLOSE): None}


def marked(text: str, sought: Iterable[str]) -> Markup:
    """``text`` as safe HTML, every sought word in a ``mark``."""
    wanted = frozenset(sought)
    if not wanted:
        return escape(text)
    flagged = _WORD.sub(
        lambda word: f"{_OPEN}{word[0]}{_CLOSE}" if _compared(word[0]) in wanted else word[0],
        text.translate(_NO_FLAGS),
    )
    return escape(flagged).replace(_OPEN, _MARK).replace(_CLOSE, _END)


def excerpt(text: str, sought: Iterable[str]) -> Markup:
    """The neighbourhood of the first sought word, or the beginning, marked."""
    wanted = frozenset(sought)
    flat = " ".join(text.split()) if wanted else _beginning(text)
    found = (m.start() for m in _WORD.finditer(flat) if _compared(m[0]) in wanted)
    at = next(found, 0) if wanted else 0
    start = flat.rfind(" ", 0, max(0, at - 60)) + 1
    end = len(flat) if start + _AROUND >= len(flat) else flat.rfind(" ", start, start + _AROUND)
    end = end if end > start else start + _AROUND
    return Markup("").join(
        (
            _BEFORE if start else "",
            marked(flat[start:end], wanted),
            _AFTER if end < len(flat) else "",
        )
    )


def _beginning(text: str) -> str:
    """As much of a text, in one line, as an excerpt of it takes, and more if there is more."""
    flat = " ".join(text[: 4 * _AROUND].split())
    return flat if len(flat) > _AROUND else " ".join(text.split())


@lru_cache(maxsize=20_000)
def _compared(piece: str) -> str:
    found = words(piece)
    return found[0] if found else ""
