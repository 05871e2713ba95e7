"""A licence to re-use, on a letter that supplies nothing.

A contradiction of the template, not a breach. Re-use: SI 2015/1415.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Outcome, Source

RULE = Rule(
    code="SN114",
    slug="ogl-on-refusal",
    cites=(
        Source(
            "Re-use of Public Sector Information Regulations 2015",
            "https://www.legislation.gov.uk/uksi/2015/1415",
        ),
    ),
    why=(
        "A licence for information that is withheld, or whose existence is not confirmed, is a "
        "sentence left over from a template. In a letter that neither confirms nor denies it "
        "may read as if something were held."
    ),
    fix=("Take the sentence out."),
)
_NOTHING_SUPPLIED = (
    Outcome.REFUSED,
    Outcome.NCND,
    Outcome.COST_LIMIT,
    Outcome.VEXATIOUS,
    Outcome.REPEATED,
)


# Something goes with the letter, whatever it calls it.
_ENCLOSED = Phrase(
    r"\b(?:the enclos(?:ures?|ed \w+) (?:may|can|is|are)|what you are getting)\b",
    "enclos", "getting",
)  # fmt: skip


# "No licence is needed from us": no licence is given.
_NOT_OURS = Phrase(r"\bno (?:\w+ )?licence (?:is|was) (?:needed|required|given)", "licence")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when nothing is supplied and re-use is licensed all the same."""
    reuse = letter.shows.reuse
    if reuse is None or letter.outcome not in _NOTHING_SUPPLIED or letter.shows.supplied:
        return
    if _ENCLOSED.found(letter.own) or _NOT_OURS.found(letter.own):
        return
    yield RULE.finding(
        letter,
        reuse,
        "The letter licenses re-use although it supplies no information.",
    )
