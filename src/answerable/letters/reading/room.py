"""What the tables of a letter have in common: broken cells, lists, sentences, and their room."""

import re
from collections.abc import Sequence

LONGEST = 200  # lines that one table may have
NARROW = 34  # characters: a narrower column is not taken for wrapped prose
ENDS = (".", "!", "?", ":", ";")
_RULE = frozenset("-=+|:_ \t")
_ITEM = re.compile(
    r"(?:[-o*•▪●·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"[a-z)\]][.?] +[A-Z\"(]")
AMONG_OTHERS = 20  # characters of a sentence in a table of sentences
SHORTEST = 45  # characters of a cell that ends with a stop and is read as a sentence


def is_rule(line: str) -> bool:
    """Whether a line is drawn, of dashes, bars and crosses."""
    words = line.strip()
    return len(words) > 2 and words[0] in "-=+|_" and set(words) <= _RULE


def is_item(words: str) -> bool:
    """Whether the words begin with a bullet or with the label of a list."""
    return _ITEM.match(words) is not None


def is_prose(words: str, shortest: int = SHORTEST) -> bool:
    """Whether a cell holds a sentence, rather than a name, a figure or a result.

    ``shortest``: how many characters one has at least; fewer where other cells hold sentences.
    """
    if len(words) < shortest or words.count(" ") < 3:
        return False
    return words.endswith((".", ".)", '."')) or _WITHIN.search(words) is not None


def goes_on(before: str, after: str, width: int, narrow: int = NARROW) -> bool:
    """Whether ``after`` is the next line of a cell of which ``before`` was one.

    It begins within a sentence, or its first word had no room left in a column ``width`` wide,
    which is not ``narrow``.
    """
    if not before or is_item(after):
        return False
    within = not before.endswith(ENDS)
    if within and after[0].islower():
        return True
    return width >= narrow and is_full(before, after, width - 6 if within else width)


def is_full(before: str, after: str, width: int) -> bool:
    """Whether the first word of ``after`` had no room left behind ``before``."""
    return len(before) + 1 + len(after.split(None, 1)[0]) > width


def paragraphs(lines: Sequence[str], narrow: int = NARROW) -> list[str]:
    """The lines of one column as paragraphs; an empty one stands between two of them."""
    width = max(map(len, lines), default=0)
    made: list[str] = []
    before = ""
    for words in lines:
        if words and goes_on(before, words, width, narrow):
            made[-1] += f" {words}"
        elif words:
            made.append(words)
        before = words
    return made


def fitted(paragraphs: Sequence[str], room: int, gap: str = "\n\n") -> str | None:
    """The paragraphs in exactly ``room`` characters, with a blank line below; None: no room.

    What is left over goes behind the last words: a line of spaces would be page furniture.
    """
    for between, end in ((gap, "\n"), (gap, ""), ("\n", "\n"), ("\n", "")):
        made = between.join(paragraphs)
        if len(made) + len(end) <= room:
            return made + " " * (room - len(made) - len(end)) + end
    return None
