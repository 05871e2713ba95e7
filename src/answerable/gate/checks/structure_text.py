"""Text for screen readers that the page does not show."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="structure_text",
    title="Text for screen readers that the page does not show",
    severity=Severity.HIGH,
    why="Words taken out of the page often stay in it.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Print to a new PDF.",
    fires="a PDF that tells a screen reader a name the page does not show",
    silent="the same words as on the page",
)
