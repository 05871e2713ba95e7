"""PDF: what the objects hold beside the page, and words on the page that nobody sees."""

import io
import re
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import HeldError, Limits, TooMuchError
from answerable.gate.readers.strings import strings
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, hidden, note, visible

_PLAIN = ("FreeText", "Watermark", "Link", "Widget", "Popup", "PrinterMark", "TrapNet")
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_POINTS_BACK = re.compile(rb"\s*xref\s+0\s+0\s+trailer\b[^%]{0,2000}?startxref\s+\d+\s+%%EOF")
_ROOT = re.compile(rb"/Root\s+(\d+\s+\d+)\s+R")


def read(data: bytes, limits: Limits, inner: Any) -> Iterator[Span]:
    """Spans of a PDF.

    Raises:
        TooMuchError: locked, or more pages than are read. HeldError: damaged.
    """
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as problem:
        raise TooMuchError("is encrypted; send it without a password") from problem
    except (pikepdf.PdfError, ValueError, RuntimeError) as problem:
        raise HeldError("the PDF is damaged and cannot be opened") from problem
    with pdf:
        try:
            yield from _spans(data, pdf, limits, inner)
        except (pikepdf.PdfError, TypeError, AttributeError, ValueError) as problem:
            raise HeldError("the PDF is damaged inside and cannot be read to its end") from problem


def _spans(data: bytes, pdf: Any, limits: Limits, inner: Any) -> Iterator[Span]:
    if len(pdf.pages) > limits.pages:
        raise TooMuchError(f"has {len(pdf.pages):,} pages; {limits.pages:,} are read")
    from answerable.gate.readers import pdf_page, pdf_weight
    from answerable.gate.readers.pdf_beside import said_in_photographs, undrawn_words
    from answerable.gate.readers.pdf_thumb import thumbs
    from answerable.gate.readers.pdf_undrawn import undrawn

    pdf_weight.no_circles(pdf)
    shown: list[str] = []
    for span in pdf_page.read(data):
        if span.carrier == "visible":
            shown.append(span.text)
        yield span
    seen = squash(" ".join(shown))
    yield from _revisions(data, pdf)
    yield from _catalog(pdf, seen, inner)
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page, number, inner)
        if "/PieceInfo" in page:
            yield hidden(
                "private_data", _all(page.PieceInfo), f"page {number}, data of another program"
            )
    yield from _objects(pdf, seen)
    yield from undrawn(data)
    yield from undrawn_words(data)
    yield from said_in_photographs(pdf, inner)
    yield from thumbs(data, pdf)


def _revisions(data: bytes, pdf: Any) -> Iterator[Span]:
    ends = [m for m in _END.finditer(data) if int(m.group(1)) > 0]
    ends = [m for n, m in enumerate(ends) if n == 0 or not _adds_nothing(data, ends[n - 1], m)]
    linear = b"/Linearized" in data[:2048]
    if linear:
        ends = (
            [m for m in ends if m.end() > 4096 or len(ends) == 1][-1:]
            if len(ends) <= 2
            else ends[1:]
        )
    if len(ends) > 1:
        yield Span(
            "old_revision",
            f"{len(ends) - 1} earlier states of the document can be restored",
            "earlier revisions of the file",
            Visibility.REMOVED,
        )
    last = data.rfind(b"%%EOF")
    tail = data[last + 5 :] if last >= 0 else b""
    if tail.strip(b"\0\r\n\t "):
        yield hidden(
            "trailing_data",
            strings(tail) or f"{len(tail)} bytes",
            "bytes after the end of the file",
        )
    head = data.find(b"%PDF-")
    if head > 0 and data[:head].strip(b"\0\r\n\t \xef\xbb\xbf"):
        yield hidden(
            "trailing_data", strings(data[:head]) or f"{head} bytes", "bytes before the file"
        )


def _adds_nothing(data: bytes, before: Any, end: Any) -> bool:
    """Whether a part after the end of a file has no object and only points to what is there.

    Word writes one such part after every PDF it makes; it is no earlier state of the document.
    """
    if not _POINTS_BACK.match(data, before.end(), end.end()):
        return False
    roots = _ROOT.findall(data, max(before.start() - 2000, 0), end.end())
    return len({squash(root.decode()) for root in roots}) == 1


