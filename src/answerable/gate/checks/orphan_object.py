"""An object that nothing points to."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="orphan_object",
    title="An object that nothing points to",
    severity=Severity.HIGH,
    why="It was removed from the pages and is still in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print to a new PDF.",
    fires="a PDF with a stream that nothing leads to",
    silent="the same stream, which the page leads to",
)
