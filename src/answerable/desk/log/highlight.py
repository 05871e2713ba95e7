"""The words that were searched for, marked in what was found; a few words around the first."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from answerable.desk.log.tokens import words

_AROUND = 220
_WORD = re.compile(r"\w+")
_BEFORE, _AFTER = Markup("… "), Markup(" …")
_OPEN, _CLOSE = "\ue000", "\ue001"  # characters that mean nothing, until the text is escaped
_FLAGGED = rf"{_OPEN}\g<0>{_CLOSE}"
_NO_FLAGS = {ord(_OPEN): None, ord(_CLOSE): None}


def marked(text: str, sought: Iterable[str]) -> Markup:
    """``text`` as safe HTML, every sought word in a ``mark``."""
    wanted = frozenset(sought)
    forms = frozenset(w for w in _WORD.findall(text) if _compared(w) in wanted) if wanted else None
    if not forms:
        return escape(text)
    flagged = _any_of(forms).sub(_FLAGGED, text.translate(_NO_FLAGS))
    safe = str(escape(flagged))
    return Markup(safe.replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>"))  # noqa: S704 - escaped above


@lru_cache(maxsize=1_000)
def _any_of(forms: frozenset[str]) -> re.Pattern[str]:
    """The spellings of the sought words that stand in a text; the texts of a page share them."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b")


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
