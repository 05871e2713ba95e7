"""Questions numbered within a sentence: "(1) …, (2) …", "Q1. … Q2. …"."""

import re

from answerable.letters.patterns import compiled
from answerable.letters.questions.lines import Row
from answerable.letters.questions.prose import asks
from answerable.model import Span

_MARK = compiled(
    r"(?:(?<=[\s:;,.?\"'])|^)(?:\((?P<round>\d{1,2}|[a-z]|[ivx]{1,4})\)|q(?:uestion)?[ .]?(?P<q>\d{1,2})[.:)]?|(?P<plain>\d{1,2}|[a-h])\)|(?<=[:?.;][ ])(?P<dot>\d{1,2})\.)[ ]{1,8}",
    re.IGNORECASE | re.MULTILINE,
)


def enumerated(text: str, lines: list[Row]) -> list[tuple[str, Span, str]]:
    """The members of a list that runs in the text, in order; empty if there is none."""
    found: list[tuple[str, Span, str]] = []
    for line in lines:
        members = _members(text, line)
        last = found[-1][0] if found else ""
        if len(members) < 2 and last and line.label not in ("", "-") and _next(last, line.label):
            found.append((line.label, line.span, ""))  # the list goes on in its own line
            continue
        if len(members) < 2:
            found += [("", span, "") for span in asks(text, line.span, strict=True)]
            continue
        first = members[0][1].start
        lead = Span(line.span.start, max(line.span.start, first - 4))
        found += [("", span, "") for span in asks(text, lead, strict=True) if _whole(text, span)]
        found += [(number, span, "") for number, span in members]
    if sum(1 for number, _, _ in found if number) < 2:
        return []
    return [(number or str(n), span, context) for n, (number, span, context) in enumerate(found, 1)]


def _whole(text: str, span: Span) -> bool:
    """A whole question before the list, not the words that lead into it ("Please send")."""
    return text[span.start : span.end].rstrip().endswith(("?", ".")) and span.end - span.start > 20


def _members(text: str, line: Row) -> list[tuple[str, Span]]:
    """(label, words) of the members in one line; its own label may be the first of them."""
    marks = [(_label(mark), mark.start(), mark.end()) for mark in _MARK.finditer(text, *line.span)]
    if line.label in _FIRST:
        marks.insert(0, (line.label, line.span.start, line.span.start))
    kept: list[tuple[str, int, int]] = []
    for mark in marks:
        if (not kept and mark[0] in _FIRST) or (kept and _next(kept[-1][0], mark[0])):
            kept.append(mark)
    edges = [start for _, start, _ in kept[1:]] + [line.span.end]
    return [
        (mark[0], _trimmed(text, mark[2], edge)) for mark, edge in zip(kept, edges, strict=False)
    ]


def _label(mark: re.Match[str]) -> str:
    return (
        mark.group("round") or mark.group("q") or mark.group("plain") or mark.group("dot")
    ).lower()


_FIRST = ("1", "a", "i")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _next(last: str, label: str) -> bool:
    if last.isdigit():
        return label.isdigit() and int(label) == int(last) + 1
    if last in _ROMAN and label in _ROMAN and _ROMAN.index(label) == _ROMAN.index(last) + 1:
        return True
    return len(last) == len(label) == 1 and ord(label) == ord(last) + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    tail = re.search(r"(?:[\s;,.\"']|\band\b|\bor\b)+$", words)
    if tail and tail.start() > 0:
        end = start + tail.start()
        if words[tail.start() : tail.start() + 1] in "?.":
            end += 1
    return Span(start, end)
