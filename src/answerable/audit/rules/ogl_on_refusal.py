"""A licence to re-use, on a letter that supplies nothing.

A contradiction of the template, not a breach. Re-use: SI 2015/1415.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
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

# "The tonnages can be re-used": then they were given.
_OF_THAT = compiled(
    r"re-?use of the (?!information|material|content|data\b|document|response|letter|reply|enclos|above)\w+|(?:the|these|those|our) (?!information|material|content|data\b|document|response|letter|reply|copyright|open|notice|answer|licence|above)(?:\w+ )?\w+s (?:can|may|are) (?:now |also |freely )?(?:be |free to be )?re-?us"
)
_ELSEWHERE = (Outcome.ALREADY_ACCESSIBLE, Outcome.NOT_HELD, Outcome.FUTURE_PUBLICATION)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when nothing is supplied and re-use is licensed all the same."""
    reuse = letter.shows.reuse
    if reuse is None or letter.outcome not in _NOTHING_SUPPLIED or letter.shows.supplied:
        return
    if _ENCLOSED.found(letter.own) or _NOT_OURS.found(letter.own):
        return
    line = line_at(letter.own, reuse.start)
    if _OF_THAT.match(letter.own, line.start, line.end) is not None:
        return
    yield RULE.finding(
        letter,
        reuse,
        "The letter licenses re-use although it supplies no information.",
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Re-use is licensed and nothing is sent: it is not held, or to be had elsewhere."""
    reuse = letter.shows.reuse
    if reuse is None or letter.shows.supplied or letter.outcome not in _ELSEWHERE:
        return
    if not _ENCLOSED.found(letter.own) and not _NOT_OURS.found(letter.own):
        yield RULE.hint(letter, reuse, "Check that something is supplied that can be re-used.")
