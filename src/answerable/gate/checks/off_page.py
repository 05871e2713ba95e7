"""Words outside the page."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="off_page",
    title="Words outside the page",
    severity=Severity.HIGH,
    why="They are cut off, not gone.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Print to a new PDF.",
    fires="words drawn to the right of the page",
    silent="words that begin on the page and run off it",
)
