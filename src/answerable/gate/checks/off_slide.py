"""Something off the slide."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="off_slide",
    title="Something off the slide",
    severity=Severity.HIGH,
    why="It lies beside the slide and can be dragged onto it.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete it.",
    fires="a shape to the right of the slide",
    silent="a shape at its right edge",
)
