"""A hidden figure that the other figures give away.

FOIA s.40 and s.38: a number kept back so that nobody can be identified is disclosed when the total
less the other cells leaves it. CSA v Scottish Information Commissioner [2008] UKHL 47.
"""

from collections.abc import Iterator

from answerable.audit.reckoning import may_hold_tables, recoverable, tables
from answerable.audit.rule import Case, Rule
from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds
from answerable.model import Cite, Finding, Letter, Regime, Span

RULE = Rule(
    code="RV105",
    slug="jigsaw",
    cites=(Cite(Regime.FOIA, "40", ("2",)),),
    why=(
        "One hidden cell in a row or column with a total is no secret: take the others away and it "
        "is left. A second cell has to be hidden with it, or the total, or the split not given."
    ),
    fix=(
        "Hide at least one more cell in the same row and in the same column (or round the total), "
        "and work the table backwards before it is sent."
    ),
)
# A line that ends, or a column that begins, with something kept back.
_HIDDEN = compiled(
    r"(?:  |\t|\| ?|: |\. )(?:\*|#|<|less than|fewer|under |below |\[|\(?(?:withheld|suppress|redact|not disclosed|exempt|hidden|omitted|"
    r"removed|x|s\.? ?40|section 40|1 ?(?:-|to) ?[45]|low))"
)
# "All places   161", the last row of a table; "All outcomes", the last column; or no such word, and
# a rule drawn above the last row.
_ALL = ("\nall ", "  all ", "\tall ", "|all ", "| all ", "------", "======", "______")
_MARKS = (
    "withheld",
    "suppress",
    "redact",
    "not disclosed",
    "exempt",
    "*",
    "<",
    "less than",
    "fewer than",
    "[c]",
    "hidden",
    "xx",
    "s40",
    "s.40",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on each table of which a hidden cell can be worked out from a total."""
    low = letter.text.lower()
    if not may_hold_tables(low):  # a table has two rows
        return
    if "total" not in low and "overall" not in low and not holds(low, _ALL):
        return
    if not holds(low, _MARKS):
        return
    if not _HIDDEN.search(low):
        return
    for table in tables(letter.text):
        found = recoverable(table)
        if not found:
            continue
        cell, number = found[0]
        yield RULE.finding(
            letter,
            cell.span,
            f"The hidden figure can be worked out from the total: it is {number:g}. "
            f"{RULE.cites[0]} does not protect what the table gives away.",
        )


_SUMS = ("total", "overall", "all ", "whole", "sum", "altogether", "in all", "combined")


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Figures are given beside one that is hidden, and a total is spoken of."""
    if letter.shows.supplied is None:
        return
    low = letter.text.lower()
    if not may_hold_tables(low) or not holds(low, _MARKS) or not holds(low, _SUMS):
        return
    hidden = _HIDDEN.search(low)
    if hidden is None or any(True for _ in tables(letter.text)):
        return  # nothing is hidden, or the sums were worked
    yield RULE.hint(
        letter,
        Span(*hidden.span()),
        "Check that the hidden figure cannot be worked out from the others.",
    )
