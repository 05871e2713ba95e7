"""One refusal to confirm or deny spread over parts of different kinds.

FOIA s.24(2), s.31(3) and the like apply "if, or to the extent that"; parts are tested singly.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import wholly_ncnd
from answerable.letters.patterns import compiled
from answerable.model import Certainty, Finding, Letter, Source

RULE = Rule(
    code="NC107",
    slug="ncnd-blanket-parts",
    cites=(
        Source(
            "ICO guidance on when to refuse to confirm or deny",
            "https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-information-regulations/when-to-refuse-to-confirm-or-deny-holding-information/",
        ),
    ),
    why=(
        "Numbers of people, kinds of help, published policies and costs are different "
        "questions, and a yes or no to one may give nothing away. The exclusion reaches only as "
        "far as it is required."
    ),
    fix=(
        "Go through the questions one by one; answer those that give nothing away, and say for "
        "each of the others why a yes or a no would harm."
    ),
)


# "If he was, for the report": a yes or a no to it would be one to the question before it.
_HANGS_ON = compiled(
    r"(?:and |also |for )?(?:if (?:so|yes|he|she|it|they|there|any|one)\b|(?:any|all) such\b)"
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when three questions or more, not all of one kind, get one undivided answer."""
    if not wholly_ncnd(letter) or len(letter.questions) < 3 or len(letter.answers) > 1:
        return
    kinds = {question.wants_counts for question in letter.questions}
    if len(kinds) < 2:
        return
    yield RULE.finding(
        letter,
        letter.shows.ncnd,
        f"The letter neither confirms nor denies for all {len(letter.questions)} questions "
        "together; it does not show that each of them needs it.",
        certainty=Certainty.LIKELY,
    )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Two questions or more get one undivided answer."""
    apart = [each for each in letter.questions if not _HANGS_ON.match(each.text.lower())]
    if letter.ncnd and len(apart) > 1 and len(letter.answers) <= 1:
        yield RULE.hint(
            letter,
            letter.shows.ncnd,
            f"One answer stands for {len(letter.questions)} questions; check that each of them needs it.",
        )
