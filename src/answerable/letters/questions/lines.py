"""The lines of a request that may ask something; greeting, thanks and signature left out."""

import re
from dataclasses import dataclass

from answerable.letters.patterns import compiled
from answerable.letters.questions.ordinals import may_count, ordinals
from answerable.model import Span

_LABEL = compiled(
    r"[\s>\"']{0,20}(?:(?P<bullet>[-*o])[ ]{1,6}(?!\((?:\d{1,2}|[a-z])\)[ ])"
    r"|(?:your )?(?:q(?:uestion|\.)?|part|item|request|point)[ ]?(?P<word>\d{1,2}(?:[ ]?\([a-z]\)|[a-z]\b)?|\(?(?:[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)(?=[ ]?[.:)-]))[ ]?[.:)\-]{0,2}[ ]{0,6}"
    r"|(?P<deep>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?[ ]{1,8}"
    r"|\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,4})(?:[.)]|\.\)|:)(?![\d])[ ]{0,8}"
    r"|(?P<bare>\d{1,2}|(?-i:[A-H](?=[ ]{2})))(?:[ ]{2,8}|[ ]-[ ])(?=[a-z])"
    r"|(?:[-*o][ ]{1,6})?\((?P<round>\d{1,2}|[a-z]|[ivx]{1,4})\)[ ]{0,8})",
    re.IGNORECASE,
)
_GREETING = compiled(
    r"[\s>\"']{0,6}(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|annwyl|prynhawn da|bore da|to (?:whom|all)|for the attention|f\.?a\.?o|sirs?\b)[^.?!:\n]{0,90}[,.:!-]{0,2}[ ]{0,3}$",
    re.IGNORECASE,
)
_SIGN_OFF = compiled(
    r"[\s>]{0,6}(?:yours\b.{0,14}|(?:kind|best|warm|many|with)?[ ]?(?:regards|wishes)|(?:many )?thanks(?: (?:in advance|again|very much|for your help))?|thank you(?: (?:in advance|very much|for your .{3,40}))?|sincerely|faithfully|cheers|ta|diolch(?: yn fawr)?|yn gywir|cofion.{0,10}|le meas)[ ,.!]{0,3}$",
    re.IGNORECASE,
)
_FIELD = compiled(
    r"[\s>]{0,6}(?:from|to|cc|date|sent|subject|re|ref|reference|name|address|email|tel|telephone)[ ]?:",
    re.IGNORECASE,
)
_EARLIER = compiled(r"-{2,}[ ]?original message|on .{6,80} wrote:$", re.IGNORECASE)
_LINE = compiled(r"[^\n]+")  # blank lines, of which a quotation may have thousands, cost nothing
_MOST = 5_000  # lines; no request has so many, and what a megabyte of "> a" asks nobody can answer
# "Question two:" is the applicant's question 2, as the letter's layout has it.
_FIGURES = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}  # fmt: skip
_ROMAN = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"])


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its label: ``style`` is number, letter, roman, bullet, cell or nothing."""

    span: Span  # the words after the label
    label: str
    style: str
    indent: int


def rows(text: str) -> list[Row]:
    """The lines of ``text`` that may carry a question."""
    made: list[Row] = []
    for match in _LINE.finditer(text):
        if len(made) >= _MOST:
            break
        line, start, position = match.group(), match.start(), match.end()
        bare = line.strip()
        if not bare:
            continue
        if (bare[-1] == ":" or "--" in bare) and _EARLIER.search(bare):
            break
        if _SIGN_OFF.match(line) and made:
            # A "thanks" before the last question is manners; after it, the end.
            if not _more_asked(text, position):
                break
            continue
        if _GREETING.match(line) or (_FIELD.match(line) and len(line) < 140):
            continue
        row = _row(line, start, made)
        if row is not None:
            made.append(row)
    return _counted(text, made) if may_count(text) else made


def _counted(text: str, made: list[Row]) -> list[Row]:
    """The lines, with those that are labelled "1st", "Second:" or "Point the third" numbered."""
    words = ["" if row.style else text[row.span.start : row.span.end].lower() for row in made]
    found = ordinals(words)
    if not found:
        return made
    return [
        Row(Span(row.span.start + label.end, row.span.end), label.number, "number", row.indent)
        if (label := found.get(place)) is not None and label.end < len(words[place])
        else row
        for place, row in enumerate(made)
    ]


def _more_asked(text: str, position: int) -> bool:
    rest = text[position : position + 4000]
    return "?" in rest or re.search(r"^[\s>]*\(?\d{1,2}[.)]", rest, re.MULTILINE) is not None


def _row(line: str, start: int, before: list[Row]) -> Row | None:
    if line.lstrip().startswith("|"):
        return _cell(line, start)
    match = _LABEL.match(line)
    indent = len(line) - len(line.lstrip(" >"))
    label = style = ""
    body = len(line) - len(line.lstrip(" >\t"))
    if match and (match.end() < len(line.rstrip())):
        label = (
            match.group("word")
            or match.group("deep")
            or match.group("label")
            or match.group("round")
            or match.group("bare")
            or "-"
        ).lower()
        label = _FIGURES.get(label.removeprefix("("), label)
        style = _style(label, before, bool(match.group("deep")))
        body = match.end()
    end = len(line.rstrip())
    if end <= body:
        return None
    return Row(Span(start + body, start + end), label, style, indent)


def _style(label: str, before: list[Row], deep: bool) -> str:
    if label == "-":
        return "bullet"
    if label[0].isdigit():
        return "deep" if deep else "number"
    if label in _ROMAN and not _follows_letter(label, before):
        return "roman"
    return "letter"


def _follows_letter(label: str, before: list[Row]) -> bool:
    """(i) after (h) is a letter; after anything else it is Roman."""
    last = next((row for row in reversed(before) if row.style == "letter"), None)
    return last is not None and len(label) == 1 and ord(label) == ord(last.label[0]) + 1


def _cell(line: str, start: int) -> Row | None:
    cells = line.strip().strip("|").split("|")
    first = cells[0].strip()
    if (
        len(first) < 4
        or set(first) <= set("-: ")
        or first.lower()
        in ("question", "questions", "item", "category", "measure", "data", "year", "month")
    ):
        return None
    at = start + line.index(first)
    return Row(Span(at, at + len(first)), "", "cell", 0)
