"""Letters broken at a narrow column, as a text message, a telephone or a narrow panel breaks them.

At 28 columns a heading is as long as a line of a paragraph, so length alone tells nothing. What
tells is how lines are filled: a program breaks a line only where the next word has no room.
"""

import re
from itertools import pairwise

_LEAST, _MOST = 22, 64  # columns; a wider text is known by the length of its lines
_FEWEST = 8  # lines that are broken
_FULL = 0.6  # of the line ends within paragraphs
_ABOVE = 30  # lines above in which the label before a label is looked for
# What begins no line of a paragraph: a bullet, a quoted line, a row of a table.
_MARKED = re.compile(r"[ ]{0,12}(?:[-*o\u2022][ ]|[>|])")
_NUMBERED = re.compile(
    r"[ ]{0,12}\(?(?:(?P<figure>\d{1,2})|(?P<letter>[a-z])|(?P<roman>[ivx]{2,4}))[).](?:[) ]|$)",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"[ ]{0,12}(?:q(?:uestion)?[ .]{0,2}\d|(?:answer|response|part|request|item|point)\b[ ]?\d{0,2}[ ]?[:.\-])",
    re.IGNORECASE,
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ENDS = frozenset(".!?:;")


def narrow_width(lines: list[str]) -> int:
    """The narrow column at which lines were broken; 0 where they were not."""
    longest = 0
    for line in lines:
        words = line.rstrip()
        if len(words) > longest and " " in words.strip():
            longest = len(words)
            if longest > _MOST:
                return 0  # soon known of most letters
    if longest < _LEAST:
        return 0
    ends = full = 0
    for here, after in pairwise(lines):
        if here.strip() and after.strip() and not _MARKED.match(after):
            ends += 1
            full += _is_full(here, after, longest)
    return longest if full >= _FEWEST and full >= ends * _FULL else 0


def wraps(lines: list[str], place: int, width: int) -> bool:
    """Whether the break after a line was made because the next word had no room."""
    here, after = lines[place].rstrip(), lines[place + 1]
    if not here.strip() or not after.strip() or "   " in here.strip():
        return False
    if _MARKED.match(after) or not _is_full(here, after, width):
        return False
    ended = here[-1] in _ENDS
    numbered = _NUMBERED.match(after)
    if numbered is not None:
        return not ended and not _follows(lines, place, numbered)
    if _WORDED.match(after):
        return not ended and after.lstrip()[0].islower()
    return True


def _is_full(here: str, after: str, width: int) -> bool:
    return len(here.rstrip()) + 1 + len(after.split(None, 1)[0]) > width


def _follows(lines: list[str], place: int, label: re.Match[str]) -> bool:
    """Whether the label is the first of a list, or the one before it stands above."""
    figure, letter, roman = label["figure"], label["letter"], label["roman"]
    if figure:
        before = str(int(figure) - 1)
        first = figure == "1"
    elif roman:
        low = roman.lower()
        before = _ROMAN[_ROMAN.index(low) - 1] if low in _ROMAN[1:] else ""
        first = not before
    else:
        before = chr(ord(letter.lower()) - 1)
        first = letter.lower() in ("a", "i")
    if first:
        return True
    for line in reversed(lines[max(0, place - _ABOVE) : place + 1]):
        other = _NUMBERED.match(line)
        if other and (other["figure"] or other["letter"] or other["roman"]).lower() == before:
            return True
    return False
