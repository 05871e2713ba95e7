"""How the columns of a table are headed that sets what was asked beside what is answered."""

import re
from collections.abc import Sequence

ASKED = re.compile(
    r"(?:what )?you(?:'ve)? (?:have )?(?:asked|wanted|requested|wrote|sought)(?: (?:us|for|to know|us for)){0,2}(?: \(?(?:on|of) \d{1,2} [a-z]{3,9}(?: \d{4})?\)?)?"
    r"|(?:your |the )?(?:questions?|requests?|items?)(?: (?:asked|requested|in full|\(.{0,30}\)))?"
    r"|information (?:requested|sought|you asked for)|(?:part|item|point) of (?:your|the) request",
    re.IGNORECASE,
)
ANSWERED = re.compile(
    r"(?:(?:we|what we|our|the|my)\b.{0,40}|where (?:it|this|they) .{0,30}|where to find .{0,12}"
    r"|(?:answer|response|reply|decision|outcome|result|status|held|position|stance|treatment)\b.{0,40})",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?:no\.?|q\.?|#|ref\.?|item|part)?", re.IGNORECASE)
_THINGS = re.compile(r"(?:the )?(?:information|documents?|description)", re.IGNORECASE)
_HELD = re.compile(r"(?:do we hold it|(?:is it )?held)\??", re.IGNORECASE)
_GAP = "   "  # between the cells of any other table


def heads(cells: Sequence[str], place: int) -> bool:
    """Whether the cell at ``place`` heads what was asked and the next one what is answered."""
    return (
        ASKED.fullmatch(cells[place].strip(" *:")) is not None
        and ANSWERED.fullmatch(cells[place + 1].strip(" *:")) is not None
    )


def lists(cells: Sequence[str], place: int) -> bool:
    """Whether the cell at ``place`` heads the information, and the next one if it is held.

    That is what was asked if every row has a number or a letter of its own.
    """
    return _THINGS.fullmatch(cells[place].strip(" *:")) is not None and (
        _HELD.fullmatch(cells[place + 1].strip(" *:")) is not None
    )


def laid_out(rows: Sequence[Sequence[str]]) -> str:
    """A document's table as lines of text.

    Cells of questions and answers stand between bars, so that a cell left blank because its
    row goes on with the last stays in its place; others are set apart by spaces.
    """
    if rows and _is_asked_and_answered(rows[0]):
        return "\n".join(f"| {' | '.join(' '.join(c.split()) for c in row)} |" for row in rows)
    return "\n".join(_GAP.join(row) for row in rows)


def _is_asked_and_answered(first: Sequence[str]) -> bool:
    if len(first) < 2:
        return False
    if heads(first, 0):
        return True
    return (
        len(first) > 2 and NUMBER.fullmatch(first[0].strip(" *:")) is not None and heads(first, 1)
    )
