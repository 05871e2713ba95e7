"""An invisible shape."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="invisible_shape",
    title="An invisible shape",
    severity=Severity.HIGH,
    why="The list of objects shows it.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the shape.",
    fires="a shape that the selection pane hides",
    silent="the same shape shown",
)
