"""A data model."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="data_model",
    title="A data model",
    severity=Severity.HIGH,
    why="It can hold whole tables that no sheet shows.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Copy the visible cells to a new workbook.",
    fires="a workbook with a data model",
    silent="a workbook with a plain table",
)
