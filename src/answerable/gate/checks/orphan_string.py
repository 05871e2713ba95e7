"""Words that no cell uses any more."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="orphan_string",
    title="Words that no cell uses any more",
    severity=Severity.HIGH,
    why="They were deleted from the sheet and are still in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Copy the visible cells to a new workbook.",
    fires="a shared string that no cell points to",
    silent="a shared string that a cell points to",
)
