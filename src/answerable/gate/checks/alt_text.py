"""Alternative text."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="alt_text",
    title="Alternative text",
    severity=Severity.INFO,
    why="Screen readers speak it; it can name what a picture hides.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read it before release.",
    fires="a picture with a description",
    silent="a picture without one",
)
