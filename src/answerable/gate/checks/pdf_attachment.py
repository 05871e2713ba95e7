"""A file attached to the PDF."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pdf_attachment",
    title="A file attached to the PDF",
    severity=Severity.HIGH,
    why="A click opens the whole of it.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Delete the attachment.",
    fires="a PDF with a file attached",
    silent="the same PDF without",
)
