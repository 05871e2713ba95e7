"""A script."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="javascript",
    title="A script",
    severity=Severity.HIGH,
    why="It can hold data and acts on opening.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print to a new PDF.",
    fires="a PDF that runs a script when it is opened",
    silent="a PDF that opens at a page",
)
