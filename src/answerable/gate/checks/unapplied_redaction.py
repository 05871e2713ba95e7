"""A redaction that was not applied."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="unapplied_redaction",
    title="A redaction that was not applied",
    severity=Severity.HIGH,
    why="The words were marked for removal and are still there.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Apply the redactions.",
    fires="a PDF with an area marked for redaction and not redacted",
    silent="a PDF with a link",
)
