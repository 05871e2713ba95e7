"""A hidden name."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_name",
    title="A hidden name",
    severity=Severity.LOW,
    why="It is left by the program or an add-in and can be listed.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the name if it says more than the sheet.",
    fires="a name marked as hidden",
    silent="the same name, not hidden",
)
