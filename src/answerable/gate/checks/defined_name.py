"""A defined name that holds a value."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="defined_name",
    title="A defined name that holds a value",
    severity=Severity.HIGH,
    why="The name manager shows it to anybody.",
    breach="A council's workbook kept private rows with a named range.",
    fix="Delete the name.",
    fires="a name that stands for a person's name",
    silent="a name that stands for cells anybody sees",
)
