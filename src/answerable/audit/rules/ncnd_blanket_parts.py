"""One refusal to confirm or deny spread over parts of different kinds.

FOIA s.24(2), s.31(3) and the like apply "if, or to the extent that"; parts are tested singly.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import wholly_ncnd
from answerable.audit.wordings.lines import plainly
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
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


_RIGHTS = Phrase(r"\b(?:review|commissioner|infer\w*|single question|one question)\b", "review", "commissioner", "infer", "single", "one question")  # fmt: skip
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


# "This applies to your request as a whole", "the same reply is made to each item in the list".
_ALL_TOGETHER = Phrase(
    r"\b(?:all|each|every|any|none) (?:(?:one )?of )?(?:your |the |these |those |them\b)?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:of (?:your|the) )?(?:questions|parts|points|items?|matters|limbs|elements|requests|heads|queries|numbered)\b|\b(?:request|list|questions|letter|enquiry) (?:as a whole|in (?:its|their) entirety|as one|together|taken together)\b|\b(?:the )?(?:whole|entirety) (?:of (?:your|the) (?:request|list|letter|enquiry))\b|\bto the whole\b|\banything (?:in|on|from|within) (?:your|the) (?:list|request|questions)\b|\bsame (?:reply|answer|response|goes|applies|position)\b[^.\n]{0,40}\b(?:each|every|all|others?|rest)\b|\bnot (?:our practice |necessary |appropriate |possible )?to (?:divide|split|separate|break|go through|take)\b|\(?(?:1|a|i)\)? ?(?:-|–|to) ?\(?(?:[3-9]|[c-h]|iv|v)\)?(?!\w)",
    "question", "parts", "points", "item", "matters", "limbs", "elements", "requests", "heads", "queries", "numbered", "as a whole", "entirety", "as one", "together", "whole", "anything ", "same ", "divide", "split", "separate", "break", "go through", "(1", "(a", "(i", "1-", "1 to", "a-", "a to",
)  # fmt: skip
_EACH_ALONE = Phrase(
    r"\b(?:each|every) (?:\w+ ){0,4}?(?:by itself|in turn|separately|singly|on its own|individually)|\b(?:one by one|part by part|each for (?:its|a)|question by question)\b",
    "each ", "every ", "one by one", "part by part", "question by question",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Two questions or more get one undivided answer."""
    if letter.ncnd and wholly_ncnd(letter):
        together = next(plainly(_ALL_TOGETHER, _RIGHTS, letter.own), None)
        if together is not None and not _EACH_ALONE.found(letter.own):
            yield RULE.hint(
                letter,
                together,
                "One answer stands for everything asked; check that each part of it needs it.",
            )
            return
    apart = [each for each in letter.questions if not _HANGS_ON.match(each.text.lower())]
    if (
        letter.ncnd
        and len(apart) > 1
        and len(letter.answers) <= 1
        and not _EACH_ALONE.found(letter.own)
    ):
        yield RULE.hint(
            letter,
            letter.shows.ncnd,
            f"One answer stands for {len(letter.questions)} questions; check that each of them needs it.",
        )
