"""Word documents (.docx, .docm): changes, comments, hidden and unseen words."""

import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.readers.trees import attr, each, local, words
from answerable.gate.readers.word_beside import form_words, telling_bookmarks
from answerable.gate.readers.word_looks import Looks
from answerable.gate.readers.word_placed import off_page
from answerable.gate.spans import Span, Visibility, hidden, note, unshown, visible

#: Fields that name a file or source, and those that carry words of their own.
_TELLING = ("INCLUDE", "DDE", "LINK ", "DATABASE", "MERGEFIELD")
_WORDED = re.compile(r"\b(?:IF|SET|QUOTE|ASK|FILLIN|COMPARE|MACROBUTTON|PRIVATE|ADDIN)\b")
#: A mark for an index, a table of contents or of authorities.
_MARK = re.compile(r'\s*(?:XE|TC|TA)\b.*?"([^"]+)"')
_LOW = 60  # twentieths of a point
_TEXT = ("t", "delText", "instrText")


def story(root: Any, where: str, looks: Looks) -> Iterator[Span]:
    """Spans of a document, header, footer or notes part."""
    empty = 0
    for shape in off_page(root):
        if text := words(shape, "t"):
            yield Span("off_page", text, f"{where}, shape off the page", Visibility.OFF_PAGE)
            shape.getparent().remove(shape)
    for paragraph in each(root, "p"):
        empty += _hidden_and_empty(paragraph)
        yield from _paragraph(paragraph, where, looks)
    if empty:
        told = "1 paragraph" if empty == 1 else f"{empty} paragraphs"
        yield note("empty_hidden", told, f"{where}, hidden paragraphs without words")
    yield from _drawn(root, where)
    changed = each(root, "rPrChange", "pPrChange", "tblPrChange", "sectPrChange")
    if changed:
        yield note("format_changes", f"{len(changed)} tracked changes of format", where)
    for text in _codes(root):
        tells = any(word in text for word in _TELLING) or ('"' in text and _WORDED.search(text))
        if tells and "HYPERLINK" not in text:
            yield note("field_code", text, f"{where}, field")
        elif "\\o" in text and "HYPERLINK" in text:
            yield note("link", text, f"{where}, tips of links")
        elif found := _MARK.match(text):
            yield unshown("index_entry", found.group(1), f"{where}, marks for an index")
    yield from form_words(root, where)
    yield from telling_bookmarks(root, where)
    for one in each(root, "hyperlink"):
        if attr(one, "tooltip"):
            yield note("link", attr(one, "tooltip"), f"{where}, tips of links")


def _codes(root: Any) -> Iterator[str]:
    """The instructions of fields; one is often cut into pieces within its paragraph."""
    for paragraph in each(root, "p"):
        text = "".join(one.text or "" for one in each(paragraph, "instrText"))
        if text:
            yield text
    for one in each(root, "fldSimple"):
        yield attr(one, "instr")


def _paragraph(paragraph: Any, where: str, looks: Looks) -> Iterator[Span]:
    """The runs of a paragraph that are not seen, each by itself, and then all that are."""
    seen: list[str] = []
    for run in paragraph.iter():
        if local(run) != "r" or within_another(run, paragraph):
            continue
        text = "".join(one.text or "" for one in run if local(one) in ("t", "delText"))
        if not text:
            continue
        carrier = state_of(run, paragraph, looks)
        if carrier == "visible":
            seen.append(text)
            continue
        gone = carrier == "tracked_changes"
        if gone and state_of(run, paragraph, looks, accept_inserted=True) == "visible":
            seen.append(text)  # an insertion is read with the words around it
        state = Visibility.REMOVED if gone else Visibility.HIDDEN
        yield Span(carrier, text, f"{where}{_author(run)}", state)
    if seen:
        yield visible("".join(seen), where)


def _drawn(root: Any, where: str) -> Iterator[Span]:
    """Pictures that are cropped, shapes that are hidden, and what is said of either."""
    for one in each(root, "srcRect"):
        if any(int(attr(one, side) or 0) > 1000 for side in "lrtb"):
            yield hidden(
                "cropped_picture",
                "a picture is cropped; the whole picture is in the file",
                f"{where}, picture",
            )
    for one in each(root, "docPr", "cNvPr"):
        if attr(one, "hidden") in ("1", "true"):
            yield hidden(
                "invisible_shape",
                words(one.getparent()) or attr(one, "name"),
                f"{where}, shape '{attr(one, 'name')}'",
            )
        if attr(one, "descr"):
            yield note("alt_text", attr(one, "descr"), f"{where}, alternative text")


def _hidden_and_empty(paragraph: Any) -> bool:
    """Whether a paragraph or a run in it is hidden, and has no words."""
    marked = any(attr(one, "val") not in ("0", "false") for one in each(paragraph, "vanish"))
    return marked and not words(paragraph, "t", "delText").strip()


def margin(root: Any, story: Iterator[Span], where: str) -> Iterator[Span]:
    """The story of a header or footer, told as such too, and a mark behind the text."""
    for span in story:
        yield span
        if span.carrier == "visible":
            yield note("header_footer", span.text, f"{where}, printed on every page")
    for one in each(root, "textpath"):
        if attr(one, "string"):
            yield note("header_footer", attr(one, "string"), f"{where}, mark behind the text")


def within_another(run: Any, paragraph: Any) -> bool:
    """Whether a run belongs to a paragraph inside this one, or to a stand-in for old programs."""
    above = run.getparent()
    while above is not None and above is not paragraph:
        if local(above) in ("p", "Fallback"):
            return True
        above = above.getparent()
    return False


def state_of(run: Any, paragraph: Any, looks: Looks, accept_inserted: bool = False) -> str:
    """The word "visible", or the check that judges a run; inserted words are a change unless accepted."""
    changed = ("del", "moveFrom") if accept_inserted else ("del", "moveFrom", "ins", "moveTo")
    for above in run.iterancestors():
        if local(above) in ("p", "body"):
            break
        if local(above) in changed:
            return "tracked_changes"
    if any(local(above) == "tr" and _is_low(above) for above in paragraph.iterancestors()):
        return "hidden_row"
    return looks.unseen(run, paragraph) or "visible"


def _is_low(row: Any) -> bool:
    """Whether a row of a table is kept lower than any letter."""
    heights = (x for p in row if local(p) == "trPr" for x in p if local(x) == "trHeight")
    return any(
        attr(x, "hRule") == "exact" and attr(x, "val").isdigit() and int(attr(x, "val")) < _LOW
        for x in heights
    )


def _author(run: Any) -> str:
    above = run.getparent()
    while above is not None:
        if local(above) in ("del", "ins", "moveFrom", "moveTo"):
            verb = {"del": "deleted", "ins": "inserted"}.get(local(above), "moved")
            return f", {verb} by {attr(above, 'author') or 'somebody'}"
        above = above.getparent()
    return ""


def settings(root: Any) -> Iterator[Span]:
    """Document variables and mail-merge sources in the settings."""
    for one in each(root, "docVar"):
        yield hidden(
            "document_variable", f"{attr(one, 'name')} = {attr(one, 'val')}", "document variables"
        )
    for one in each(root, "mailMerge"):
        texts = [attr(x, "val") for x in one.iter() if isinstance(x.tag, str)]
        yield hidden("mail_merge", " ".join(texts), "mail-merge source")
