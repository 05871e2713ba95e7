"""One line a paragraph: hard line breaks mended, page furniture blanked, nothing moved.

The result has the length of the text; a span of one is a span of the other.
"""

import re

from answerable.letters.patterns import beyond_ascii
from answerable.letters.text.furniture import blanked
from answerable.letters.text.narrow import narrow_width, wraps

# Typographic forms to plain ones, one character for one.
_PLAIN: dict[str, str] = {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u2003": " ", "\u2002": " ",
        "\u200b": " ", "\ufeff": " ", "\u00ad": "-", "\t": " ", "\f": "\n", "\v": "\n",
        "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\r": "\n", "•": "-", "▪": "-", "●": "-",
        "◦": "-", "·": "-", "‣": "-", "\uf0b7": "-",
}  # fmt: skip
_PLAIN_ASCII = [character for character in _PLAIN if character.isascii()]
_LABEL = re.compile(
    r"[ ]{0,12}(?:[-o*][ ]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[).][) ]|\d{1,2}(?:[ ]{2,4}|[ ]-[ ])(?=[a-z])|(?-i:[A-H])[ ]{2,4}(?=[a-z])|\((?:[12]?\d|[a-z]|[ivx]{1,4})\)|q(?:uestion)?[ .]{0,2}\d{1,2}\b"
    r"|(?:answer|response|part|request)\b[ ]?\d{0,2}[ ]?[:.\-]"
    # "The first question - …", "Point the second: …", "3rd) …"
    r"|(?:(?:the|your)[ ])?(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|[4-9]th)[ ](?:question|point|part|item|request)[ ]?[:.,\-]|(?:question|point|part|item)[ ]the[ ](?:first|second|third|fourth|fifth|sixth)[ ]?[:.,\-]|(?:1st|2nd|3rd|[4-9]th)[):][ ])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[ ]{0,3}(?:>[ ]?){1,6}")
_ENDS = frozenset(".!?:;\"')")
_DRAWN = frozenset("-=+_| ")
_CITE = re.compile(r"[ ]{0,12}(?:s|ss|reg|[Ss]ections?|[Rr]egulations?)\.? ?\d")
_COLUMNS = re.compile(r"\S {3,}\S")
# "… apply to the Information": the name that a "the" began goes on in the next line.
_MID_NAME = re.compile(
    r"\b(?:the|an?|of|to|in|for|and|or|by|with|our|your|its|their|is|are|was|were|that|which|under|from|at|on|as|be|not|has|have|will)(?: [A-Z][\w'-]*){0,3}$"
)
# "**Decision**", "*Asked for:* …", "## Rights": marks that are not words.
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,400})(?<=\S)\1(?![\w*])")
_MARKED_HEADING = re.compile(r"^#{1,6} (?=\S)", re.MULTILINE)
# A thousand pages. What follows is one paragraph: a megabyte of "> a" has 250,000 lines, each of
# which would be asked who speaks in it and what it asks.
_MOST_LINES = 50_000
_LONG_LINE = 50  # characters: no heading or line of an address is likely to be longer


def flow(text: str, shape: str = "") -> str:
    """``text`` with one line a paragraph, list item, heading or row of a table.

    ``shape``: the text as it came, where ``text`` was set out anew: it tells how lines were broken.
    """
    plain = text
    for typographic in {*_PLAIN_ASCII, *beyond_ascii(text)} & _PLAIN.keys():
        plain = plain.replace(typographic, _PLAIN[typographic])
    if "*" in plain:
        plain = _EMPHASIS.sub(_unmarked, plain)
    if "# " in plain:
        plain = _MARKED_HEADING.sub(_blank, plain)
    lines = plain.split("\n")
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES:] = [" ".join(lines[_MOST_LINES:])]
    lines, across = blanked(plain, lines)
    shaped = shape.split("\n") if shape else lines
    width = _wrap_width(shaped)
    narrow = 0 if width else narrow_width(shaped)
    made: list[str] = []
    last = len(lines) - 1
    quoting = torn = False
    for place, line in enumerate(lines):
        if quoting:
            line = _unquoted(line)
        made.append(line)
        if place == last:
            break
        # The line end of a blank line goes the way of the one that led to it.
        soft = (
            place in across
            or (torn and not line.strip())
            or (narrow > 0 and wraps(lines, place, narrow))
            or _is_soft(line, lines, place, width)
        )
        torn = soft and not lines[place + 1].strip()
        quoting = soft and line.lstrip()[:1] != "" and lines[place + 1].lstrip()[:1] == ">"
        made.append(" " if soft else "\n")
    return "".join(made)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _unmarked(match: re.Match[str]) -> str:
    mark = " " * len(match.group(1))
    return f"{mark}{match.group(2)}{mark}"


