"""Questions numbered within a sentence: "(1) …, (2) …", "Q1. … Q2. …"."""

import re

from answerable.letters.questions.lines import Row
from answerable.letters.questions.prose import asks
from answerable.model import Span

_MARK = re.compile(
    r"(?:(?<=[\s:;,.?\"'])|^)(?:\((?P<round>\d{1,2}|[a-z]|[ivx]{1,4})\)|q(?:uestion)?[ .]?(?P<q>\d{1,2})[.:)]?|(?P<plain>\d{1,2}|[a-h])\))[ ]{1,8}",
    re.IGNORECASE | re.MULTILINE,
)


def enumerated(text: str, lines: list[Row]) -> list[tuple[str, Span, str]]:
    """The members of a list that runs in the text, in order; empty if there is none."""
    found: list[tuple[str, Span, str]] = []
    for line in lines:
        marks = _series(list(_MARK.finditer(text, line.span.start, line.span.end)), line)
        if len(marks) < 2 and not (marks and found):
            if found or not marks:
                found += [("", span, "") for span in asks(text, line.span, strict=True)]
            continue
        found += [
            ("", s, "") for s in asks(text, Span(line.span.start, marks[0].start()), strict=True)
        ]
        edges = [mark.start() for mark in marks[1:]] + [line.span.end]
        for mark, edge in zip(marks, edges, strict=True):
            number = (mark.group("round") or mark.group("q") or mark.group("plain")).lower()
            found.append((number, _trimmed(text, mark.end(), edge), ""))
    if sum(1 for number, _, _ in found if number) < 2:
        return []
    return [(number or str(n), span, context) for n, (number, span, context) in enumerate(found, 1)]


def _series(marks: list[re.Match[str]], line: Row) -> list[re.Match[str]]:
    """Only marks that count up from the first: "(a)", "(b)" …; not "section 40(2)"."""
    kept: list[re.Match[str]] = []
    for mark in marks:
        label = (mark.group("round") or mark.group("q") or mark.group("plain")).lower()
        if not kept:
            if label in ("1", "a", "i"):
                kept.append(mark)
        elif _next(kept[-1], label):
            kept.append(mark)
    if (
        line.label
        and line.style
        and kept
        and (kept[0].group(0)).strip().lower().strip("().") in ("2", "b", "ii")
    ):
        return kept
    return kept


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _next(before: re.Match[str], label: str) -> bool:
    last = (before.group("round") or before.group("q") or before.group("plain")).lower()
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
