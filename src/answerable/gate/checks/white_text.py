"""Words in the colour of their ground."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="white_text",
    title="Words in the colour of their ground",
    severity=Severity.HIGH,
    why="Selecting them shows them.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Delete the words.",
    fires="a cell in white letters on no fill",
    silent="a cell in grey letters",
)
