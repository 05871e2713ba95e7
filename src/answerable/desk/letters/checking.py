"""What is still to be put right in a letter, and which of it stops the letter. No database here."""

from dataclasses import dataclass, replace
from datetime import date

from answerable.audit import Case as Known
from answerable.audit import audit_letter, check_record
from answerable.audit.report import LetterReport
from answerable.desk.letters.compose import Free, compose
from answerable.letters import read_letter, read_request
from answerable.letters.draft import Notice
from answerable.letters.writers import to_text
from answerable.model import Basis, Certainty, Finding, Severity
from answerable.model.decision import NoticeRecord

_LATE = "late-notice"


@dataclass(frozen=True, slots=True)
class Checked:
    """A letter, its text, and what was found in it."""

    notice: Notice
    text: str
    report: LetterReport
    says_why_late: bool = False

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """What stops the letter: one finding for each rule, in the order of the report."""
        stopping = {f.slug: f for f in reversed(self.report.findings) if is_gap(f)}
        if self.says_why_late:  # no words make it early; a late answer has to go all the same
            stopping.pop(_LATE, None)
        return tuple(f for f in self.report.findings if stopping.get(f.slug) is f)


def is_gap(finding: Finding) -> bool:
    """A duty of the Act, plainly not met, that weighs: such a letter is not sent."""
    return (
        finding.basis is Basis.STATUTORY
        and finding.certainty is Certainty.SURE
        and finding.severity >= Severity.HIGH
    )


def check(record: NoticeRecord, free: Free, *, on: date) -> Checked:
    """Audit the letter as if it went on ``on``, or on its own date if that is later.

    A letter in Welsh is judged by its English twin, which the rules and the approver can read.
    """
    record = replace(record, language="en")
    notice = compose(record, free)
    text = to_text(notice)
    going = max(record.sent, on)
    asked = "\n".join(f"{question.number}. {question.text}" for question in record.questions)
    letter = read_letter(text, request=asked, regime=record.regime)
    known = Known(received=record.received, sent=going, request=read_request(asked))
    found = audit_letter(letter, known)
    seen = {finding.slug for finding in found}
    late_because = free.late_because or record.late_because
    as_sent = replace(record, sent=going, late_because=late_because)
    found += tuple(f for f in check_record(as_sent) if f.slug not in seen)
    report = LetterReport(record.reference, letter, found)
    return Checked(notice, text, report, says_why_late=bool(late_because.strip()))
