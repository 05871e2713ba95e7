"""Values under merged cells."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="merged_cells",
    title="Values under merged cells",
    severity=Severity.HIGH,
    why="Cells that are parted again show what was under them.",
    breach="Nine of the eleven public breaches that we could document were data hidden in a released spreadsheet.",
    fix="Part the cells, delete what is under them, and join them again.",
    fires="a value in the second of two joined cells",
    silent="joined cells with a value in the first",
)