def _catalog(pdf: Any, seen: str, inner: Any) -> Iterator[Span]:
    root = pdf.Root
    for key, value in (pdf.docinfo or {}).items():
        yield note("metadata", f"{str(key)[1:]}: {value}", "document properties")
    if "/Metadata" in root:
        yield note(
            "metadata",
            squash(re.sub(r"<[^>]*>", " ", _bytes(root.Metadata).decode("utf-8", "replace"))),
            "document properties (XMP)",
        )
    for name, attached in _attachments(pdf):
        yield hidden(
            "pdf_attachment",
            strings(attached) or f"{len(attached)} bytes",
            f"embedded file '{name}'",
        )
        yield from inner(attached, name)
    if "/PieceInfo" in root:
        yield hidden("private_data", _all(root.PieceInfo), "data of another program")
    form = root.get("/AcroForm")
    if form is not None:
        if "/XFA" in form:
            yield hidden("xfa_form", "a second form inside the PDF", "XFA form")
        yield from _fields(form.get("/Fields", []), 0, seen)
    scripts = _scripts(root)
    if scripts:
        yield hidden("javascript", scripts, "script in the document")
    layers = root.get("/OCProperties")
    if layers is not None and "/D" in layers:
        off = [str(one.get("/Name", "layer")) for one in layers.D.get("/OFF", [])]
        if off:
            yield hidden("hidden_layer", ", ".join(off), f"hidden layers: {', '.join(off)}")
    try:
        with pdf.open_outline() as outline:
            yield from _outline(outline.root, seen, 0)
    except Exception:  # a damaged outline is not a reason to stop the rest
        yield hidden("bookmark", "outline that cannot be read", "bookmarks")


def _attachments(pdf: Any) -> Iterator[tuple[str, bytes]]:
    for name, spec in pdf.attachments.items():
        for attached in [spec.get_file()]:
            yield str(name), attached.read_bytes()


def _outline(items: Any, seen: str, depth: int) -> Iterator[Span]:
    for item in items:
        title = squash(str(item.title))
        if title and title.lower() not in seen.lower():
            yield hidden("bookmark", title, "bookmark that names what the pages do not")
        if depth < 20:
            yield from _outline(item.children, seen, depth + 1)


def _fields(fields: Any, depth: int, seen: str) -> Iterator[Span]:
    from answerable.gate.readers.pdf_beside import field_words

    for one in fields:
        value = one.get("/V")
        name = str(one.get("/T", ""))
        if value is not None and str(value) not in ("", "/Off"):
            flags = int(one.get("/F", 0))
            yield hidden(
                "pdf_form",
                f"{name}: {value}",
                f"form field '{name}'" + (" (hidden)" if flags & 2 else ""),
            )
        yield from field_words(one, name)
        if depth < 10:
            yield from _fields(one.get("/Kids", []), depth + 1, seen)


def _annotations(page: Any, number: int, inner: Any) -> Iterator[Span]:
    for one in page.get("/Annots", []):
        try:
            kind = str(one.get("/Subtype", ""))[1:]
        except (AttributeError, ValueError):
            continue
        text = squash(f"{one.get('/Contents', '')} {one.get('/T', '') if kind != 'Widget' else ''}")
        where = f"page {number}, {kind.lower()} annotation"
        if kind == "Redact":
            yield Span(
                "unapplied_redaction",
                text or "marked and not removed",
                f"page {number}, redaction that was marked and not applied",
                Visibility.COVERED,
            )
        elif carrier(one) == "text_under_box":
            yield Span(
                "text_under_box",
                text or "a mark laid over the page",
                f"page {number}, under a {kind.lower()} mark that can be taken off",
                Visibility.COVERED,
            )
        elif kind == "FileAttachment":
            spec = one.get("/FS")
            for stream in spec.get("/EF", {}).values() if spec is not None else ():
                data = _bytes(stream)
                yield hidden(
                    "pdf_attachment",
                    strings(data) or f"{len(data)} bytes",
                    f"page {number}, embedded file '{spec.get('/UF', spec.get('/F', ''))}'",
                )
                yield from inner(data, str(spec.get("/F", "attachment")))
                break
        elif kind in ("FreeText", "Watermark"):
            words = squash(str(one.get("/Contents", "")))
            yield visible(words, f"page {number}")
            yield note("pdf_mark", words or kind, where)
            if one.get("/T"):
                yield note("metadata", f"Author: {one.get('/T')}", f"{where}, who made it")
        elif kind not in _PLAIN:
            yield hidden("pdf_annotation", text or kind, where)
        elif kind == "Link" and text:
            yield note("alt_text", text, where)


def carrier(one: Any) -> str:
    """The check that judges what a comment or mark on a page is, "" if none holds it."""
    kind = str(one.get("/Subtype", ""))[1:]
    if kind == "Redact":
        return "unapplied_redaction"
    if kind in ("Square", "Circle", "Polygon") and "/IC" in one:
        return "text_under_box"
    if kind == "Highlight" and _dark(one):
        return "text_under_box"
    if kind == "FileAttachment":
        return "pdf_attachment"
    return "" if kind in _PLAIN else "pdf_annotation"


