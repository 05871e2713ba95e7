"""A small copy of the picture."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="thumbnail",
    title="A small copy of the picture",
    severity=Severity.LOW,
    why="It may show what was cropped later.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the picture anew without it.",
    fires="a photograph with a small copy in its EXIF data",
    silent="EXIF data without one",
)
