"""A hidden figure that the other figures give away.

FOIA s.40 and s.38: a number kept back so that nobody can be identified is disclosed when the total
less the other cells leaves it. CSA v Scottish Information Commissioner [2008] UKHL 47.
"""

from collections.abc import Iterator
from itertools import islice

from answerable.audit.reckoning import (
    Table,
    may_hold_tables,
    recoverable,
    tables,
    told_in_a_sentence,
)
from answerable.audit.rule import Case, Rule
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
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
    """Fire on each table, or else the first sentence, whose total gives a hidden figure away."""
    if _ROUNDED.found(letter.own):
        return  # "each was rounded by itself, so that they need not add up"
    by_tables = [
        (found[0][0].span, found[0][1])
        for table in _tables(letter.text)
        if (found := recoverable(table))
    ]
    for span, number in by_tables:
        yield _worked_out(letter, span, number, "table")
    if not by_tables:
        told = told_in_a_sentence(letter)
        if told is not None:
            yield _worked_out(letter, told.span, told.number, "sentence")


def _tables(text: str) -> Iterator[Table]:
    """The tables of a text in which something is kept back and a total is spoken of."""
    low = text.lower()
    if "total" not in low and "overall" not in low and not holds(low, _ALL):
        return
    # A table has two rows.
    if holds(low, _MARKS) and may_hold_tables(low) and _HIDDEN.search(low):
        yield from tables(text)


def _worked_out(letter: Letter, where: Span, number: float, what: str) -> Finding:
    return RULE.finding(
        letter,
        where,
        f"The hidden figure can be worked out from the total: it is {number:g}. "
        f"{RULE.cites[0]} does not protect what the {what} gives away.",
    )


_SUMS = ("total", "overall", "all ", "whole", "sum", "altogether", "in all", "combined")


_ROUNDED = Phrase(
    r"\bround(?:ed|ing)\b[^.\n]{0,40}\b(?:to|nearest|up|down|by itself|themselves|separately)\b|\bperturb\w*\b",
    "rounded", "rounding", "perturb",
)  # fmt: skip
# A figure that is kept back, in words: "I can't give the number for that", "figure removed".
_KEPT_BACK = Phrase(
    r"\b(?:not|cannot|can't|\w+n't|unable to|decline to|won't) (?:be )?(?:able to )?(?:giv\w+|tell(?: you)?|stat\w+|say|provid\w+|disclos\w+|show\w*|releas\w+|publish\w*|includ\w+|suppl\w+)\b[^.\n]{0,40}\b(?:number|figure|count|how many|total|value|that one|cell|percentage|proportion)"
    r"|\b(?:number|figure|count|value|entry|cell|quantity|percentage)s?\b[^.\n]{0,50}\b(?:is|are|has been|have been|was|were)? ?(?:removed|withheld|suppressed|redacted|kept back|held back|left out|omitted|not (?:given|shown|disclosed|released|provided|stated)|hidden|blanked|exempt)"
    r"|\b(?:withh\w+|suppress\w*|remov\w+|redact\w*|left out|omit\w*|hid(?:e|den)|keep(?:ing)? back|kept back)\b[^.\n]{0,40}\b(?:number|figure|count|value|quantity|percentage|one|others?)\b|(?:[,;:] |^)(?:and )?(?!(?:these|those|they|it|which|that|this|are|is|were|was|all|both|some|others?|names?|rest)\b)[a-z][a-z '-]{0,20} (?:is |was )?(?:not disclosed|withheld|suppressed|redacted|not given|kept back)\b|: (?:figure |number )?(?:removed|withheld|suppressed|redacted|exempt|not given|\*|\[[a-z]\])",
    "number", "figure", "count", "how many", "total", "value", "that one", "cell", "percentage", "proportion", "entry", "quantity", "withh", "suppress", "remov", "redact", "left out", "omit", "hid", "keep", "kept back", "not disclosed", "not given", ": ",
    anywhere=True,
)  # fmt: skip
_PERSONAL = ("40", "38", "13", "11")
_NUMBER = compiled(
    r"(?<![\w£.,()/-])(?<!section )(?<!regulation )(?<!sections )(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w)(/]|[.,]\d| ?(?:january|february|march|april|may|june|july|august|september|october|november|december|working|days|hours|minutes|weeks|months|years|miles|pages|households|residents|%\d))(?P<percent> ?(?:%|per ?cent\b))?"
)
_YEARS = range(1990, 2100)
_MOST_NUMBERS = 40
_LITTLE = 10  # what is left of a total may be as much as this, or a tenth of it


def _left_over(letter: Letter) -> Span | None:
    """A run of figures in words or a list that comes to a little less than the total beside it."""
    for hidden in _KEPT_BACK.among(letter.own):
        low = max(0, hidden.start - _REACH)
        high = min(len(letter.own), hidden.end + _REACH)
        numbers: list[int] = []
        percents: list[int] = []
        for found in islice(_NUMBER.finditer(letter.own, low, high), _MOST_NUMBERS):
            number = int(found["n"].replace(",", ""))
            if found["percent"]:
                percents.append(number)
            elif number not in _YEARS and number:
                numbers.append(number)
        if len(percents) > 1 and 0 < 100 - sum(percents) <= _LITTLE:
            return hidden
        if _nearly_sums(numbers) or _nearly_sums(numbers[::-1]):
            return hidden
    return None


_REACH = 700  # characters
_COLUMNS = compiled(r"\d {2,40}[<\d]")  # two figures side by side


def _nearly_sums(numbers: list[int]) -> bool:
    """Whether some number is followed by two others or more that come to a little less."""
    for place, total in enumerate(numbers):
        left = total
        for count, each in enumerate(numbers[place + 1 :], 1):
            left -= each
            if left <= 0:
                break
            if count > 1 and left <= max(_LITTLE, total // 10):
                return True
    return False


# The figures are put together on purpose, or more than one is kept back.
_GUARDED = Phrase(
    r"\b(?:subtract\w*|(?:worked|work|got|found|calculated|deduced|derived) (?:out )?(?:by|from)|put (?:\w+ ){0,3}together|combined|two (?:figures|numbers|cells)|second(?:ary)? (?:figure|number|cell|suppression)|more than one|both figures|rounded)\b",
    "subtract", "worked", "work ", "got ", "found ", "calculated", "deduced", "derived", "together", "combined", "two ", "second", "more than one", "both ", "rounded",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Figures are given beside one that is hidden, and a total is spoken of."""
    if any(use.cite.number in _PERSONAL for use in letter.relied()) and (
        not _GUARDED.found(letter.own)
    ):
        # Where there is a table the sums were worked.
        left = None if _COLUMNS.search(letter.text) else _left_over(letter)
        if left is not None and not any(True for _ in tables(letter.text)):
            yield RULE.hint(
                letter,
                left,
                "Check that the figure kept back cannot be worked out: the others given come to a "
                "little less than their total.",
            )
            return
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
