"""The proof that what was removed is gone: the copy is unpacked and searched, byte by byte."""

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from answerable.gate.spans import Span, Visibility

_WORD = re.compile(r"[^\W_]+(?:['’@.\-][^\W_]+)*")
_TAG = re.compile(r"<[^>]*>")
_VALUES = re.compile(r"""=("[^"<]*"|'[^'<]*')""")  # of attributes
_MOST_DIRECT = 300
_WINDOW = 3
_SHORTEST = 5  # letters: what is shorter is met by chance
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


def removed_texts(spans: Iterable[Span]) -> tuple[set[str], str]:
    """What a file holds unseen, piece by piece, and all that it shows.

    Words of a tracked insertion or move are shown: a reader of the final text sees them. So are
    the values of a form and the label on a mark.
    """
    gone: set[str] = set()
    shown: list[str] = []
    for span in spans:
        if span.visibility is Visibility.VISIBLE or _seen_after_all(span):
            shown += [span.text, span.where]
        elif span.carrier not in _OUR_WORDS:
            for piece in span.cells or (span.text,):
                if span.visibility is Visibility.METADATA:
                    piece = piece.partition(": ")[2] or piece
                if piece.strip():
                    gone.add(piece.strip()[:4000])
    return gone, "\n".join(shown)


def _seen_after_all(span: Span) -> bool:
    if span.carrier == "tracked_changes":
        return ", inserted by" in span.where or ", moved by" in span.where
    if span.where.endswith("list of the archive"):
        return True
    return span.carrier == "pdf_mark" or (
        span.carrier == "pdf_form" and not span.where.endswith("(hidden)")
    )


def still_there(copy: bytes, gone: set[str], shown: str, frame: str = "") -> list[str]:
    """Pieces of ``gone`` that the copy still holds, in any part, packed or not.

    A piece is told by itself if it is short, otherwise by any three words of it in a row, and by
    any single word of five letters or more. What is in ``shown`` (what the file showed anyway)
    or in ``frame`` (words that every file of the format holds) tells nothing.
    """
    marks: dict[tuple[str, ...], str] = {}
    for piece in gone:
        words = _words(piece)
        if len("".join(words)) < _SHORTEST:
            continue
        for at in range(max(len(words) - _WINDOW + 1, 1)):
            marks.setdefault(tuple(words[at : at + _WINDOW]), piece)
        for word in words:
            if len(word) >= _SHORTEST:
                marks.setdefault((word,), piece)
    for known in (shown, frame):
        for mark in _met(known, marks):
            del marks[mark]
    found: set[str] = set()
    binary: list[bytes] = []
    if copy[:5] == b"%PDF-":  # the language of PDF itself is no evidence
        texts = (body.decode("utf-8", "replace") for body in _pdf_words(copy))
        binary = list(_bodies(copy, 0))
    else:
        texts = (text for body in _bodies(copy, 0) for text in _readings(body))
        binary = [body for body in _bodies(copy, 0) if b"\0" in body[:4096]]
    for text in texts:
        found.update(marks[mark] for mark in _met(text, marks))
    left = set(marks.values()) - found
    for piece in sorted(left, key=len, reverse=True)[:_MOST_DIRECT]:
        if len(piece) >= _SHORTEST + 3 and _raw(piece, binary):
            found.add(piece)
    return sorted(found)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _met(text: str, marks: Mapping[tuple[str, ...], str]) -> set[tuple[str, ...]]:
    """The marks that a text holds; it is gone through once."""
    sizes: dict[str, set[int]] = {}
    for mark in marks:
        sizes.setdefault(mark[0], set()).add(len(mark))
    words = _words(text)
    return {
        mark
        for at, word in enumerate(words)
        for size in sizes.get(word, ())
        if (mark := tuple(words[at : at + size])) in marks
    }


def words_in(copy: bytes) -> str:
    """Everything that can be read in a file, tags and names of parts included."""
    return "\n".join(text for body in _bodies(copy, 0) for text in _readings(body))


def holds(copy: bytes, terms: Iterable[str], frame: str = "") -> list[str]:
    """The terms that a copy still holds, wherever, in capitals or not, broken or not.

    A term that every file of the format holds in its ``frame`` ("document", "pages") is looked
    for in what can be read only, not in the language of the format.
    """
    bodies = list(_bodies(copy, 0))
    texts = [text for body in bodies for text in _readings(body)]
    texts += [body.decode("utf-8", "replace") for body in bodies]  # tags and comments too
    readable = (
        [body.decode("utf-8", "replace") for body in _pdf_words(copy)]
        if copy[:5] == b"%PDF-"
        else [html.unescape(_TAG.sub("", body.decode("utf-8", "replace"))) for body in bodies]
    )
    found: list[str] = []
    for term in terms:
        pattern = term_pattern(term)
        where = readable if frame and pattern.search(frame) else texts
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


def _raw(piece: str, bodies: list[bytes]) -> bool:
    needles = [
        form.encode(code)
        for form in {piece, html.escape(piece), piece.casefold(), piece.upper()}
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    return any(needle in body for needle in needles for body in bodies)


def _readings(body: bytes) -> Iterator[str]:
    """A part read as UTF-8 (with and without tags) and as UTF-16 from either byte."""
    text = body.decode("utf-8", "replace")
    xml = text.lstrip("\ufeff").startswith("<?xml")
    yield html.unescape(" ".join(_VALUES.findall(text))) if xml else text
    yield html.unescape(_TAG.sub("", text))
    yield html.unescape(_TAG.sub(" ", text))
    if b"\0" in body:
        for start in (0, 1):
            yield body[start:].decode("utf-16-le", "replace")


def _bodies(copy: bytes, depth: int) -> Iterator[bytes]:
    yield copy
    if copy[:2] == b"PK" and depth < 5:
        with zipfile.ZipFile(io.BytesIO(copy)) as made:
            for info in made.infolist():
                yield info.filename.encode()
                yield from _bodies(made.read(info), depth + 1)
    elif copy[:5] == b"%PDF-":
        yield from _pdf(copy)


def _pdf(copy: bytes) -> Iterator[bytes]:
    """Streams unpacked, and all that can be read."""
    import pikepdf

    with pikepdf.open(io.BytesIO(copy)) as made:
        for one in made.objects:
            if isinstance(one, pikepdf.Stream):
                try:
                    yield one.read_bytes()
                except pikepdf.PdfError:
                    yield one.read_raw_bytes()
    yield from _pdf_words(copy)


def _pdf_words(copy: bytes) -> Iterator[bytes]:
    """Strings of the objects, decoded, and the words that the pages give."""
    import pikepdf
    import pypdfium2 as pdfium

    with pikepdf.open(io.BytesIO(copy)) as made:
        for one in made.objects:
            yield from _strings(one, 0)
    document = pdfium.PdfDocument(copy)
    try:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_bounded(-1e5, -1e5, 1e5, 1e5).encode()
            text.close()
            page.close()
    finally:
        document.close()


def _strings(one: object, depth: int) -> Iterator[bytes]:
    import pikepdf

    if isinstance(one, pikepdf.String):
        words = str(one)
        if sum(character.isprintable() for character in words) > 0.8 * len(words):
            yield words.encode("utf-8", "replace")
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and depth < 8:
        for key in list(one.keys()):
            value = one.get(key)
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(one, pikepdf.Array) and depth < 8:
        for value in one:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
