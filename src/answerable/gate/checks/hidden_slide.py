"""A hidden slide."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_slide",
    title="A hidden slide",
    severity=Severity.HIGH,
    why="It is not shown but is in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the slide.",
    fires="a slide that the show passes over",
    silent="the same slide shown",
)
