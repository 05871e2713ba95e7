"""A part that nothing points to."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="unreferenced_part",
    title="A part that nothing points to",
    severity=Severity.HIGH,
    why="It shows nowhere and is in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the visible document as a new file.",
    fires="a workbook with a table that no sheet leads to",
    silent="a table that a sheet leads to",
)
