"""A pivot table."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pivot_table",
    title="A pivot table",
    severity=Severity.LOW,
    why="Its source is named.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste as values if the source is not to be known.",
    fires="an OpenDocument sheet with a pivot table",
    silent="a sheet with a named range",
)
