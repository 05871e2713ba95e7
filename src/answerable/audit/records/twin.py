"""A letter in Welsh is judged by its English twin: the same record, written in English.

The rules read English. The two letters have the same parts one by one, so that what is mandatory
and stands in the one stands in the other.
"""

from dataclasses import replace

from answerable.audit.records.run import check_record
from answerable.audit.rule import Case
from answerable.audit.run import audit_letter
from answerable.model import Certainty, Finding, Severity
from answerable.model.decision import NoticeRecord


def check_twin(record: NoticeRecord) -> tuple[Finding, ...]:
    """What the record lacks, and what is plainly wrong in the English letter made from it."""
    lacking = check_record(record)
    if lacking:
        return lacking
    # Only here: an audit of letters needs no writer of Word or PDF.
    from answerable.letters import read_letter
    from answerable.letters.draft import write_notice
    from answerable.letters.writers import to_text

    english = replace(record, language="en")
    letter = read_letter(to_text(write_notice(english)), regime=record.regime)
    found = audit_letter(letter, Case(received=record.received, sent=record.sent))
    return tuple(
        finding
        for finding in found
        if finding.certainty is Certainty.SURE and finding.severity >= Severity.HIGH
        if not (finding.slug == "late-notice" and record.late_because.strip())
    )
