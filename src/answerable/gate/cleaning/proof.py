"""The proof that what was removed is gone: the copy is unpacked and searched, byte by byte."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from answerable.gate.cleaning.bodies import bodies, opaque, pdf_words, readings, texts, without_tags
from answerable.gate.cleaning.marks import SHORTEST, Known
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility

_MOST_DIRECT = 300
_PART, _OVERLAP = 1 << 18, 4096
_LONG = 12  # characters: a piece as long is no part of another word by chance
#: Carriers whose text is a sentence of the reader's own, not of the file.
_OUR_WORDS = frozenset(
    (
        "empty_hidden",
        "type_mismatch",
        "format_changes",
        "old_revision",
        "cropped_picture",
        "covered_cells",
        "thumbnail",
        "more_pictures",
        "xfa_form",
        "cannot_see_inside",
    )
)


class Seen:
    """What a file holds unseen, piece by piece, from its spans.

    Words of a tracked insertion or move are shown: a reader of the final text sees them. So are
    the values of a form and the label on a mark.
    """

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.covered: dict[str, str] = {}  # words under a box, and where

    def take(self, span: Span) -> None:
        """One more span of the file."""
        if span.visibility is Visibility.COVERED and span.carrier == "text_under_box":
            self.covered[squash(span.text)] = span.where
        if not is_shown(span) and span.carrier not in _OUR_WORDS:
            for piece in span.cells or (span.text,):
                if span.visibility is Visibility.METADATA:
                    piece = piece.partition(": ")[2] or piece
                if piece.strip():
                    self.gone.add(piece.strip()[:4000])


def shown_by(found: Iterable[Span]) -> Iterator[str]:
    """What the spans of a file show, one piece a line, in parts that overlap and are not too long."""
    held: list[str] = []
    size = 0
    for span in found:
        if is_shown(span):
            held += (span.text, span.where)
            size += len(span.text)
            if size > _PART:
                part = "\n".join(held)
                yield part
                held, size = [part[-_OVERLAP:]], 0
    yield "\n".join(held)


def is_shown(span: Span) -> bool:
    """Whether somebody who opens the file reads the span."""
    return span.visibility is Visibility.VISIBLE or _seen_after_all(span)


def _seen_after_all(span: Span) -> bool:
    if span.carrier == "tracked_changes":
        return ", inserted by" in span.where or ", moved by" in span.where
    if span.where.endswith("list of the archive"):
        return True
    return span.carrier == "pdf_mark" or (
        span.carrier == "pdf_form" and not span.where.endswith("(hidden)")
    )


def still_there(
    copy: bytes, gone: Iterable[str], shown: str | Iterable[str], frame: str = ""
) -> list[str]:
    """Pieces of ``gone`` that the copy still holds, in any part, packed or not.

    A piece is told by itself if it is short, otherwise by any three words of it in a row, and by
    any single word of five letters or more. What is in ``shown`` (what the file showed anyway,
    whole or in parts) or in ``frame`` (words that every file of the format holds) tells nothing.
    """
    known = Known(sorted(gone, key=lambda piece: (len(piece), piece)))
    for part in ((shown,) if isinstance(shown, str) else shown) if known else ():
        known.forget(part)
    known.forget(frame)
    found: set[str] = set()
    for text in texts(copy) if known else ():
        found |= known.told_by(text)
    left = [one for one in known.pieces - found if len(one) >= SHORTEST + 3]
    left = sorted(left, key=len, reverse=True)[:_MOST_DIRECT]
    for body in opaque(copy) if left else ():
        found.update(piece for piece in left if _raw(piece, body))
    return sorted(found)


def words_in(copy: bytes) -> str:
    """Everything that can be read in a file, tags and names of parts included."""
    return "\n".join(text for body in bodies(copy) for text in readings(body))


def holds(copy: bytes, terms: Iterable[str], frame: str = "") -> list[str]:
    """The terms that a copy still holds, wherever, in capitals or not, broken or not.

    A term that every file of the format holds in its ``frame`` ("document", "pages") is looked
    for in what can be read only, not in the language of the format.
    """
    whole = list(bodies(copy))
    everything = [text for body in whole for text in readings(body)]
    everything += [body.decode("utf-8", "replace") for body in whole]  # tags and comments too
    readable = (
        [body.decode("utf-8", "replace") for body in pdf_words(copy)]
        if copy[:5] == b"%PDF-"
        else [without_tags(body) for body in whole]
    )
    found: list[str] = []
    for term in terms:
        pattern = term_pattern(term)
        where = readable if frame and pattern.search(frame) else everything
        if any(pattern.search(text) for text in where):
            found.append(term)
    return found


_ALIKE = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", "-": r"[-‐‑–]\s*", "–": r"[-‐‑–]\s*"}
_BREAK = "(?:[\u00ad\u200b-\u200d\ufeff\x02]|[-‐\x02]\\s+)?"


def term_pattern(term: str) -> re.Pattern[str]:
    """A pattern for a term as a whole word: any white space, any apostrophe, broken at a line end."""
    forms = []
    for form in dict.fromkeys(unicodedata.normalize(n, term.strip()) for n in ("NFC", "NFD")):
        words = [
            _BREAK.join(_ALIKE.get(character, re.escape(character)) for character in word)
            for word in form.split()
        ]
        forms.append("\\s+".join(words))
    made = "(?:" + "|".join(forms) + ")"
    before = r"(?<!\w)" if term.strip()[:1].isalnum() else ""
    after = r"(?!\w)" if term.strip()[-1:].isalnum() else ""
    return re.compile(before + made + after, re.IGNORECASE)


#: How a word is coded, and that no letter of the same coding stands before or after it.
_ALONE = {
    "utf-8": (rb"(?<![A-Za-z0-9_])", rb"(?![A-Za-z0-9_])"),
    "utf-16-le": (rb"(?<![A-Za-z0-9_]\0)", rb"(?![A-Za-z0-9_]\0)"),
    "utf-16-be": (rb"(?<!\0[A-Za-z0-9_])", rb"(?!\0[A-Za-z0-9_])"),
}


def _raw(piece: str, body: bytes) -> bool:
    """Whether bytes that are no text hold a piece; a short one must stand by itself there."""
    for form in sorted({piece, html.escape(piece), piece.casefold(), piece.upper()}):
        for code, (before, after) in _ALONE.items():
            needle = form.encode(code)
            if needle not in body:
                continue
            if len(piece) >= _LONG:
                return True
            if re.search(before + re.escape(needle) + after, body):
                return True
    return False
