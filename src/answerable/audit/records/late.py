"""A notice sent after its time. FOIA s.10(1); EIR reg.5(2); FOISA s.10(1)."""

from collections.abc import Iterator
from datetime import date

from answerable.audit.records.finding import missing
from answerable.audit.records.more_time import longest_time
from answerable.clock import due_date
from answerable.model import Finding
from answerable.model.decision import NoticeRecord, Publication, ReviewOutcome


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Said to be late if it is; a late answer has to be sent all the same, with a word about it.

    Sent on or before the twentieth working day, or the date of an earlier notice of more
    time; reviews and publication are left out, having clocks of their own.
    """
    if any(isinstance(decision, ReviewOutcome | Publication) for decision in record.decisions):
        return
    due = max(due_date(record.clarified or record.received, record.regime), _extended(record))
    if record.sent > due and not record.late_because.strip():
        yield missing(
            "late-notice",
            "the record, field “sent”",
            f"The notice is dated {record.sent:%-d %B %Y}; it was due by {due:%-d %B %Y}.",
        )


def _extended(record: NoticeRecord) -> date:
    """The day of an earlier notice of more time, so far as the Regulations let it go."""
    given = record.extended_to or date.min
    longest = longest_time(record) if record.regime.environmental else None
    return min(given, longest.due) if longest else given
