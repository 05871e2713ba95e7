"""A hidden column."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_column",
    title="A hidden column",
    severity=Severity.HIGH,
    why="A hidden or very narrow column can be widened by anybody.",
    breach="A hidden sheet left in a workbook released to a requester exposed every officer and member of staff of a police force.",
    fix="Delete the column, or copy the visible cells only.",
    fires="a column a tenth of a character wide, with a name in it",
    silent="the same column two characters wide",
)
