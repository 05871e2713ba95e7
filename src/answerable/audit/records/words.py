"""The notice itself, read as an applicant will read it: what its words would give away or lack.

A record can be complete and its free text still say that something is held, or name what it
should not; the same rules that judge any letter judge the one that would be sent.
"""

from answerable.audit.run import at_first_sight
from answerable.letters import read_letter
from answerable.letters.draft import write_notice
from answerable.letters.writers import to_text
from answerable.model import Certainty, Finding, Severity
from answerable.model.decision import NoticeRecord


def check_words(record: NoticeRecord) -> tuple[Finding, ...]:
    """What is plainly wrong with the letter that a complete ``record`` makes."""
    letter = read_letter(to_text(write_notice(record)), regime=record.regime)
    return tuple(
        finding
        for finding in at_first_sight(letter)
        if finding.certainty is Certainty.SURE and finding.severity >= Severity.MEDIUM
    )
