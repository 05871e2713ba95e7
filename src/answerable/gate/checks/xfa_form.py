"""A second form inside the PDF."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="xfa_form",
    title="A second form inside the PDF",
    severity=Severity.HIGH,
    why="It keeps data that the pages do not show.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print the form to a new PDF.",
    fires="a PDF with a second form in XML",
    silent="a PDF with a plain form",
)
