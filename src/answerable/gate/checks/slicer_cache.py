"""Values kept by a slicer."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="slicer_cache",
    title="Values kept by a slicer",
    severity=Severity.MEDIUM,
    why="A slicer keeps the values it filters by.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste as values into a new workbook.",
    fires="a workbook with a slicer and its items",
    silent="a sheet with a filter",
)
