"""Cells far from the rest."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="far_cell",
    title="Cells far from the rest",
    severity=Severity.HIGH,
    why="They are off the screen, not out of the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the cells.",
    fires="a cell 8,998 rows below the rest",
    silent="a cell 58 rows below the rest",
)
