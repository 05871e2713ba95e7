"""Bytes outside the file proper."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="trailing_data",
    title="Bytes outside the file proper",
    severity=Severity.HIGH,
    why="Something is joined to the file that no viewer shows.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the file anew.",
    fires="a PDF with words after its end",
    silent="a PDF with a line break and zeros after its end",
)
