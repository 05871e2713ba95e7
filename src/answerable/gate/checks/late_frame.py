"""A picture that follows after a long while."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="late_frame",
    title="A picture that follows after a long while",
    severity=Severity.HIGH,
    why="A viewer shows the first picture, and the next after a time that nobody waits.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the first picture alone.",
    fires="a second picture after a minute",
    silent="pictures that follow at once",
)
