"""Page furniture: the foot or head of a page that stands in the letter, here and there in a sentence.

"Page 2 of 3" and "- 2 -" on a line of their own are furniture wherever they stand. A bare number, a marking or a
running line ("Lark Council - Page 2 of 3 - FOI 9") is only where a sentence goes on across it: a
number alone may as well be the answer.
"""

import re

_PAGE_WORD = re.compile(r"page[ ]{1,3}\d", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:.{0,80}?[ ]{2}[ ]{0,200})?(?:-[ ]{0,3})?page[ ]{1,3}\d{1,4}(?:[ ]{0,3}(?:of|/)[ ]{0,3}\d{1,4})?"
    r"(?:[ ]{0,3}-)?",
    re.IGNORECASE,
)
_DASHED = re.compile(r"-[ ]{0,3}\d{1,3}[ ]{0,3}-")  # "- 2 -"
_DASHED_LINE = re.compile(rf"^[ ]{{0,200}}{_DASHED.pattern}[ ]{{0,200}}$", re.MULTILINE)
_NUMBER = r"\[?\d{1,3}\]?(?:[ ]?(?:of|/)[ ]?\d{1,3})?"
_MARKING = r"(?:OFFICIAL|UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|PROTECT|NOT PROTECTIVELY MARKED)(?:[ ]?[-:][ ]?[A-Z -]{3,40})?"
_SOME = re.compile(rf"\n[ ]{{0,80}}(?:{_NUMBER}|{_MARKING})[ ]{{0,80}}(?=\n)")
_ALONE = re.compile(rf"{_NUMBER}|{_MARKING}")
_BARE = re.compile(_NUMBER)
_RUNNING = re.compile(
    r"(?:.{1,60}?[ ]{0,3}[-|/][ ]{0,3})?page[ ]{1,3}\d{1,4}[ ]{0,3}(?:of|/)[ ]{0,3}\d{1,4}(?:[ ]{0,3}[-|/][ ]{0,3}.{1,60})?",
    re.IGNORECASE,
)
_LONGEST = 140  # characters of a running line
_MOST = 8  # lines between two halves of a sentence, blank ones too
_ENDS = frozenset(".!?:;")
# Nothing ends on these words: the sentence goes on.
_HANGS = re.compile(
    r"(?:,|\b(?:sections?|regulations?|paragraphs?|the|an?|of|to|in|for|and|or|by|with|our|your|its|their|under|from|at|on|as|that|which))$",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:(?:sections?|regulations?|regs?\.?|ss?\.|paragraphs?)|(?:sections|regulations|section|regulation)[ ]\d[\w() ,]{0,40}(?:,|and|or|to))$",
    re.IGNORECASE,
)
# "The number of vans in use at the depot last year was" / "12" / "vans": a figure, not a page.
_COUNTS = re.compile(r"\b(?:is|are|was|were|had|has|have|than|about|only|total)$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:the|an?|of|to|in|for|and|or|by|with|our|your|under|from)(?: [A-Z][\w'-]*){0,3}$"
)
_ITEM = re.compile(r"[ ]{0,12}(?:[-*o][ ]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).][) ]|>)")
_LONG = 40  # characters: no label of a figure, and no heading, is likely to be longer


def may_have(text: str) -> bool:
    """Whether there may be page furniture in ``text``: for most letters that is all there is to do."""
    return _has_pages(text) or _SOME.search(text) is not None


def _has_pages(text: str) -> bool:
    named = "page" in text or "Page" in text or "PAGE" in text
    return (named and _PAGE_WORD.search(text) is not None) or (
        "-\n" in text and _DASHED_LINE.search(text) is not None
    )


def blanked(text: str, lines: list[str]) -> tuple[list[str], frozenset[int]]:
    """The lines of ``text`` with furniture blanked, and those after which a sentence goes on across it."""
    pages = _has_pages(text)
    if not pages and _SOME.search(text) is None:
        return lines, frozenset()
    made = [_without_page(line) for line in lines] if pages else list(lines)
    across: set[int] = set()
    place = 1
    while place < len(lines) - 1:
        if not _is_foot(lines[place]):
            place += 1
            continue
        first, last = _run(lines, place)
        if first > 0 and last < len(lines) - 1 and _goes_over(lines, first, last):
            across.update(range(first - 1, last + 1))
            made[first : last + 1] = [" " * len(line) for line in lines[first : last + 1]]
        place = last + 1
    return made, frozenset(across)


def _without_page(line: str) -> str:
    words = line.strip()
    page = len(words) < 200 and (_PAGE.fullmatch(words) or _DASHED.fullmatch(words))
    return " " * len(line) if page else line


def _is_foot(line: str) -> bool:
    """Whether a line may be furniture."""
    words = line.strip()
    if not 0 < len(words) <= _LONGEST:
        return False
    if _ALONE.fullmatch(words) or _DASHED.fullmatch(words):
        return True
    return "page" in words.lower() and bool(_PAGE.fullmatch(words) or _RUNNING.fullmatch(words))


def _run(lines: list[str], place: int) -> tuple[int, int]:
    """The first and last of the lines around ``place`` that are furniture or blank."""
    first = last = place
    while first > 0 and place - first < _MOST and not lines[first - 1].strip():
        first -= 1
    while last < len(lines) - 1 and last - first < _MOST:
        if lines[last + 1].strip() and not _is_foot(lines[last + 1]):
            break
        last += 1
    return first, last


def _goes_over(lines: list[str], first: int, last: int) -> bool:
    """Whether the line above the run ``first`` to ``last`` goes on in the line below it."""
    here, after = lines[first - 1].rstrip(), lines[last + 1].lstrip()
    bare = all(_BARE.fullmatch(line.strip()) for line in lines[first : last + 1] if line.strip())
    if not here or not after or here[-1] in _ENDS or _ITEM.match(after):
        return False
    if bare and _is_column(lines, first - 2, last + 2):
        return False
    if after[0].isdigit():  # "under section" / "40(2) of the Act", and no row of figures
        return _CITES.search(here) is not None
    if after[0].islower():
        if bare and _COUNTS.search(here):
            return False
        return _HANGS.search(here) is not None or len(here) > _LONG
    return (
        after[0].isalpha() and len(here) > _LONG and _NAMED.search(here, len(here) - 60) is not None
    )


def _is_column(lines: list[str], above: int, below: int) -> bool:
    """Whether a number stands on the line ``above`` or ``below`` too: labels and figures, turn about."""
    return any(
        0 <= place < len(lines) and _BARE.fullmatch(lines[place].strip())
        for place in (above, below)
    )
