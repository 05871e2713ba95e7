"""Words too small to read."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="tiny_text",
    title="Words too small to read",
    severity=Severity.HIGH,
    why="Enlarging or copying shows them.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the words.",
    fires="a cell in letters of one point",
    silent="a cell in letters of six points",
)
