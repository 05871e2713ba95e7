"""A photograph cut to its frame."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="trimmed_picture",
    title="A photograph cut to its frame",
    severity=Severity.LOW,
    why="What was cut off is still in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Look at the whole photograph, or put in a smaller one.",
    fires="a photograph of which a third is cut off by its frame",
    silent="a photograph that is shown whole",
)
