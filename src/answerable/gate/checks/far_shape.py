"""A shape far from the table."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="far_shape",
    title="A shape far from the table",
    severity=Severity.HIGH,
    why="Nobody who looks at the sheet comes by it.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the shape.",
    fires="a box of text in column ZZ",
    silent="a box of text beside the table",
)
