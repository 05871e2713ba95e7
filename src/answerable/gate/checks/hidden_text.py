"""Hidden words."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_text",
    title="Hidden words",
    severity=Severity.HIGH,
    why="Showing hidden text is one click.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the words.",
    fires="words formatted as hidden",
    silent="words whose format says that they are not hidden",
)
