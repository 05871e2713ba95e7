"""What was asked, by the numbered answers: where the request is told nowhere, or in one."""

import re

from answerable.letters.patterns import compiled
from answerable.letters.reading.counted import asked_in, with_unanswered
from answerable.model import Block, BlockKind, PartAnswer, Question, Voice


def or_restated(
    questions: tuple[Question, ...],
    flow: str,
    own: str,
    blocks: list[Block],
    answers: tuple[PartAnswer, ...],
    review: bool,
) -> tuple[Question, ...]:
    """The questions that numbered answers tell of, where the request is not told, or in one.

    A review that tells the request numbers the points of the complaint.
    """
    if len(questions) > 1 or (questions and review):
        return questions
    restated = _answered(flow, blocks, answers)
    if restated and _OPENS_LETTER.match(restated[0].text.lower()):
        return questions  # every paragraph of the letter has a number
    if len(restated) < 2:
        return questions or restated
    if questions and (_numbers_its_paragraphs(flow, blocks) or _ours(flow, blocks, restated)):
        return questions
    if questions and _QUOTED_WHOLE.match(questions[0].text):
        # A request quoted above a list is the request; the list may be of anything.
        return questions if questions[0].span.start < restated[0].span.start else restated
    return with_unanswered(restated, flow, own, blocks)


def without_points(
    questions: tuple[Question, ...], flow: str, blocks: list[Block]
) -> tuple[Question, ...]:
    """The questions without the points of a complaint: "that the summary was shown" asks nothing.

    What was asked is then told where the first decision is told of.
    """
    kept = tuple(each for each in questions if not each.text.lower().startswith("that "))
    if kept:
        return kept
    told = next((b for b in blocks if b.voice is Voice.REQUEST and not b.number), None)
    if told is None:
        return ()
    words = " ".join(flow[told.span.start : told.span.end].split()).lstrip("- ")
    return () if words.lower().startswith("that ") else (Question("1", words, told.span),)


def _ours(flow: str, blocks: list[Block], restated: tuple[Question, ...]) -> bool:
    """Whether a numbered list is the authority's: sections, searches it made, things it offers."""
    if sum(_SECTION.match(each.text.lower()) is not None for each in restated) > 1:
        return True
    first = restated[0].span.start
    above = next((block for block in reversed(blocks) if block.span.end <= first), None)
    if above is None or above.voice is not Voice.AUTHORITY:
        return False
    words = flow[above.span.start : above.span.end].lower()
    if above.kind is BlockKind.HEADING:
        return _OF_REASONS.match(words) is not None
    return words[-1] == ":" and _OFFERS.search(words[-160:]) is not None


# "1. I refer to your letter received here on 19 November."
_OPENS_LETTER = compiled(
    r"(?:\d{1,2}[.)] )?(?:(?:i|we) (?:refer|write|am writing|are writing)\b|thank you for your\b|further to your\b|this (?:letter|is) .{0,40}\b(?:review|response|reply|answer)\b)"
)
# "1. Decision. …", "2. Harm. …"
_SECTION = compiled(
    r"\W{0,3}(?:(?:\d{1,2}|[a-h])[.):]{1,2} {1,4})?(?:(?:the|our|my|your) )?(?:decision|outcome|result|harm|prejudice|balance|public interest|next steps?|reasons?|charges?|fees?|payment|review|rights?|law|regime|searches|background|conclusions?|introduction|advice|assistance)(?:[.:]|$)"
)
_OF_REASONS = compiled(
    r"(?:\d{1,2}[.)] )?(?:(?:the|our|my) )?(?:searches|reasons?|why\b|how (?:we|i|it)\b|public interest|harm|balance|what (?:we|i) (?:did|have done|searched)|where we looked|steps|options|factors|grounds)"
)
_OFFERS = compiled(
    r"\b(?:we|i) (?:can|could|would be able|may be able|are able|suggest|searched|looked|tried|took)\b|\b(?:options|alternatives|either of|any (?:one )?of|searches|steps)\b"
)


def _numbers_its_paragraphs(flow: str, blocks: list[Block]) -> bool:
    """Whether the numbers run on to the rights of the applicant: "5. To appeal against this …"."""
    return any(
        block.number
        and block.voice is Voice.AUTHORITY
        and "commissioner" in flow[block.span.start : block.span.end].lower()
        for block in blocks
    )


_QUOTED_WHOLE = re.compile(r'"(?!\d)')


def _answered(
    flow: str, blocks: list[Block], answers: tuple[PartAnswer, ...]
) -> tuple[Question, ...]:
    """No request is quoted, but numbered headings tell what was asked."""
    found = {}
    for answer in answers:
        for number in answer.numbers:
            block = next(
                (b for b in blocks if b.number == number and b.voice is Voice.AUTHORITY), None
            )
            if block is not None and number not in found:
                found[number] = asked_in(flow, number, block.span)
    return tuple(found.values())
