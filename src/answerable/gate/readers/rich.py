"""Rich text (.rtf): its groups and control words, one after the other."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from answerable.gate.limits import HeldError
from answerable.gate.readers.inks import WHITE, Ink, alike, carrier
from answerable.gate.readers.properties import is_of_programs
from answerable.gate.readers.rich_over import Flow
from answerable.gate.readers.trees import squash
from answerable.gate.spans import Span, Visibility, hidden, note, visible

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}]+)|\\", re.DOTALL
)
_SAID = frozenset(
    ("author", "operator", "manager", "company", "category", "title", "subject", "keywords",
     "comment", "doccomm", "hlinkbase")
)  # fmt: skip
#: Groups whose text belongs to something else than the page; the rest of "\\*" groups is skipped.
_KEPT = _SAID | {"annotation", "atnauthor", "docvar", "fldinst", "propname", "staticval"}
_MARGINS = frozenset(f"{a}{b}" for a in ("header", "footer") for b in ("", "l", "r", "f"))
_SKIPPED = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "pict", "info", "objdata", "objclass", "objname",
     "listtable", "listoverridetable", "revtbl", "rsidtbl", "filetbl", "generator", "themedata",
     "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "template", "leveltext",
     "levelnumbers", "listname", "listtext", "pntext", "pntxta", "pntxtb", "bkmkstart", "bkmkend",
     "atnid", "atnref", "atndate", "atntime", "atrfstart", "atrfend", "falt", "panose", "upr",
     "shprslt", "nonesttables", "creatim", "revtim", "printim", "buptim", "passwordhash", "nextfile",
     "userprops", "mmathPr", "xe", "tc")
)  # fmt: skip
_THROUGH = frozenset(("shpinst", "shptxt", "shppict", "footnote"))
_BREAKS = frozenset(("par", "line", "tab", "cell", "nestcell", "row", "nestrow", "sect", "page"))
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
_DARK, _DEEPEST = 64, 5000
_LOWEST = -60  # twentieths of a point


class _State(NamedTuple):
    """What holds for the characters of a group."""

    place: str = ""  # the group they belong to, "" for the page, "skip" for nothing
    ink: int = 0
    ground: int = 0
    shade: int = 0  # of the paragraph
    in_table: bool = False
    size: float = 12.0
    gone: bool = False
    change: str = ""
    skip: int = 1  # characters that stand for one that is not of the code page
    box: bool = False


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[tuple[str, str, str]] = []  # place, carrier, words
        self.colours: list[Ink | None] = []
        self.end = len(text)
        self._coding = "cp1252"
        self._stack: list[_State] = []
        self._now = _State()
        self._opened = self._starred = False
        self._left = 0  # characters still to be left out
        self._cells: list[int] = []
        self._cell = self._fill = 0
        self._low = False
        self.flow = Flow()
        self._at = 0

    def read(self) -> None:
        """Take the whole text."""
        at = 0
        while found := _TOKEN.match(self.text, at):
            at = self._at = found.end()
            word, number, code, sign, brace, words = found.groups()
            if brace == "{":
                self._open()
            elif brace == "}":
                if len(self._stack) <= 1:
                    self.end = at
                    return
                self._close()
            elif word:
                at += self._word(word, None if number is None else int(number))
            elif code:
                self._letters(bytes([int(code, 16)]).decode(self._coding, "replace"))
            elif sign == "*" and self._opened:
                self._starred = True
                continue
            elif sign:
                self._letters({"~": " ", "_": "-", "-": "", "\n": " ", "\r": " "}.get(sign, sign))
            elif words:
                self._letters(words.replace("\r", "").replace("\n", ""))
            if brace != "{":
                self._opened = self._starred = False

    def _open(self) -> None:
        if len(self._stack) > _DEEPEST:
            raise HeldError("the document is damaged: its groups are nested too deep")
        self._stack.append(self._now)
        self._opened, self._starred = True, False

    def _close(self) -> None:
        self._now = self._stack.pop()
        self.flow.close(len(self._stack))

    def _word(self, word: str, number: int | None) -> int:
        """One control word; how many characters after it are no text."""
        if word == "bin":
            return max(number or 0, 0)
        if self._opened and self._destination(word):
            return 0
        now, value = self._now, number or 0
        if not now.place:
            self.flow.word(word, value, now.in_table, now.size)
        if word == "u":
            self._letters(chr(value % 65536) if not 0xD800 <= value % 65536 < 0xE000 else "")
            self._left = now.skip
        elif word in _BREAKS:
            self._left = 0
            self._letters(" ")
            self._cell += word == "cell"
        elif word in _SIGNS:
            self._letters(_SIGNS[word])
        elif word == "ansicpg":
            self._code_page(value)
        else:
            self._table(word, value)
            self._now = _set(now, word, number)
        return 0

    def _code_page(self, number: int) -> None:
        try:
            "".encode(f"cp{number}")
            self._coding = f"cp{number}"
        except LookupError:
            self._coding = "cp1252"

    def _destination(self, word: str) -> bool:
        """Whether the word says what its group is for."""
        starred = self._starred
        if word == "colortbl":
            self._colour_table()
        if word in _KEPT or word in _MARGINS:
            if self._now.place != "skip" or word in _KEPT:
                self._now = self._now._replace(place=word)
            self.pieces.append((word, "", "\n"))
        elif word == "shptxt":
            self._now = self._now._replace(box=True, place="")
        elif word in ("sn", "sv") and self._now.place != "skip":
            self._now = self._now._replace(place=word)
        elif word == "ud":
            self._now = self._now._replace(place=self._stack[-2].place)
        elif word in _SKIPPED or (starred and word not in _THROUGH):
            self._now = self._now._replace(place="skip")
        else:
            if word == "shpinst" and not self._now.place:
                self.flow.open(len(self._stack))
            return False
        if word == "pict":
            self.flow.picture(self.text, self._at)
        return True

    def _colour_table(self) -> None:
        found = re.compile(r"\\colortbl\b([^{}]{0,40000})").search(self.text, 0)
        for one in found.group(1).split(";")[:-1] if found else ():
            parts = dict(re.findall(r"\\(red|green|blue)(\d{1,3})", one))
            self.colours.append(
                (int(parts.get("red", 0)), int(parts.get("green", 0)), int(parts.get("blue", 0)))
                if parts
                else None
            )

    def _table(self, word: str, value: int) -> None:
        """Where the grounds of cells are said."""
        if word == "trowd":
            self._cells, self._cell, self._fill = [], 0, 0
            self._low = False
        elif word == "trrh":
            self._low = _LOWEST < value < 0  # a height that no letter widens is below nought
        elif word in ("clcbpat", "clcbpatraw"):
            self._fill = value
        elif word == "cellx":
            self._cells.append(self._fill)
            self._fill = 0

    def _letters(self, text: str) -> None:
        if self._left and text:
            left = min(self._left, len(text))
            text, self._left = text[left:], self._left - left
        if text and self._now.place != "skip":
            place = self._now.place
            if place in ("sn", "sv"):
                self.flow.property(place, text)
                return
            if not place:
                self.flow.letters(text, self._now.size, self._now.box)
            self.pieces.append((place, "" if place else self._carrier(), text))

    def _carrier(self) -> str:
        now = self._now
        if now.gone:
            return "hidden_text"
        if now.change:
            return now.change
        if now.in_table and self._low:
            return "hidden_row"
        letters = self._colour(now.ink)
        own = self._colour(now.ground)
        if own is not None:
            if max(own) < _DARK and (letters is None or alike(letters, own)):
                return "text_under_box"
            return carrier(letters, own, now.size)
        return carrier(letters, self._under(), now.size)

    def _under(self) -> Ink | None:
        now = self._now
        if now.shade:
            return self._colour(now.shade)
        if now.in_table and self._cell < len(self._cells) and self._cells[self._cell]:
            return self._colour(self._cells[self._cell])
        return None if now.box else WHITE

    def _colour(self, number: int) -> Ink | None:
        return self.colours[number] if 0 < number < len(self.colours) else None


def _set(now: _State, word: str, number: int | None) -> _State:
    """The state after a control word of formatting."""
    value = number or 0
    on = number != 0
    if word == "plain":
        return now._replace(ink=0, ground=0, size=12.0, gone=False, change="")
    if word == "pard":
        return now._replace(shade=0, in_table=False)
    if word in ("highlight", "chcbpat", "cb"):
        return now._replace(ground=value)
    if word == "fs":
        return now._replace(size=12.0 if number is None else value / 2)
    if word in ("v", "webhidden"):
        return now._replace(gone=on)
    if word in ("deleted", "revised"):
        return now._replace(change=f"{word}" if on else "")
    if word == "cf":
        return now._replace(ink=value)
    if word == "cbpat":
        return now._replace(shade=value)
    if word == "uc":
        return now._replace(skip=value)
    return now._replace(in_table=True) if word == "intbl" else now


_WHAT = {
    "deleted": ("tracked_changes", "deleted words"),
    "revised": ("tracked_changes", "inserted words"),
    "hidden_text": ("hidden_text", "hidden words"),
}


def rich(data: bytes) -> Iterator[Span]:
    """Spans of an RTF document.

    Raises:
        HeldError: it is nested too deep to be one.
    """
    text = data.decode("cp1252", "replace") if b"\0" not in data[:512] else data.decode("latin-1")
    reader = _Reader(text)
    reader.read()
    author = name = ""
    for (place, look), found in groupby(reader.pieces, key=lambda one: (one[0], one[1])):
        for said in "".join(words for _, _, words in found).split("\n"):
            words = squash(said)
            if not words:
                continue
            if place == "atnauthor":
                author = words
            elif place == "propname":
                name = words
            elif place:
                yield from _beside(place, words, author, name)
            else:
                yield _seen(look, words)
    yield from reader.flow.spans()
    if "\\object" in text:
        yield hidden("embedded_object", "embedded object", "embedded file")
    tail = text[reader.end :]
    if tail.strip("\0\r\n\t "):
        yield hidden("trailing_data", tail[:20000], "bytes after the end of the file")


def _seen(look: str, words: str) -> Span:
    if not look:
        return visible(words, "the text")
    carrier_, what = _WHAT.get(look, (look, "the text"))
    sight = Visibility.COVERED if look == "text_under_box" else Visibility.HIDDEN
    return Span(carrier_, words, what, sight)


def _beside(place: str, words: str, author: str, name: str) -> Iterator[Span]:
    """What belongs to no page."""
    if place == "annotation":
        yield hidden("comment", words, f"comment by {author}" if author else "comment")
    elif place == "docvar":
        yield hidden("document_variable", words, "document variable")
    elif place == "staticval":
        usual = is_of_programs(name)
        tell, what = (note, "metadata") if usual else (hidden, "custom_property")
        yield tell(what, f"{name}: {words}", "document properties")
    elif place in _MARGINS:
        yield note("header_footer", words, "header or footer")
    elif place == "fldinst":
        plain = re.search(r'HYPERLINK\s+"?https?://[^?"]*"?\s*$', words)
        if '"' in words and not plain and not re.match(r'TOC\b|HYPERLINK\s+"#', words):
            yield note("link" if "HYPERLINK" in words else "field_code", words, "codes of fields")
    elif place in _SAID:
        yield note("metadata", words, "document properties")
