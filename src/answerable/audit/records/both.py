"""A question is not both answered and neither confirmed nor denied. FOIA s.1(1)(a), s.2(1)."""

from collections.abc import Iterator

from answerable.audit.records.finding import missing, place
from answerable.model import Finding
from answerable.model.decision import NeitherConfirmNorDeny, NoticeRecord, ReviewOutcome


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Another decision on a question that is neither confirmed nor denied gives the answer away."""
    silent = {
        number
        for decision in record.decisions
        if isinstance(decision, NeitherConfirmNorDeny)
        for number in decision.questions
    }
    for decision in record.decisions:
        if isinstance(decision, NeitherConfirmNorDeny | ReviewOutcome):
            continue
        for number in decision.questions:
            if number in silent:
                yield missing(
                    "ncnd-with-partial-disclosure",
                    place(record, decision, "questions"),
                    f"Question {number} is neither confirmed nor denied, and another decision answers it.",
                )