def _dark(one: Any) -> bool:
    colour = [float(x) for x in one.get("/C", [])]
    return bool(colour) and max(colour) < 0.3


def _scripts(root: Any) -> str:
    import pikepdf

    found = []
    names = root.get("/Names")
    if names is not None and "/JavaScript" in names:
        found.append(_all(names.JavaScript))
    opening = root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary) and str(opening.get("/S", "")) == "/JavaScript":
        found.append(_all(opening))
    if "/AA" in root:
        found.append(_all(root.AA))
    return " ".join(found)[:5000]


def _objects(pdf: Any, seen: str) -> Iterator[Span]:
    """Objects nothing points to, and words kept for screen readers that the page does not show."""
    import pikepdf

    reached: set[tuple[int, int]] = set()
    waiting: list[Any] = [pdf.trailer]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
            if one.objgen != (0, 0):
                if one.objgen in reached:
                    continue
                reached.add(one.objgen)
            if isinstance(one, pikepdf.Array):
                waiting.extend(list(one))
            else:
                yield from _action(one)
                for key in _keys(one):
                    value = one.get(key)
                    if key in ("/ActualText", "/E") and isinstance(value, pikepdf.String):
                        text = squash(str(value))
                        if len(text) > 3 and text.lower() not in seen.lower():
                            yield hidden(
                                "structure_text",
                                text,
                                "text for screen readers that is not on the page",
                            )
                    elif key == "/Alt" and isinstance(value, pikepdf.String):
                        yield note("alt_text", str(value), "alternative text")
                    waiting.append(value)
        elif isinstance(one, pikepdf.Object) and one.is_indirect:
            reached.add(one.objgen)
    for one in pdf.objects:
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and one.objgen not in reached:
            kind = str(one.get("/Type", ""))
            if kind in ("/XRef", "/ObjStm") or (
                kind == "" and isinstance(one, pikepdf.Dictionary) and "/Linearized" in one
            ):
                continue
            if (
                isinstance(one, pikepdf.Stream)
                and "/S" in one
                and "/Linearized" in str(pdf.objects[0].keys() if len(pdf.objects) else "")
            ):
                continue
            text = strings(_bytes(one)) if isinstance(one, pikepdf.Stream) else _all(one)
            if text and isinstance(one, pikepdf.Stream):
                yield Span(
                    "orphan_object",
                    text,
                    f"object {one.objgen[0]} that nothing points to",
                    Visibility.REMOVED,
                )


_DOING = {
    "/Launch": "opens a program or file",
    "/SubmitForm": "sends what is filled in",
    "/ImportData": "takes in data from a file",
    "/GoToR": "opens another document",
    "/GoToE": "opens a document inside this one",
}


def _action(one: Any) -> Iterator[Span]:
    """What a link, field or page does when it is used, if that is more than to turn the page."""
    kind = str(one.get("/S", ""))
    if kind == "/JavaScript" and "/JS" in one:
        yield hidden("javascript", _all(one.JS)[:5000], "script on a page, field or link")
    elif kind == "/URI" and "/URI" in one:
        yield note("metadata", str(one.URI), "address of a link")
    elif kind in _DOING:
        yield hidden("javascript", _all(one)[:5000], f"action that {_DOING[kind]}")


def _bytes(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except Exception:  # an unknown filter: the raw bytes still tell something
        return bytes(stream.read_raw_bytes())


def _keys(one: Any) -> list[str]:
    """The keys of a dictionary in the order of the alphabet.

    Raises:
        HeldError: one of them is in no alphabet, so that what it leads to cannot be asked for.
    """
    keys = list(one.keys())
    try:
        "".join(keys).encode()
    except UnicodeEncodeError as problem:
        raise HeldError("the PDF has a name that cannot be read") from problem
    return sorted(keys)


def _all(one: Any, depth: int = 0) -> str:
    import pikepdf

    if depth > 6:
        return ""
    if isinstance(one, pikepdf.Stream):
        return strings(_bytes(one))
    if isinstance(one, pikepdf.Dictionary):
        return " ".join(
            f"{k} {_all(one.get(k), depth + 1)}"
            for k in _keys(one)
            if k not in ("/Parent", "/P", "/Page", "/D")
        )
    if isinstance(one, pikepdf.Array):
        return " ".join(_all(x, depth + 1) for x in one)
    return str(one)
