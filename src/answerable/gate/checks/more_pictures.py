"""Further pictures in the file."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="more_pictures",
    title="Further pictures in the file",
    severity=Severity.LOW,
    why="A viewer may show only the first, or each for a moment.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Look at every page, and at every picture of one that moves.",
    fires="a TIFF of two pages",
    silent="a TIFF of one page",
)
