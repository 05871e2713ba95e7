"""Questions set out as a list: one a line, perhaps nested, perhaps in a table."""

import re

from answerable.letters.patterns import compiled
from answerable.letters.questions.lines import Row
from answerable.letters.questions.prose import asks, is_ask
from answerable.model import Span

_ONLY_LEADS = compiled(
    r"(?:for|in respect of|regarding|about|of|in relation to|with regard to|concerning|on|as to|in|broken down)\b.{0,200}:?$",
    re.IGNORECASE,
)
_LEAD_WORDS = compiled(
    r"\b(?:how|what|which|who|when|where|why|whether|number|total|list|copy|copies|cost|amount|is|are|do|does|did|has|have|was|were)\b",
    re.IGNORECASE,
)


def itemised(text: str, lines: list[Row]) -> list[tuple[str, Span, str]]:
    """Every item that asks, with its number and the words of the items above it."""
    cells = [row for row in lines if row.style == "cell"]
    if len(cells) >= 2:
        return [(str(n), row.span, "") for n, row in enumerate(cells, start=1)]
    items = [row for row in lines if row.style]
    if len(items) < 2 and not _lone_item(text, lines):
        return []
    found: list[tuple[str, Span, str]] = []
    path: list[Row] = []
    unnumbered = 0
    last = max((place for place, row in enumerate(lines) if row.style), default=-1)
    for place, row in enumerate(lines):
        if row.style and _ONLY_FORM.match(text, *row.span):
            continue  # "- Please send the answers as a CSV file."
        if not row.style:
            if 0 <= last < place:
                found += [("", span, "") for span in asks(text, row.span, strict=True)]
            continue
        path = _path(path, row)
        after = next((r for r in lines[place + 1 :] if r.style), None)
        has_children = after is not None and _depth(path, after) > len(path)
        words = text[row.span.start : row.span.end]
        # "- For each of the five years:" above bullets no deeper than itself.
        colon = words.rstrip().endswith(":")
        leads = after is not None and after.style == row.style and colon
        if colon and not has_children and place + 1 < len(lines) and not lines[place + 1].style:
            # "1. For every notice:" above "the date, the time and the code": it goes on.
            found.append((_number(path), Span(row.span.start, lines[place + 1].span.end), ""))
            continue
        if (has_children or leads) and _only_leads(text[row.span.start : row.span.end]):
            continue
        context = " ".join(text[r.span.start : r.span.end] for r in path[:-1])
        found.append((_number(path), row.span, context + " " if context else ""))
    made = []
    taken = {number for number, _, _ in found if number}
    for number, span, context in found:
        if not number:
            unnumbered = _free(taken, unnumbered)
            number = str(unnumbered)
        made.append((number, span, context))
    return made


def _lone_item(text: str, lines: list[Row]) -> bool:
    """One numbered question on its own: "1. How many …?" and nothing else that asks."""
    numbered = [row for row in lines if row.style == "number"]
    if len(numbered) != 1 or lines[-1] is not numbered[0]:
        return False
    # "Q1. …? Q2. …?" on one line is a running list.
    if numbered[0].label != "1" and _RUNS_FROM.search(text, 0, numbered[0].span.start):
        return False  # "… 1) the policy 2) how many applied" above "3) any objections"
    return _RUNS_ON.search(text, *numbered[0].span) is None


_RUNS_FROM = compiled(r"[ :(]1\)[ ]")
_ONLY_FORM = compiled(
    r"[\"' ]{0,3}please (?:send|provide|give|supply|let me have)(?: me)? (?:it|this|them|these|(?:the |your )?(?:answers?|reply|response|figures|data|information))\b[^?;:]{0,30}\b(?:as|in) (?:an? )?(?:\.?csv|excel|spreadsheet|\.?xlsx?|pdf|word|electronic|machine)",
    re.IGNORECASE,
)
_RUNS_ON = compiled(r"(?:\bq(?:uestion)?[ .]?|\()2\b|\b2\)|[?.;] 2\.[ ](?=[^\n]{3})", re.IGNORECASE)


def _free(taken: set[str], last: int) -> int:
    number = last + 1
    while str(number) in taken:
        number += 1
    taken.add(str(number))
    return number


_RANK = {"number": 0, "cell": 0, "deep": 1, "letter": 1, "roman": 2, "bullet": 3}


def _path(path: list[Row], row: Row) -> list[Row]:
    for depth in range(len(path) - 1, -1, -1):
        if path[depth].style == row.style:
            return [*path[:depth], row]
    kept = [
        each
        for each in path
        if _RANK[each.style] < _RANK[row.style]
        and (each.indent <= row.indent or row.style != "bullet")
    ]
    return [*kept, row]


def _depth(path: list[Row], row: Row) -> int:
    return len(_path(path, row))


def _only_leads(words: str) -> bool:
    """A parent that merely introduces its children."""
    if words.rstrip().endswith("?"):
        return False
    if words.rstrip().endswith(":"):
        return not (_LEAD_WORDS.match(words.strip()) and is_ask(words) and len(words.split()) > 6)
    return _ONLY_LEADS.match(words.strip()) is not None and not _LEAD_WORDS.search(words)


def _number(path: list[Row]) -> str:
    first, *rest = path
    if first.style == "bullet":
        return ""
    number = first.label
    for row in rest:
        if row.style == "deep":
            number = row.label
        elif row.style != "bullet":
            number += f"({row.label})"
        else:
            return ""
    return number
