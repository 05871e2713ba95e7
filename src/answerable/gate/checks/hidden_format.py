"""Cells whose format hides their value."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_format",
    title="Cells whose format hides their value",
    severity=Severity.HIGH,
    why="The value shows when the cell is selected.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the value.",
    fires="a cell with the format “;;;”",
    silent="a cell with a format of four parts that shows its words",
)
