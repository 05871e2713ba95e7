"""HTML to text: what a reader sees, with list numbers and quotation marks of mail put back."""

import re

from lxml import etree, html

from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.problems import CannotReadError, TooMuchError
from answerable.letters.text.tabled import laid_out

_SILENT = {"script", "style", "head", "template", "noscript", "svg", "object", "iframe", "select"}
_PARAGRAPHS = {"p", "div", "section", "article", "header", "footer", "main", "table", "ul", "ol"}
_PARAGRAPHS |= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dl", "address", "hr"}
_LINES = {"li", "tr", "dt", "dd", "caption"}
# What ``audit --fix`` says above the letter it writes is no part of the letter.
_BESIDE = "data-beside-the-letter"
_HIDDEN = ("display:none", "visibility:hidden", "mso-hide:all")


def read(data: bytes | str, limits: Limits) -> Opened:
    """The visible words of a page.

    Raises:
        CannotReadError: nothing in it can be read as HTML.
        TooMuchError: more elements, or deeper nesting, than the limit.
    """
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data)
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise CannotReadError("holds nothing that can be read as a page") from None
    if sum(1 for _ in root.iter()) > limits.elements:
        raise TooMuchError("holds far more than a letter could and was not read")
    paper = _Paper()
    try:
        _walk(root, paper)
    except RecursionError:
        raise TooMuchError("is nested far deeper than a letter and was not read") from None
    return Opened(paper.text(), "html")


_DECLARED = re.compile(rb"<(?:meta|\\?xml)[^>]{0,200}(?:charset|encoding)", re.I)


def _encoding(data: bytes | str) -> str | None:
    """UTF-8 for a page that is, and does not say what it is; else as the page says."""
    if isinstance(data, str) or _DECLARED.search(data[:4096]):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


class _Paper:
    """Lines as a reader sees them: breaks do not add up, quoted lines carry their marks."""

    def __init__(self) -> None:
        self.quoted = 0
        self._lines: list[str] = [""]
        self._pending = 0

    def part(self, lines: int) -> None:
        """The next words begin at least ``lines`` lines further down."""
        self._pending = max(self._pending, lines)

    def write(self, words: str) -> None:
        """Add words to the line."""
        if not words or (not words.strip(" ") and (self._pending or not self._lines[-1])):
            return
        if self._pending:
            if any(self._lines):
                self._lines += [self._mark().rstrip()] * (self._pending - 1) + [""]
            self._pending = 0
        first, *others = words.split("\n")
        if not self._lines[-1]:
            first = self._mark() + first.lstrip(" ")
        self._lines[-1] += first
        self._lines += [self._mark() + line for line in others]

    def new_line(self) -> None:
        """A line break of the writer's own; two of them leave a blank line."""
        if self._pending:
            self._pending += self._pending < 2
        else:
            self.part(1)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._lines).strip("\n")

    def _mark(self) -> str:
        return "> " * self.quoted


def _walk(element: etree._Element, paper: _Paper, *, set_out: bool = False) -> None:
    """Write what an element shows; ``set_out``: its spaces and line breaks are the letter's own."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _SILENT or _is_hidden(element) or element.get(_BESIDE) is not None:
        return
    if tag == "br":
        paper.new_line()
        return
    table = _asked_and_answered(element) if tag == "table" else ""
    if table:
        paper.part(2)
        paper.write(table)
        paper.part(2)
        return
    set_out = set_out or tag == "pre" or "white-space:pre" in _style(element)
    edge = 2 if tag in _PARAGRAPHS else 1 if tag in _LINES else 0
    paper.part(edge)
    paper.quoted += tag == "blockquote"
    if tag == "li":
        paper.write(_label(element))
    paper.write(_text(element.text, set_out=set_out))
    for child in element:
        _walk(child, paper, set_out=set_out)
        paper.write(_text(child.tail, set_out=set_out))
    if tag in ("td", "th"):
        paper.write("   ")
    paper.quoted -= tag == "blockquote"
    paper.part(edge)


def _asked_and_answered(table: etree._Element) -> str:
    """A table of questions beside answers as lines between bars; nothing for any other."""
    if (
        next(table.iter("tr"), None) is None
        or next(table.iterdescendants("table"), None) is not None
    ):
        return ""
    rows = [
        [
            " ".join("".join(map(str, cell.itertext())).split())
            for cell in row
            if cell.tag in ("td", "th")
        ]
        for row in table.iter("tr")
        if not _is_hidden(row)
    ]
    made = laid_out(rows)
    return made if made.startswith("|") else ""


def _is_hidden(element: etree._Element) -> bool:
    style = _style(element)
    return element.get("hidden") is not None or any(each in style for each in _HIDDEN)


def _style(element: etree._Element) -> str:
    return (element.get("style") or "").replace(" ", "").lower()


def _label(item: etree._Element) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start", "1")
    before = sum(1 for each in item.itersiblings("li", preceding=True))
    number = (int(start) if start.isdigit() else 1) + before
    return f"{chr(96 + number) if parent.get('type') == 'a' and number < 27 else number}. "


def _text(words: str | None, *, set_out: bool) -> str:
    if not words:
        return ""
    if set_out:
        return words
    # Only the white space of HTML folds; a no-break space is a character of the letter.
    parts = [part for part in words.translate(_SPACES).split(" ") if part]
    if not parts:
        return " "
    lead = " " if words[0] in " \t\r\n" else ""
    tail = " " if words[-1] in " \t\r\n" else ""
    return lead + " ".join(parts) + tail


_SPACES = {9: " ", 10: " ", 12: " ", 13: " "}
