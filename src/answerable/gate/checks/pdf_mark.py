"""A note that stands on the page."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pdf_mark",
    title="A note that stands on the page",
    severity=Severity.LOW,
    why="It is seen, and it can be moved or taken off by whoever has the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read it before release.",
    fires="words typed onto the page as a note",
    silent="a link without words",
)
