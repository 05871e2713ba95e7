"""Hidden rows."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_row",
    title="Hidden rows",
    severity=Severity.HIGH,
    why="Hidden and filtered rows come back with one click.",
    breach="A hidden sheet left in a workbook released to a requester exposed every officer and member of staff of a police force.",
    fix="Delete the rows, or copy the visible cells only.",
    fires="a hidden row with a name in it",
    silent="a row of its usual height",
)