def _unquoted(line: str) -> str:
    mark = _QUOTED.match(line)
    return " " * mark.end() + line[mark.end() :] if mark else line


def _wrap_width(lines: list[str]) -> int:
    """The column at which the writer's program broke lines; 0 when it broke none."""
    lengths = sorted(len(line.rstrip()) for line in lines if len(line.strip()) > 20)
    if not lengths or lengths[-1] > 160:
        return 0
    longest = lengths[-max(1, len(lengths) // 8)]
    near = sum(1 for length in lengths if longest - 16 <= length <= longest)
    return longest if 55 <= longest <= 130 and near >= 3 and near * 5 >= len(lengths) else 0


def _is_soft(line: str, lines: list[str], place: int, width: int) -> bool:
    """Whether the break after ``line`` only wraps it."""
    here = line.rstrip()
    after = lines[place + 1]
    if not here.strip():
        goes_on = _is_furniture(line) and place > 0 and not _LABEL.match(after)
        return goes_on and _carries_on(_before(lines, place), after)
    if not after.strip():
        if _is_furniture(after):
            below = _next(lines, place + 1)
            return _carries_on(here, below) and not _LABEL.match(below)
        return _breaks_off(here) and _begins_within(_next(lines, place + 1))
    if line.lstrip()[:1] == ">" and after.lstrip()[:1] == ">":
        here, after = here[_mark(here) :], after[_mark(after) :]
        if not here.strip() or not after.strip():
            return False
    if _goes_on_with_label(lines, place):
        return True
    if _LABEL.match(after) or _has_columns(after) or _has_columns(here):
        return False
    if (here.lstrip()[0] in _DRAWN and _is_drawn(here)) or (
        after.lstrip()[0] in _DRAWN and _is_drawn(after)
    ):
        return False
    if not width:
        return len(here) > 40 and not _CITE.match(after) and _carries_on(here, after)
    first = after.split(None, 1)[0]
    if len(here) + 1 + len(first) > width * 0.93:
        return True
    return len(here) > width * 0.6 and _carries_on(here, after)


_ROUND = re.compile(r"[ ]{0,12}\((?P<label>[b-h]|[2-9]|ii|iii|iv|v)\)[ ]")
_PREVIOUS = {"ii": "i", "iii": "ii", "iv": "iii", "v": "iv"}


def _goes_on_with_label(lines: list[str], place: int) -> bool:
    """Whether the next line's "(b)" goes on with a list in a sentence that has "(a)" in it."""
    match = _ROUND.match(lines[place + 1])
    if match is None:
        return False
    label = match["label"]
    before = f"({_PREVIOUS.get(label) or chr(ord(label) - 1)})"
    for line in reversed(lines[max(0, place - 5) : place + 1]):
        if not line.strip():
            return False
        at = line.find(before)
        if at >= 0:
            return bool(line[:at].strip(' "'))  # a quotation may open before the first of them
    return False


def _has_columns(line: str) -> bool:
    return "   " in line and _COLUMNS.search(line) is not None


def _is_drawn(line: str) -> bool:
    """A rule, or a row of a table with a bar before its first cell."""
    words = line.strip()
    return words[0] == "|" or (words[0] in "-=+_" and set(words) <= _DRAWN)


def _mark(line: str) -> int:
    mark = _QUOTED.match(line)
    return mark.end() if mark else 0


def _is_furniture(line: str) -> bool:
    """A line that was blanked: it holds spaces where page furniture stood."""
    return len(line) > 8 and not line.strip()


def _carries_on(here: str, after: str) -> bool:
    """Whether ``after`` goes on in the middle of the sentence that ``here`` begins."""
    here = here.rstrip()
    if here[-1:] in _ENDS:
        return False
    first = after.lstrip()[:1]
    if first.islower() or first.isdigit():
        return True
    return (
        len(here) > _LONG_LINE
        and first.isalpha()
        and _MID_NAME.search(here, len(here) - 60) is not None
    )


def _breaks_off(here: str) -> bool:
    """Whether a line may be a sentence torn apart by a blank line, as copied from a web page."""
    return len(here) > 50 and here[-1:] not in _ENDS and not _has_columns(here)


def _begins_within(after: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    return after.lstrip()[:1].islower() and not _LABEL.match(after)


def _next(lines: list[str], place: int) -> str:
    for line in lines[place + 1 : place + 4]:
        if line.strip():
            return line
    return ""


def _before(lines: list[str], place: int) -> str:
    for line in reversed(lines[max(0, place - 3) : place]):
        if line.strip():
            return line
    return ""
