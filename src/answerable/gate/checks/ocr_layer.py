"""Words behind a scan."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="ocr_layer",
    title="Words behind a scan",
    severity=Severity.HIGH,
    why="A scan blacked out by hand can keep the words it was read to.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Read the words again after redaction.",
    fires="words behind a scan that is blank there",
    silent="words behind a scan that has ink there",
)
