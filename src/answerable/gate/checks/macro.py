"""Macros."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="macro",
    title="Macros",
    severity=Severity.HIGH,
    why="Code can hold data, paths and passwords.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save in a form without macros.",
    fires="a workbook with a macro project",
    silent="a workbook with a code name and no macro",
)
