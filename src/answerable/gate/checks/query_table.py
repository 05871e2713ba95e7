"""A query table."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="query_table",
    title="A query table",
    severity=Severity.MEDIUM,
    why="It tells where the data came from.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Delete the query.",
    fires="a workbook with the table of a query",
    silent="a workbook with a plain table",
)
