"""A bookmark that says more than the pages."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="bookmark",
    title="A bookmark that says more than the pages",
    severity=Severity.HIGH,
    why="A name taken out of a page often stays in its bookmark.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Delete the bookmark.",
    fires="a PDF whose outline names somebody whom no page names",
    silent="an outline in the words of the page",
)
