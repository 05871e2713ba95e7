"""A notice sent after its time. FOIA s.10(1); EIR reg.5(2); FOISA s.10(1)."""

from collections.abc import Iterator

from answerable.audit.records.finding import missing
from answerable.clock import due_date
from answerable.model import Finding
from answerable.model.decision import NoticeRecord, ReviewOutcome


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Sent on or before the twentieth working day, reviews left out: they have clocks of their own."""
    if any(isinstance(decision, ReviewOutcome) for decision in record.decisions):
        return
    due = due_date(record.received, record.regime)
    if record.sent > due:
        yield missing(
            "late-notice",
            "the record, field “sent”",
            f"The notice is dated {record.sent:%-d %B %Y}; it was due by {due:%-d %B %Y}.",
        )
