"""Several qualified exemptions, one conclusion that names none of them.

[2025] UKSC 27 allows the interests to be weighed together; each must still be identified.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import part_two
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Source

RULE = Rule(
    code="PI106",
    slug="pit-shared-merged",
    cites=(Source("[2025] UKSC 27", "https://supremecourt.uk/cases/press-summary/uksc-2023-0178"),),
    why=(
        "Interests under several exemptions may be added up, but the reader must see that this "
        "was done, and which interest comes from which exemption."
    ),
    fix=(
        "Give each exemption its own balance, or say that they are weighed together and name "
        "what each adds."
    ),
)


_TOGETHER = Phrase(
    r"\b(?:weigh\w*|consider\w*|taken?|taking|balanc\w+|ad(?:d|ds|ded|ding)) (?:\w+ ){0,4}together\b(?<!everything together)(?<!all together)|\btogether,? (?:\w+ ){0,3}(?:outweigh|weigh)|\b(?:interests?|exemptions?|sections?|arguments) .{0,60}\btogether\b|\baggregat|\bcumulativ",
    "together", "aggregat", "cumulativ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when two qualified sections or more share balances that do not name them all."""
    sections = {use.cite.number for use in part_two(letter) if law.status(use.cite) == "qualified"}
    if len(sections) < 2 or not letter.balances:
        return
    named = {
        use.cite.number
        for use in letter.provisions
        for span in use.spans
        for balance in letter.balances
        if balance.span.start <= span.start < balance.span.end
    }
    named |= (
        {cite.number for balance in letter.balances for cite in balance.cites}
        if len(letter.balances) > 1
        else set()
    )
    if sections <= named or _TOGETHER.found(letter.own):
        return
    yield RULE.finding(
        letter,
        letter.balances[0].conclusion or letter.balances[0].span,
        "One balance serves several qualified exemptions and does not name them.",
        certainty=Certainty.LIKELY,
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """One balance stands for several qualified exemptions."""
    sections = {use.cite.number for use in part_two(letter) if law.status(use.cite) == "qualified"}
    if len(sections) > 1 and len(letter.balances) == 1 and not _TOGETHER.found(letter.own):
        yield RULE.hint(
            letter,
            letter.balances[0].span,
            "Check that each exemption's own interest can be told in the balance.",
        )
