"""Small counts withheld by rule of thumb.

FOIA s.40(2); [2018] UKUT 229: a small number is personal data only if somebody can be identified.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.personal import INTRUDER, SMALL
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

RULE = Rule(
    code="EX112",
    slug="s40-small-numbers",
    interprets=True,
    cites=(
        foia("40", "2"),
        foia("40", "3A", "a"),
    ),
    why=(
        '"Fewer than five" is not itself personal data. The question is whether a motivated '
        "reader, with what else is about, could tell who is meant and learn something new."
    ),
    fix=(
        "Say for these counts who could identify whom, and from what; otherwise give the "
        "figures, or protect the table by a method that fits the risk."
    ),
)
_PERSONAL = (("FOIA", "40"), ("FOISA", "38"), ("EIR", "13"), ("EISR", "11"))
_HABIT = Phrase(
    r"polic(?:y|ies)|practice|rule|always|routine|standard|normal|convention|automatically|approach|threshold|suppress",
    "polic",
    "practice",
    "rule",
    "always",
    "routine",
    "standard",
    "normal",
    "convention",
    "automatic",
    "approach",
    "threshold",
    "suppress",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when counts are suppressed by size and nothing says how anybody would be identified."""
    personal = any((u.cite.regime.value, u.cite.number) in _PERSONAL for u in letter.relied())
    if not personal:
        return
    span = SMALL.search(letter.own)
    if span is None or INTRUDER.found(letter.own):
        return
    habit = _HABIT.found(letter.own)
    yield RULE.finding(
        letter,
        span,
        "Counts are withheld because they are small; the notice does not show that anybody could "
        f"be identified, which {foia('40', '2')} depends on.",
        certainty=Certainty.SURE if habit else Certainty.LIKELY,
        severity=None if habit else Severity.MEDIUM,
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Counts are withheld because they are small, whatever else is said."""
    personal = any((use.cite.regime.value, use.cite.number) in _PERSONAL for use in letter.relied())
    span = SMALL.search(letter.own) if personal else None
    if span is not None:
        yield RULE.hint(
            letter,
            span,
            "Check that the letter shows who could be identified by this count, and how.",
        )
