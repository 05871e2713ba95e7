"""Data stored beside the document."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="custom_xml",
    title="Data stored beside the document",
    severity=Severity.HIGH,
    why="No page shows it.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the visible document as a new file.",
    fires="a list of staff stored beside the document",
    silent="an empty list of sources, as Word stores it",
)
