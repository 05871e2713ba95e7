"""A review paragraph without the times: how long to ask, how long an answer takes.

Section 45 Code of Practice, part 5; in Scotland the section 60 Code. Good practice: an address alone
may satisfy FOIA s.17(7)(a). The periods: clocks foisa-review-ask, eisr-review, eir-review.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import judged_by_foia, refusal_notice_due
from answerable.audit.wordings.lines import around
from answerable.audit.wordings.rights import complaints_way
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Outcome, Source

RULE = Rule(
    code="SN103",
    slug="review-incomplete",
    cites=(
        Source(
            "section 45 Code of Practice",
            "https://www.gov.uk/government/publications/freedom-of-information-code-of-practice",
        ),
    ),
    why=(
        "The Code asks for a clear procedure with times. Without them the applicant cannot know "
        "whether a request for review is late, or when to go on to the Commissioner."
    ),
    fix=(
        "Add that a review may be asked for within 40 working days of the letter, who carries "
        "it out, and that an answer is normally given within 20 working days."
    ),
    fix_under={
        "FOISA": (
            "Add that a review may be asked for within 40 working days of receiving the letter "
            "(section 20(5)), and that an answer is given within 20 working days (section 21(1))."
        ),
        "EISR": (
            "Add that a review may be asked for within 40 working days of receiving the letter "
            "(regulation 16(2)), and that an answer is given within 20 working days (regulation "
            "16(4))."
        ),
        "EIR": (
            "Add that representations may be made within 40 working days of receiving the letter "
            "(regulation 11(2)), and that the decision on them is given within 40 working days "
            "(regulation 11(4))."
        ),
    },
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the review is offered and neither time is given; likely when one is missing."""
    if letter.outcome is Outcome.INTERNAL_REVIEW or not refusal_notice_due(letter):
        return  # the review has been, or none is due
    route = letter.shows.review
    if route is None:
        yield from _whom_alone(letter)
        return
    if route.none_offered:
        return
    missing = [
        words
        for words, days in (
            ("how long the applicant has to ask", route.ask_days),
            ("how long an answer will take", route.answer_days),
        )
        if days is None
    ]
    if route.ask_days is None and _BY_A_DAY.found(
        letter.own, route.span.start, around(letter.own, route.span).end
    ):
        missing = missing[1:]
    if not missing:
        return
    plain = len(missing) == 2 and route.called_review
    yield RULE.finding(
        letter,
        route.span,
        f"The review paragraph does not say {' or '.join(missing)}, which the section 45 Code "
        "of Practice asks for.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
    )


# "… if you write to her on or before 16 July 2026": the time in which to ask, as a day.
_BY_A_DAY = Phrase(
    r"\b(?:by|before|until|till|later than|up to|not after|closes on|ends on|runs to|deadline (?:is|of)|last day (?:is|for \w+ is)) (?:the )?(?:close (?:of (?:business|play) )?on |end of |\w+day,? )*(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december)",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def _whom_alone(letter: Letter) -> Iterator[Finding]:
    """Whom to tell is said, and neither that it is a review nor any time."""
    way = complaints_way(letter) if judged_by_foia(letter) else None
    if way is not None:
        yield RULE.finding(
            letter,
            way,
            "The letter says whom to write to, and not that the decision will be reviewed, by when "
            "to ask or when an answer will come, which the section 45 Code of Practice asks for.",
        )
