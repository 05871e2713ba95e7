"""A shape over cells."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="covered_cells",
    title="A shape over cells",
    severity=Severity.HIGH,
    why="The shape can be moved aside.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Delete what is under it.",
    fires="a filled shape without words over cells",
    silent="the same shape without a fill",
)
