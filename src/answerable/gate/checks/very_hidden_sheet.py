"""A very hidden sheet."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="very_hidden_sheet",
    title="A very hidden sheet",
    severity=Severity.HIGH,
    why="It does not stand in the menu, but its rows are in the file.",
    breach="A hidden sheet left in a workbook released to a requester exposed every officer and member of staff of a police force.",
    fix="Copy the visible cells to a new workbook or CSV file.",
    fires="a workbook with a sheet that the menu cannot show",
    silent="the same sheet shown",
)
