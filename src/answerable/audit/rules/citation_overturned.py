"""A decision is relied on for a part of it that a higher court has since overturned."""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.citations import cited
from answerable.law.decided import overturned
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Source

RULE = Rule(
    code="CT103",
    slug="citation-overturned",
    cites=(Source("Precedent: a ruling reversed by a higher court is no longer followed"),),
    why=(
        "A decision may be good law on one point and reversed on another. Reasoning that rests on "
        "the part that fell will not survive a review, still less an appeal."
    ),
    fix="Rely on the later decision, or leave the point out.",
)
# Who says that it was overturned, or sets it against what came after, does not rely on it.
_KNOWN = Phrase(
    r"overturn|revers|overrul|set aside|no longer|on appeal|disapprov|depart|since (?:been )?held",
    "overturn", "revers", "overrul", "set aside", "no longer", "on appeal", "disapprov", "depart", "held",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the sentence about an overturned decision speaks of the part that fell."""
    for each in cited(letter):
        gone = overturned(each.decision) if each.decision else None
        if gone is None or _KNOWN.found(letter.own, each.line.start, each.line.end):
            continue
        row, by = gone
        if each.alone and any(word in each.sentence.lower() for word in row.words):
            yield RULE.finding(
                letter,
                each.reference.span,
                f"Of {each.reference.key}, {row.part} no longer stands: {by.citation} "
                f"({by.name}, {by.court}) decided otherwise.",
                certainty=Certainty.LIKELY,
                cites=(Source(by.citation, by.url),),
            )
