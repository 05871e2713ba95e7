"""An input message."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="validation_prompt",
    title="An input message",
    severity=Severity.LOW,
    why="It shows when the cell is selected.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read it before release.",
    fires="an input message with a name",
    silent="an empty input message",
)
