"""The questions of a request: numbered, lettered, bulleted, nested, tabled, or in prose."""

from answerable.letters.questions.counts import wants_counts
from answerable.letters.questions.inline import enumerated
from answerable.letters.questions.items import itemised
from answerable.letters.questions.lines import Row, rows
from answerable.letters.questions.prose import asks
from answerable.letters.text import flow
from answerable.model import Question, Span


def split(text: str, offset: int = 0, *, mended: bool = False) -> tuple[Question, ...]:
    """The distinct things asked for, in order.

    Args:
        text: the request, or the part of a letter that quotes it.
        offset: where ``text`` begins in the text that spans should point into.
        mended: ``text`` is a flow already, with a line a paragraph.

    Preamble, argument, thanks and signature are not questions. Numbers are the applicant's
    ("1(c)(ii)" for a nested one), or ours from 1. Never raises; linear in the length.
    """
    words = text if mended else flow(text)
    found = _found(words, rows(words))
    return tuple(
        Question(
            number=number,
            text=" ".join(text[span.start : span.end].split()),
            span=Span(span.start + offset, span.end + offset),
            wants_counts=wants_counts(context + words[span.start : span.end]),
        )
        for number, span, context in found
    )


def _found(text: str, lines: list[Row]) -> list[tuple[str, Span, str]]:
    """(number, place, words it depends on) of every question."""
    items = itemised(text, lines)
    if items:
        return items
    listed = enumerated(text, lines)
    if listed:
        return listed
    spoken = [span for line in lines for span in asks(text, line.span)]
    if not spoken and lines:
        # Nothing asks in so many words: "the register of dogs used by the force".
        longest = max(lines, key=lambda line: line.span.end - line.span.start)
        spoken = [longest.span]
    return [(str(number), span, "") for number, span in enumerate(spoken, start=1)]
