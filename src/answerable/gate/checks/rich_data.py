"""Linked data types."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="rich_data",
    title="Linked data types",
    severity=Severity.MEDIUM,
    why="They keep fields that the sheet does not show.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste as values.",
    fires="a workbook with linked data types",
    silent="a workbook with the list of its metadata types",
)
