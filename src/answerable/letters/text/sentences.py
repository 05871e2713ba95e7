"""Where sentences end, in a text that is full of "s.31", "No. 4" and "e.g."."""

import re
from collections.abc import Iterator

from answerable.model import Span

_END = re.compile(r"[.!?][\"')\]]{0,2}(?=[ ]{1,200}[\"'(\[]{0,2}[A-Z0-9£])")
_SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "sir",
        "st",
        "no",
        "nos",
        "ref",
        "refs",
        "s",
        "ss",
        "reg",
        "regs",
        "r",
        "para",
        "paras",
        "art",
        "arts",
        "sch",
        "sched",
        "p",
        "pp",
        "cl",
        "v",
        "vs",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "ltd",
        "plc",
        "co",
        "inc",
        "cf",
        "al",
        "vol",
        "fig",
        "approx",
        "dept",
        "tel",
        "ext",
        "hon",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "q",
        "qs",
        "cyf",
    ]
)
_LABELS = re.compile(
    r"(?:^|[\s(*_])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4}|[qQ]\d{1,2}|[qQ]uestion[ ]\d{1,2})$"
)
# "… made with Brisket Ltd. You wrote again": the stop of a company's name ends a sentence too.
_COMPANIES = frozenset(["ltd", "plc", "inc", "co", "cyf", "etc"])
_NUMBERED = re.compile(r"[ ]{0,3}[#(]?[A-Z]{0,4}[-/]?\d")
_BEGINS = re.compile(r"[ ]{1,200}(?:You|Your|We|Our|It|This|That|They|These|There|I) ")
LONGEST = 1_500  # characters: a longer "sentence" is cut, so that patterns on it stay bounded


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, which holds no newline; white space is left out."""
    return list(sentences(text, start, end))


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The same, one by one, for who may stop early."""
    here = start
    for match in _END.finditer(text, start, end):
        if _is_end(text, here, match):
            yield from _pieces(text, here, match.end())
            here = match.end()
    yield from _pieces(text, here, end)


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return True
    before = text[max(start, match.start() - 14) : match.start()]
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    bare = word.lower().lstrip("([\"'")
    if bare == "no" and not _NUMBERED.match(text, match.end()):
        return True  # "The answer must be no. Section 40(2).": not "No. 12"
    if bare in _SHORT:
        return bare in _COMPANIES and _BEGINS.match(text, match.end()) is not None
    # "1." and "Q2." at the start of a sentence are labels, not sentences.
    return not (match.start() - start < 14 and _LABELS.search(text[start : match.start()]))


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The sentence at a place without white space around it, cut where it is too long."""
    spans: list[Span] = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        spans.append(Span(start, cut))
        start = cut + 1 if text[cut : cut + 1] == " " else cut
    if end > start:
        spans.append(Span(start, end))
    return spans
