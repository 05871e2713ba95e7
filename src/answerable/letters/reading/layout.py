"""The lines of a letter as headings, paragraphs, list items and tables."""

import re
from typing import NamedTuple

from answerable.letters.questions.ordinals import may_count, ordinals
from answerable.letters.reading.room import is_rule
from answerable.model import BlockKind, Span

_LABEL = re.compile(
    r"[ ]{0,40}(?:>[ ]?){0,4}[ ]{0,12}\"?(?:"
    r"(?P<bullet>[-o*])[ ]+(?!\((?:\d{1,2}|[a-z])\)[ ])"
    r"|(?:(?:on|as to|as for|for|regarding|to|your)[ ])?(?:q(?:uestion)?|part|item|request|point|answer|response)[ ]?(?:to[ ]|no\.?[ ])?(?P<word>\d{1,2}\b|\(?(?:[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)(?=[ ]?[.:)-]|$))[ ]?[.:)\-]{0,2}[ ]*"
    r"|\(?(?P<label>\d{1,2}|[a-z]|[ivx]{1,4})(?:[.)]|\.\)|[ ]\|)(?!\d)[ ]+"
    r"|(?P<turn>[qa])[ ]?:[ ]+"
    r"|(?P<deep>\d{1,2}\.\d{1,2})[.)]?[ ]{1,8}(?=(?-i:[A-Z\"]))"
    r"|(?P<bare>\d{1,2}|(?-i:[A-H](?=[ ]{2})))(?:[ ]{2,8}|[ ]-[ ])(?=[a-z])"
    r"|(?:[-o*][ ]+)?\((?P<round>\d{1,2}|[a-z]|[ivx]{1,4})\)[ ]*"
    r"|(?P<table>\|)"
    r")",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\S[ ]{3,}\S")
_LEADERS = re.compile(r"\w ?\.{4,} ?[£<*]?\d[\d,.%]*$")
_FIGURE = re.compile(
    r"[ ]{3,}(?:[£<*]|\d|n/?a\b|nil\b|none\b|withheld\b|redacted\b|suppressed\b|\[)", re.IGNORECASE
)
_SENTENCES = re.compile(r"[a-z)]\. +[A-Z][a-z]+ [a-z]+ ")
_DRAWN = frozenset("-=+|_")
_LONGEST_CELL = 75  # characters
_SENTENCE_END = (".", "!", ";", ",")


class Line(NamedTuple):
    """A line of the flow: its place, shape and label, before anybody is heard to speak."""

    span: Span  # of the words, without white space around them
    kind: BlockKind
    label: str  # "1", "a", "ii", "-"; empty for none
    body: int  # where the words begin after the label
    word_label: bool  # "Question 2", "Answer 3"
    gap: bool = False  # a blank line stands above
    indent: int = 0  # spaces before the words


def lines(flow: str) -> list[Line]:
    """Every line with words on it; rows of figures one under the other become one table."""
    made: list[Line] = []
    position = 0
    gap = False
    for text in flow.split("\n"):
        words = text.strip()
        if words and not (words[0] in _DRAWN and is_rule(words)):
            indent = text.index(words[0])
            line = _line(words, position + indent, gap, indent)
            gap = False
            if line.kind is BlockKind.TABLE and made and made[-1].kind is BlockKind.TABLE:
                before = made.pop()
                line = Line(
                    Span(before.span.start, line.span.end),
                    BlockKind.TABLE,
                    "",
                    before.body,
                    False,
                    before.gap,
                    before.indent,
                )
            made.append(line)
        else:
            gap = True
        position += len(text) + 1
    made = _paired(_lettered(made, flow))
    return _counted(made, flow) if may_count(flow) else made


def _counted(made: list[Line], flow: str) -> list[Line]:
    """The lines, with those that are labelled "1st", "Second:" or "Point the third" numbered."""
    texts = ["" if line.label else flow[line.span.start : line.span.end].lower() for line in made]
    found = ordinals(texts)
    for place, label in found.items():
        line = made[place]
        if line.kind is not BlockKind.TABLE:
            made[place] = line._replace(
                kind=BlockKind.ITEM if line.kind is BlockKind.PARAGRAPH else line.kind,
                label=label.number,
                body=line.span.start + label.end,
                word_label=label.named,
            )
    return made


def _lettered(made: list[Line], flow: str) -> list[Line]:
    """Lines "A  The report", "B  The e-mails" are items if they come in that order, and only then."""
    order = [line.label for line in made if line.label and _is_lettered(line, flow)]
    if not order or (len(order) > 1 and "".join(order) in "abcdefgh"):
        return made
    return [
        line._replace(label="", body=line.span.start, kind=BlockKind.PARAGRAPH)
        if _is_lettered(line, flow)
        else line
        for line in made
    ]


def _is_lettered(line: Line, flow: str) -> bool:
    return (
        len(line.label) == 1
        and "a" <= line.label <= "h"
        and flow.startswith("  ", line.span.start + 1)
        and flow[line.span.start].isupper()
    )


def _paired(made: list[Line]) -> list[Line]:
    """Lines "Q. …" and "A. …", one below the other, are questions and answers 1, 2, 3 …"""
    order = "".join(line.label for line in made if line.label in ("q", "a"))
    if len(order) < 4 or order != "qa" * (len(order) // 2):
        return made
    numbered, count = [], 0
    for line in made:
        if line.label in ("q", "a"):
            count += line.label == "q"
            line = line._replace(label=str(count), word_label=True)
        numbered.append(line)
    return numbered


def _line(words: str, start: int, gap: bool, indent: int) -> Line:
    span = Span(start, start + len(words))
    match = None if words.isalpha() else _LABEL.match(words)  # one word alone is no label
    label = ""
    body = start
    word_label = False
    if match:
        word_label = match.group("word") is not None
        label = match.group("word") or match.group("label") or match.group("round")
        label = label or match.group("bare") or match.group("deep") or match.group("turn") or ""
        label = _figure(label) if label else ("-" if match.group("bullet") else "|")
        body = start + match.end()
    cells = words[body - start :] if label else words
    listed = label not in ("", "-", "|") and words.endswith((".", ";", "; and", "?"))
    if label == "|" or (
        not listed and ("   " in cells or "...." in cells) and words[0] != ">" and _is_row(cells)
    ):
        return Line(span, BlockKind.TABLE, "", start, False, gap, indent)
    if _is_heading(words, label):
        return Line(span, BlockKind.HEADING, label, body, word_label, gap, indent)
    kind = BlockKind.ITEM if label else BlockKind.PARAGRAPH
    return Line(span, kind, label, body, word_label, gap, indent)


_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _figure(label: str) -> str:
    """A label as it is compared: "Question Two" has the number 2."""
    low = label.lower().removeprefix("(")
    return str(_COUNTED.index(low) + 1) if low in _COUNTED else low


def _is_row(words: str) -> bool:
    if "...." in words:
        return _LEADERS.search(words) is not None  # "Carr Lane Primary ......... 14"
    if (
        words[0] == '"'
        or words[-1] == "?"
        or "?  " in words
        or not _COLUMN.search(words)
        or len(words) > 200
    ):  # "How many?    27"
        return False
    if _SENTENCES.search(words) and len(words) > 120:
        return False
    if not _FIGURE.search(words) and words.count("   ") < 2:
        return False
    # Prose that was broken over indented lines holds wide spaces too, between long pieces.
    return max(map(len, words.split("   "))) <= _LONGEST_CELL or "|" in words


def _is_heading(words: str, label: str) -> bool:
    if len(words) > 110 or words.endswith(_SENTENCE_END) or words.startswith((">", "http", "www.")):
        return False
    if words.endswith(("?", '"')) or (label == "-") or '"' in words[:1]:
        return False
    count = words.count(" ") + 1
    if count > 16 or words.isdigit():
        return False
    return not (words[-1] == ":" and count > 4 and _FINITE.search(words) is not None)


# "The information is exempt for these reasons:" is a sentence, whatever its end.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|we|I|you|has|have|had|will|holds?|applies|apply|relies|withholds?|consider\w*)\b"
)
