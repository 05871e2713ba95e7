"""An embedded file."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="embedded_object",
    title="An embedded file",
    severity=Severity.HIGH,
    why="A double click opens the whole of it.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste it as a picture.",
    fires="a document with a workbook inside it",
    silent="a document with a picture inside it",
)
