"""The rows behind a pivot table."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pivot_cache",
    title="The rows behind a pivot table",
    severity=Severity.HIGH,
    why="A pivot table keeps a copy of its source, even after the source sheet is deleted.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste the pivot table as values into a new workbook.",
    fires="a workbook that keeps the rows behind a pivot table",
    silent="the same table pasted as values",
)
