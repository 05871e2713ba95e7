"""A hidden sheet."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_sheet",
    title="A hidden sheet",
    severity=Severity.HIGH,
    why="Anybody can show a hidden sheet with two clicks.",
    breach="A hidden sheet left in a workbook released to a requester exposed every officer and member of staff of a police force.",
    fix="Copy the visible cells to a new workbook or CSV file.",
    fires="a workbook with a hidden sheet of staff",
    silent="the same sheet shown",
)
