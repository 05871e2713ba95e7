"""A data connection."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="data_connection",
    title="A data connection",
    severity=Severity.HIGH,
    why="It tells where the data came from and may hold a query or a password.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Delete the connection.",
    fires="a workbook with a connection to a staff database",
    silent="a workbook with a plain table",
)
