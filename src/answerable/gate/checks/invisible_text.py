"""Words in no ink."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="invisible_text",
    title="Words in no ink",
    severity=Severity.HIGH,
    why="They can be selected, copied and searched.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Print to a new PDF as pictures.",
    fires="a PDF page without a scan, with words in no ink",
    silent="the same words in ink",
)
